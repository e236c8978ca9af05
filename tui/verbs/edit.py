"""`rashomon edit`: correct what is known of an article; its id stays, and every change can be taken back."""

from __future__ import annotations

import argparse

from briefings.edit_store import EDITABLE
from briefings.errors import RashomonError
from tui.verbs.choice import find_article, open_library
from tui.verbs.output import print_json, print_lines

_UNKNOWN = "unknown"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `edit` takes."""
    parser.add_argument("id", metavar="ID", help="an article's id, or its beginning")
    for name in EDITABLE:
        parser.add_argument(f"--{name}", metavar="VALUE", help=f"the {name}; `{_UNKNOWN}` where nobody knows")
    parser.add_argument("--undo", action="store_true", help="take the last change back")
    parser.add_argument("--redo", action="store_true", help="do the change again that was taken back")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")


def run(options: argparse.Namespace) -> int:
    """Change the fields that were given, or take a change back; status 1 where there is none to take back."""
    given = {name: value for name in EDITABLE if (value := getattr(options, name)) is not None}
    if bool(given) + options.undo + options.redo != 1:
        raise RashomonError("say what to change", remedy="Give fields, or --undo, or --redo.")
    if empty := [name for name, value in given.items() if not value.strip()]:
        raise RashomonError(f"{empty[0]} is empty", remedy=f"Write `{_UNKNOWN}` where nobody knows.")
    with open_library(options) as library:
        id = find_article(library, options.id).id
        if given:
            changed = library.edit(id, {name: None if value == _UNKNOWN else value for name, value in given.items()})
        else:
            taken = library.undo(id) if options.undo else library.redo(id)
            if taken is None:
                print_lines("nothing to undo" if options.undo else "nothing to redo")
                return 1
            changed = taken
    if options.json:
        print_json({"id": id, "what": changed.what, "lost_their_place": [note.id for note in changed.lost]})
    else:
        done = "taken back: " if options.undo else "done: "
        print_lines(f"{id} · {done}{changed.what}")
        for note in changed.lost:
            print_lines(f"a note lost its place: “{note.selector.exact}”")
    return 0
