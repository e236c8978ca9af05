"""How ids spell the name of an outlet, in any script."""

from __future__ import annotations

import re

import pytest

from briefings.article import outlet_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [("The Daily Gull", "the-daily-gull"), ("Días de Mar", "dias-de-mar"), ("", "unknown"), ("—", "unknown")],
)
def test_letters_become_ascii_where_they_can(name: str, slug: str) -> None:
    assert outlet_slug(name) == slug


@pytest.mark.parametrize("name", ["港新聞", "Чайка", "الميناء", "항구일보"])
def test_a_name_in_another_script_has_an_id_of_its_own(name: str) -> None:
    assert re.fullmatch(r"outlet-[0-9a-f]{6}", outlet_slug(name))
    assert outlet_slug(name) == outlet_slug(f" {name} ")
    assert outlet_slug(name) != outlet_slug(name + name[0])
    assert outlet_slug(name, "briefing").startswith("briefing-")


def test_half_and_full_width_are_one_name() -> None:
    assert outlet_slug("ミナト新聞") == outlet_slug("ﾐﾅﾄ新聞")


def test_a_name_partly_in_ascii_keeps_what_it_was() -> None:
    assert outlet_slug("Minato 新聞") == "minato"
