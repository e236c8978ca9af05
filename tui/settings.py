"""The reader's settings: a TOML file by hand, of which the program writes the theme and the author alone.

theme = "rashomon-light"
profile = "plain"
[keys]
"reader.search" = "ctrl+f"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefings.errors import RashomonError
from tui.keymap import Keymap, keymap_of
from tui.settings_file import settings_file

__all__ = ["Settings", "keep_author", "keep_theme", "read_settings", "settings_file"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader set.

    theme: a theme's name, or empty. keymap: the keys. problems: what cannot be as it was set, a sentence each.
    author: who makes notes, or empty. The archive to search is asked for before there is a screen (`settings_file.py`).
    """

    theme: str = ""
    keymap: Keymap = field(default_factory=Keymap)
    problems: tuple[str, ...] = ()
    author: str = ""


def read_settings(path: Path) -> Settings:
    """The settings in `path`; what cannot be read is as if it were not there, and told in `problems`."""
    if not path.exists():
        return Settings()
    import tomllib

    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return Settings(problems=(f"settings: {path} cannot be read ({error}); nothing in it is used.",))
    problems = [f"settings: {name!r} is no setting; it is left alone." for name in read.keys() - _KINDS.keys()]
    wrong = [name for name, kind in _KINDS.items() if not isinstance(read.get(name, kind()), kind)]
    problems += [f"settings: {name} must be {_KIND_NAMES[_KINDS[name]]}." for name in wrong]
    sound = {name: value for name, value in read.items() if name in _KINDS and name not in wrong}
    keymap = keymap_of(sound.get("profile", "rashomon"), _words(sound.get("keys", {}), problems))
    theme, author = (sound.get(name, "").strip() for name in ("theme", "author"))
    return Settings(theme, keymap, (*problems, *keymap.problems), author)


def keep_theme(path: Path, theme: str) -> None:
    """Write `theme` into the settings in `path`; all else in the file, comments too, stays as it is.

    Raises RashomonError where the file cannot be written, or holds something else than TOML.
    """
    _keep(path, "theme", theme)


def keep_author(path: Path, author: str) -> None:
    """Write who makes notes into the settings in `path`, as `keep_theme`."""
    _keep(path, "author", author)


def _keep(path: Path, name: str, value: str) -> None:
    import tomlkit

    try:
        settings = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
        settings[name] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(tomlkit.dumps(settings), "utf-8")
        beside.replace(path)
    except (OSError, ValueError) as error:
        raise RashomonError(
            f"the {name} could not be kept ({error})",
            where=str(path),
            remedy="Write the file by hand, or take it away.",
        ) from error


_KINDS: Mapping[str, type] = {"theme": str, "author": str, "engine": str, "profile": str, "keys": dict}
_KIND_NAMES: Mapping[type, str] = {str: "a text in quotes", dict: "a table of its own: [keys]"}


def _words(keys: Mapping[str, Any], problems: list[str]) -> dict[str, str]:
    """The keys that are texts, or lists of them; the others are told in `problems`."""
    known: dict[str, str] = {}
    for id, value in keys.items():
        values = value if isinstance(value, list) else [value]
        if all(isinstance(part, str) for part in values):
            known[id] = ",".join(values)
        else:
            problems.append(f"keys: {id} must be a text in quotes, or a list of them.")
    return known
