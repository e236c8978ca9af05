"""Where an article was published: a field like the others, corrected by hand, kept when it is cleaned again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.errors import RashomonError
from briefings.library import Library
from briefings.relining import clean_again
from briefings.sources import read
from briefings.sources.imported import FIELD_NAMES, Field, Imported

PAGE = Path(__file__).parents[1] / "pages" / "harbour-gazette.txt"
ADDRESS = "https://gazette.example/ferry"


def page(url: str | None = None) -> Imported:
    imported = read(PAGE.read_bytes(), PAGE.name)
    return replace(imported, article=replace(imported.article, url=url))


def fields(library: Library, id: str) -> dict[str, Field]:
    original = library.original(id)
    assert original is not None
    return dict(original.fields)


def test_an_address_set_by_hand_is_said_to_be_and_can_be_taken_back(tmp_path: Path) -> None:
    imported = page()
    id = imported.article.id
    with Library.open(tmp_path) as library:
        library.add(imported)
        assert tuple(fields(library, id)) == FIELD_NAMES
        assert library.edit(id, {"url": ADDRESS}).article.url == ADDRESS
        assert fields(library, id)["url"] == Field(ADDRESS, "edited")
        clean_again(library, id)
        assert library.article(id).url == ADDRESS
        library.undo(id)
        assert library.article(id).url is None
        assert fields(library, id)["url"] == Field()


@pytest.mark.parametrize("value", ["javascript:alert(1)", "gazette.example/ferry", "https://", "file:///etc/passwd"])
def test_what_is_no_address_of_the_web_is_refused(tmp_path: Path, value: str) -> None:
    imported = page()
    with Library.open(tmp_path) as library:
        library.add(imported)
        with pytest.raises(RashomonError, match="is not a web address"):
            library.edit(imported.article.id, {"url": value})


def test_an_address_that_an_older_library_knew_stays_when_its_page_is_cleaned_again(tmp_path: Path) -> None:
    imported = page(ADDRESS)
    older = replace(imported, fields={name: field for name, field in imported.fields.items() if name != "url"})
    with Library.open(tmp_path) as library:
        library.add(older)
        clean_again(library, imported.article.id)
        assert library.article(imported.article.id).url == ADDRESS
