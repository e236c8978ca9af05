"""Which keys give which command: the table's own, a profile's over them, and a reader's over those. Pure.

Keys are written as a person writes them (`]`, `ctrl+r`, `esc`) or as Textual names them (`right_square_bracket`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from tui.commands import COMMANDS, Command

PROFILES: Mapping[str, Mapping[str, str]] = {
    "rashomon": {},
    "plain": {
        "text.next-sentence": "down",
        "text.previous-sentence": "up",
        "text.next-paragraph": "ctrl+down",
        "text.previous-paragraph": "ctrl+up",
        "text.page-down": "pagedown,space",
        "text.page-up": "pageup",
        "text.top": "home",
        "text.end": "end",
        "list.down": "down",
        "list.up": "up",
        "list.page-down": "pagedown,space",
        "list.page-up": "pageup",
        "list.top": "home",
        "list.end": "end",
        "compare.next-sentence": "down",
        "compare.previous-sentence": "up",
        "compare.next-paragraph": "ctrl+down",
        "compare.previous-paragraph": "ctrl+up",
        "compare.next-column": "right",
        "compare.previous-column": "left",
        "compare.page-down": "pagedown,space",
        "compare.page-up": "pageup",
        "compare.top": "home",
        "compare.end": "end",
        "reader.search": "ctrl+f,slash",
        "reader.next-mark": "f3,n",
        "reader.previous-mark": "shift+f3,N",
        "reader.undo": "ctrl+z,u",
        "reader.redo": "ctrl+y,ctrl+r",
        "reader.delete-note": "delete",
        "app.keys": "f1,question_mark",
        "app.quit": "ctrl+q,q",
    },
    "vim": {
        "text.page-down": "ctrl+f,ctrl+d,space,pagedown",
        "text.page-up": "ctrl+b,ctrl+u,b,pageup",
        "list.page-down": "ctrl+f,ctrl+d,space,pagedown",
        "list.page-up": "ctrl+b,ctrl+u,b,pageup",
        "compare.page-down": "ctrl+f,ctrl+d,space,pagedown",
        "compare.page-up": "ctrl+b,ctrl+u,b,pageup",
        "reader.back": "ctrl+t,backspace",
        "app.palette": "colon,ctrl+p",
    },
}
"""Keys by command id: the program's own (letters and arrows), arrows without letters for moving, and more of vim's."""

PLACES = (
    ("text", "reader", "app"),
    ("list", "reader", "app"),
    ("compare", "comparison", "app"),
    ("list", "comparison", "app"),
    ("table", "comparison", "app"),
    ("search", "app"),
    ("list", "coverage", "app"),
    ("find",),
    ("draft", "import", "app"),
    ("line", "import", "app"),
    ("line", "original", "app"),
    ("paste",),
    ("edit",),
    ("note",),
    ("code", "note"),
    ("comment", "note"),
    ("comment", "settle"),
    ("list", "places", "app"),
    ("list", "codebook", "app"),
    ("list", "disagreements", "app"),
    ("table", "agreement", "app"),
    ("list", "coders"),
    ("list", "taking", "app"),
    ("sending",),
    ("take",),
    ("code", "settle", "app"),
    ("text", "settle", "app"),
    ("list", "notes", "app"),
    ("table", "notes", "app"),
    ("list", "keys", "app"),
    ("list", "themes", "app"),
)
"""The scopes that are given a key together: what has the focus first, then its screen, then the app."""

_NAMES = {
    "}": "right_curly_bracket",
    "{": "left_curly_bracket",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "/": "slash",
    "\\": "backslash",
    ".": "full_stop",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "?": "question_mark",
    "!": "exclamation_mark",
    "+": "plus",
    "-": "minus",
    "=": "equals_sign",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "'": "apostrophe",
    '"': "quotation_mark",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
}
_SIGNS = {name: sign for sign, name in _NAMES.items() if sign not in ("return", "del")}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by command id, where they are not the table's own, and what could not be done as it was asked.

    keys: Textual's names, comma between. problems: a sentence each.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def of(self, command: Command) -> str:
        """The keys of `command`, Textual's names, comma between."""
        return self.keys.get(command.id, command.keys)

    def name(self, command: Command) -> str:
        """The command's first key as a person would write it."""
        return sign(self.of(command).split(",")[0])


def keymap_in(app: object) -> Keymap:
    """The keymap of an app; of one that has none, the table's keys."""
    keymap = getattr(app, "keymap", None)
    return keymap if isinstance(keymap, Keymap) else Keymap()


def sign(key: str) -> str:
    """A key as a person would write it."""
    return _SIGNS.get(key, key)


def keymap_of(profile: str, own: Mapping[str, str]) -> Keymap:
    """The keymap of a profile with a reader's `own` keys over it.

    A key that is asked for twice where both commands can be given stays with the command that had it: the other keeps
    the keys it has without it. What is no command, no profile or no key is left out. Each is told in `problems`.
    """
    problems = []
    if profile not in PROFILES:
        problems.append(f"keys: there is no profile {profile!r}; there are {', '.join(PROFILES)}.")
    base = {**PROFILES.get(profile, {})}
    asked: dict[str, str] = {}
    known = {command.id for command in COMMANDS}
    for id, keys in own.items():
        if id not in known:
            problems.append(f"keys: {id!r} is no command; `?` and the palette name them.")
        elif not (named := _named(keys)):
            problems.append(f'keys: {id} is given no key; write one as "ctrl+r".')
        else:
            asked[id] = named
    clashes = list(_clashes({**base, **asked}, asked))
    for id, key, other in clashes:
        problems.append(f"keys: {sign(key)} is asked for by {id}, and {other} has it; {id} does not get it.")
        asked[id] = ",".join(part for part in asked[id].split(",") if part != key)
    return Keymap({**base, **{id: keys for id, keys in asked.items() if keys}}, tuple(problems))


def _named(keys: str) -> str:
    """Keys as Textual names them; a comma between keys, a comma alone is the key."""
    parts = [keys] if keys.strip() == "," else keys.split(",")
    return ",".join(_NAMES.get(part.strip(), part.strip()) for part in parts if part.strip())


def _clashes(keys: Mapping[str, str], asked: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(asking command, key, command that has it): the same key twice in one place, where the table has none."""
    commands = {command.id: command for command in COMMANDS}
    told: set[tuple[str, str]] = set()
    for scopes in PLACES:
        here = [command for command in COMMANDS if command.scope in scopes]
        for one, other in combinations(here, 2):
            if not {one.id, other.id} & set(asked):
                continue
            before = _keys(commands[one.id].keys) & _keys(commands[other.id].keys)
            for key in sorted(_keys(keys.get(one.id, one.keys)) & _keys(keys.get(other.id, other.keys)) - before):
                loser, winner = (one.id, other.id) if one.id in asked else (other.id, one.id)
                if (loser, key) not in told:
                    told.add((loser, key))
                    yield loser, key, winner


def _keys(keys: str) -> set[str]:
    return set(keys.split(","))
