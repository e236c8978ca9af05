"""Links between the pages arrive, and every page and picture is reached from the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DECISIONS, PAGES, README, ROOT, headings, links


@pytest.mark.parametrize("page", [*PAGES, *DECISIONS], ids=lambda page: page.stem)
def test_a_link_arrives(page: Path) -> None:
    for there, heading in links(page):
        assert there.is_file(), there
        assert not heading or heading in headings(there), (there.name, heading)


def test_every_page_and_picture_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [README]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        if page.suffix == ".md":
            waiting += [there for there, _ in links(page) if there not in reached]
    files = {path.resolve() for path in (ROOT / "docs").rglob("*") if path.suffix in {".md", ".svg"}}
    assert {path.relative_to(ROOT).as_posix() for path in files - reached} == set()
