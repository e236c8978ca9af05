"""Keys by command id: profiles, a reader's own, and what is said of a key that is asked for twice."""

from __future__ import annotations

from itertools import combinations

import pytest

from tui.commands import COMMANDS
from tui.keymap import PLACES, PROFILES, Keymap, keymap_of, sign

KNOWN = {command.id: command for command in COMMANDS}


def test_a_key_is_asked_for_as_a_person_writes_it() -> None:
    keymap = keymap_of("rashomon", {"reader.search": "ctrl+f", "reader.note": "]", "app.keys": "f1, ?"})
    assert keymap.problems == ()
    assert keymap.of(KNOWN["reader.search"]) == "ctrl+f"
    assert keymap.of(KNOWN["reader.note"]) == "right_square_bracket"
    assert keymap.name(KNOWN["reader.note"]) == "]"
    assert keymap.of(KNOWN["app.quit"]) == "q"


def test_a_comma_alone_is_a_key() -> None:
    assert keymap_of("rashomon", {"reader.note": ","}).of(KNOWN["reader.note"]) == "comma"


def test_a_key_that_another_command_has_stays_with_it() -> None:
    keymap = keymap_of("rashomon", {"reader.search": "c,ctrl+f"})
    assert keymap.problems == ("keys: c is asked for by reader.search, and reader.compare has it; "
                               "reader.search does not get it.",)  # fmt: skip
    assert keymap.of(KNOWN["reader.search"]) == "ctrl+f"
    assert keymap.of(KNOWN["reader.compare"]) == "c"


def test_what_loses_its_only_key_to_a_clash_keeps_the_one_it_had() -> None:
    keymap = keymap_of("rashomon", {"reader.search": "c"})
    assert keymap.of(KNOWN["reader.search"]) == "slash"


def test_a_key_may_go_to_another_command_where_its_own_gets_another() -> None:
    keymap = keymap_of("rashomon", {"reader.compare": "C", "reader.search": "c"})
    assert keymap.problems == ()
    assert keymap.of(KNOWN["reader.search"]) == "c"


def test_two_that_ask_for_one_key_do_not_both_get_it() -> None:
    keymap = keymap_of("rashomon", {"reader.compare": "f9", "reader.search": "f9"})
    assert len(keymap.problems) == 1
    assert sorted(keymap.of(KNOWN[id]) == "f9" for id in ("reader.compare", "reader.search")) == [False, True]


def test_the_same_key_in_different_places_is_no_clash() -> None:
    assert keymap_of("rashomon", {"import.paste": "c"}).problems == ()


@pytest.mark.parametrize(
    ("profile", "own", "said"),
    [
        ("emacs", {}, "no profile 'emacs'"),
        ("plain", {"reader.fly": "f"}, "'reader.fly' is no command"),
        ("plain", {"reader.search": " "}, "reader.search is given no key"),
    ],
)
def test_what_cannot_be_is_told(profile: str, own: dict[str, str], said: str) -> None:
    (problem,) = keymap_of(profile, own).problems
    assert said in problem


@pytest.mark.parametrize("profile", PROFILES)
def test_no_profile_gives_one_key_to_two_commands_of_one_place(profile: str) -> None:
    keymap, table = keymap_of(profile, {}), Keymap()
    assert not PROFILES[profile].keys() - KNOWN.keys()
    for scopes in PLACES:
        here = [command for command in COMMANDS if command.scope in scopes]
        for one, other in combinations(here, 2):
            same = set(keymap.of(one).split(",")) & set(keymap.of(other).split(","))
            assert same <= set(table.of(one).split(",")) & set(table.of(other).split(",")), (one.id, other.id)


def test_every_scope_has_a_place() -> None:
    assert {command.scope for command in COMMANDS} <= {scope for scopes in PLACES for scope in scopes}


def test_signs() -> None:
    assert (sign("question_mark"), sign("escape"), sign("f3")) == ("?", "esc", "f3")
