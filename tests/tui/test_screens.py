"""Every screen at three sizes, as a reader sees it on the bundled sample."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.library import Library
from tests.reading import after, reading
from tests.screens import ALL_OURS, TextSnapshot, roles_of

SIZES = [(80, 24), (120, 36), (200, 50)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


@each_size
async def test_the_reader_with_a_briefing(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot) == snapshot


@each_size
async def test_an_article_with_a_note(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "n", "enter", "j", "a", *"why?", "enter") == snapshot


@each_size
async def test_the_note_dialog(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "n", "enter", "v", "w", "w", "a") == snapshot


@each_size
async def test_the_comparison_at_a_shared_point(
    sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "c", "right_square_bracket", "right_square_bracket") == snapshot


@each_size
async def test_the_comparison_in_the_other_layout(
    sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "c", "right_square_bracket", "m") == snapshot


VIEWS = ("coverage", "quotes", "figures", "wording", "sources", "codes")


@each_size
@pytest.mark.parametrize(("key", "view"), [(str(key), view) for key, view in enumerate(VIEWS, 2)])
async def test_a_table_of_the_comparison(
    sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion, key: str, view: str
) -> None:
    async with reading(sample, size) as pilot:
        noted = ("a", *"why?", "enter") if view == "codes" else ()
        assert await after(pilot, "c", *noted, key, "l") == snapshot


@each_size
async def test_the_uses_of_a_word(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "c", "5", "o") == snapshot


@each_size
async def test_the_search_with_words_lit(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "slash", *"border") == snapshot


@each_size
async def test_the_keys(sample: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(sample, size) as pilot:
        assert await after(pilot, "question_mark") == snapshot


ROLES = ("foreground", "background", "surface", "panel", "primary", "accent", "warning", "error", "border-blurred")
TEXT_ROLES = ("text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success")


def test_what_the_roles_of_colours_stand_for(snapshot: SnapshotAssertion) -> None:
    """The snapshots of screens name colours by their roles: here is what those are."""
    lines = [f"{theme:<24} {role:<16} {roles_of(theme)[role]}" for theme in ALL_OURS for role in (*ROLES, *TEXT_ROLES)]
    assert "\n".join([*lines, ""]) == snapshot
