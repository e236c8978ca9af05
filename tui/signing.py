"""Who makes notes here, and how that is known. Not here: asking for a name (`screens/note.py`)."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass

ENVIRONMENT = "RASHOMON_AUTHOR"


@dataclass(frozen=True, slots=True)
class Signature:
    """A name for notes. name: it; empty for nobody's. known_by: where it comes from, in a few words."""

    name: str = ""
    known_by: str = ""


def signature(kept: str = "") -> Signature:
    """What `RASHOMON_AUTHOR` says, else the name that was `kept` in the settings, else the login name, else nobody."""
    if named := os.environ.get(ENVIRONMENT):
        return Signature(named, f"from {ENVIRONMENT}")
    if kept:
        return Signature(kept, "as you signed last")
    try:
        return Signature(getpass.getuser(), "your login name")
    except (OSError, KeyError):
        return Signature("", "no name is known")


def author() -> str:
    """The name for a note that is made outside the reader, where no settings are read yet."""
    from tui.settings import read_settings, settings_file

    return signature(read_settings(settings_file()).author).name


def signature_in(app: object) -> Signature:
    """Who makes notes in an app; of one that does not say, who makes them here."""
    known = getattr(app, "signature", None)
    return known if isinstance(known, Signature) else signature()
