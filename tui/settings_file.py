"""Where the reader's settings are, and the one setting that commands without a screen need. Loads no Textual.

Reading all of them is `tui/settings.py`'s.
"""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "RASHOMON_SETTINGS"


def settings_file() -> Path:
    """What `RASHOMON_SETTINGS` names, else `settings.toml` in the platform's user configuration folder."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("rashomon", appauthor=False) / "settings.toml"


def engine_kept() -> str:
    """The address of the archive to search, as the settings have it; empty where they have none or cannot be read."""
    path = settings_file()
    if not path.exists():
        return ""
    import tomllib

    try:
        engine = tomllib.loads(path.read_text("utf-8")).get("engine", "")
    except (OSError, ValueError):
        return ""  # the reader tells what is wrong with the file
    return engine.strip() if isinstance(engine, str) else ""
