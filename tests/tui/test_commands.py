"""The table of commands: every command can be run where it belongs, `?` lists it, and no key means two things."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from briefings.library import Library
from tests.reading import press, reading, settled, shown, until
from tui.app import RashomonApp
from tui.commands import COMMANDS, bindings_of, commands_of
from tui.keymap import Keymap
from tui.screens.agreement import AgreementScreen
from tui.screens.codebook import CodebookScreen
from tui.screens.coders import CodersScreen
from tui.screens.comparison import ComparisonScreen
from tui.screens.disagreements import DisagreementsScreen
from tui.screens.edit import EditScreen
from tui.screens.importing import ImportScreen
from tui.screens.keys import KeysScreen
from tui.screens.note import NoteScreen
from tui.screens.note_places import NotePlacesScreen
from tui.screens.notes import NotesScreen
from tui.screens.original import OriginalScreen
from tui.screens.other_coverage import OtherCoverageScreen
from tui.screens.paste import PasteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.sending_notes import SendingNotesScreen
from tui.screens.settle import SettleScreen
from tui.screens.take import TakeScreen
from tui.screens.taking_notes import TakingNotesScreen
from tui.screens.themes import ThemesScreen
from tui.widgets.code_field import CodeField
from tui.widgets.comment_area import CommentArea
from tui.widgets.compare_pane import ComparePane
from tui.widgets.compare_table import CompareTable
from tui.widgets.draft_list import DraftList
from tui.widgets.find_bar import FindBar
from tui.widgets.lines_list import LinesList
from tui.widgets.original_pane import OriginalPane
from tui.widgets.text_pane import TextPane

OWNERS: dict[str, type[DOMNode]] = {
    "agreement": AgreementScreen,
    "app": RashomonApp,
    "code": CodeField,
    "codebook": CodebookScreen,
    "coders": CodersScreen,
    "comment": CommentArea,
    "compare": ComparePane,
    "comparison": ComparisonScreen,
    "disagreements": DisagreementsScreen,
    "coverage": OtherCoverageScreen,
    "draft": DraftList,
    "edit": EditScreen,
    "find": FindBar,
    "import": ImportScreen,
    "keys": KeysScreen,
    "line": OriginalPane,
    "list": LinesList,
    "note": NoteScreen,
    "notes": NotesScreen,
    "original": OriginalScreen,
    "paste": PasteScreen,
    "places": NotePlacesScreen,
    "reader": ReaderScreen,
    "search": SearchScreen,
    "sending": SendingNotesScreen,
    "settle": SettleScreen,
    "table": CompareTable,
    "take": TakeScreen,
    "taking": TakingNotesScreen,
    "text": TextPane,
    "themes": ThemesScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_an_action_of_its_scope_and_bound_there(command) -> None:  # type: ignore[no-untyped-def]
    namespace, _, name = command.action.partition("(")[0].rpartition(".")
    owner = RashomonApp if namespace == "app" else OWNERS[command.scope]
    assert hasattr(owner, f"action_{name}")
    bound = [binding for binding in OWNERS[command.scope].BINDINGS if isinstance(binding, Binding)]
    assert [binding.key for binding in bound if binding.id == command.id] == [command.keys]


def test_ids_are_unique_and_no_scope_binds_a_key_twice() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    for scope in OWNERS:
        keys = Counter(key for command in commands_of(scope) for key in command.keys.split(","))
        assert max(keys.values()) == 1, scope
        assert len(bindings_of(scope)) == len(commands_of(scope)) > 0


SCREENS = {"reader": (), "comparison": ("c",), "table": ("c", "2")}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_question_mark_lists_the_keys_of_the_screen(ferry: Library, keys: tuple[str, ...]) -> None:
    async with reading(ferry, (120, 120)) as pilot:
        await press(pilot, *keys)
        scopes = pilot.app.screen.SCOPES  # type: ignore[attr-defined]
        await press(pilot, "question_mark")
        lines = [" ".join(line.strip("│ ").split()) for line in shown(pilot).splitlines()]
        for command in commands_of(*scopes):
            key, help = Keymap().name(command), command.help[:40]
            assert any(line.startswith((f"{key} {help}", f"{key}, ")) and help in line for line in lines), command.id
        await press(pilot, "question_mark")
        assert not isinstance(pilot.app.screen, KeysScreen)


@pytest.mark.parametrize("keys", [("c",), ("c", "3"), ("question_mark",), ("c", "question_mark")], ids=" ".join)
async def test_q_goes_back_one_screen(ferry: Library, keys: tuple[str, ...]) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, *keys)
        before = len(pilot.app.screen_stack)
        await press(pilot, "q")
        assert len(pilot.app.screen_stack) == before - 1


async def test_q_is_a_letter_where_one_writes(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", "q", "question_mark")
        assert isinstance(pilot.app.screen, SearchScreen)
        await press(pilot, "escape", "n", "enter", "a", "q", "question_mark", "j")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_the_palette_gives_the_commands_of_where_the_reader_is(ferry: Library) -> None:
    only_in_a_selection = {"text.word", "text.other-end", "text.leave"}
    async with reading(ferry) as pilot:
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        here = commands_of("text", "reader", "app")
        assert {command.id for command in here if command.help not in offered} == only_in_a_selection
        await press(pilot, "ctrl+p", *"compare the briefing")
        await until(pilot, lambda: "Compare the briefing's articles" in shown(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ComparisonScreen)
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        missing = {command.id for command in commands_of("compare") if command.help not in offered}
        assert missing == {"compare.word", "compare.other-end", "compare.leave"}
