"""What a library says of an article before it is put in, and of a value before a field is given it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.edit_store import require_field
from briefings.errors import RashomonError
from briefings.library import Library
from briefings.sources import read

PAGE = (
    "Lighthouse keeper retires after forty winters\n\n"
    + "\n\n".join(
        f"In winter number {n} the keeper of Gull Point carried {n * 7} cans of oil up the stairs, counted the ships"
        f" that passed before noon, and wrote all of it down in the blue book beside the lamp."
        for n in range(1, 7)
    )
).encode()


def test_a_library_knows_bytes_it_holds_whatever_their_outlet_is_called(tmp_path: Path) -> None:
    imported = read(PAGE)
    renamed = replace(imported, article=replace(imported.article, id="gull-00000000", outlet="Gull"))
    with Library.open(tmp_path) as library:
        assert library.holds(imported) is None
        library.add(renamed)
        assert library.holds(imported) == "gull-00000000"
        assert library.holds(read(PAGE + b"\n\nMore.")) is None


def test_copies_are_found_before_an_article_is_kept_and_are_those_found_after(tmp_path: Path) -> None:
    first, second = read(PAGE).article, read(PAGE + b"\n\nThe lamp will be dark on Sunday, he said.").article
    first, second = replace(first, outlet="Gull"), replace(second, outlet="Tern")
    with Library.open(tmp_path) as library:
        library.add(first)
        before = library.alike(second)
        assert [(copy.id, copy.kind) for copy in before] == [(first.id, "same copy")]
        assert library.alike(replace(second, outlet="Gull"))[0].kind == "version"
        assert library.copies(first.id) == []
        library.add(second)
        assert library.copies(second.id) == before


@pytest.mark.parametrize("value", ["2023-1-5", "20230105", "2023-W01-4", "2023-02-30", "Tuesday"])
def test_a_day_has_one_way_to_be_written(value: str) -> None:
    with pytest.raises(RashomonError, match="is not a day"):
        require_field("published", value)
    require_field("published", "2023-01-05")
    require_field("published", None)
    require_field("title", value)
