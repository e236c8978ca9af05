"""`rashomon notes`: list them, change them, take them out and in, and see how far coders agree. Each in a module."""

from __future__ import annotations

import argparse

from tui.verbs import notes_agreement, notes_change, notes_exchange, notes_list
from tui.verbs.choice import open_library

PARTS = {
    "list": notes_list.list_notes,
    "history": notes_list.history,
    "add": notes_change.add,
    "edit": notes_change.edit,
    "delete": notes_change.delete,
    "undo": notes_change.undo,
    "redo": notes_change.redo,
    "reattach": notes_change.reattach,
    "settle": notes_change.settle,
    "export": notes_exchange.export_notes,
    "import": notes_exchange.import_notes,
    "agreement": notes_agreement.agreement,
}
"""Every part and what does it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes` and its parts take."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="|".join(PARTS))
    for module in (notes_list, notes_change, notes_exchange, notes_agreement):
        module.arguments(parts)


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for."""
    with open_library(options) as library:
        return PARTS[options.part](library, options)
