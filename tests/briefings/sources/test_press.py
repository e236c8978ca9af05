"""Exports of press databases, in the shapes that such databases print."""

from __future__ import annotations

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import as_text, read, read_all
from tests.briefings.sources.stories import FERRY, LAMP

HEADLINE_FIRST = """
Ferry line stays open

Harbour Post

December 27, 2023 Wednesday

Copyright 2023 Harbour Post Company All Rights Reserved

Section: NEWS; Pg. 4
Length: 523 words
Byline: Tove Lindgren
Body

{ferry}

Graphic

A ferry leaves the old pier in the rain while several people look on from the quay.

Load-Date: December 28, 2023

End of Document

North light goes dark
again and again

Island Courier (Vik)

2 January 2024 Tuesday 10:15 AM GMT

Length: 310 words
Byline: By Arne Dahl
Body

{lamp}

Load-Date: January 3, 2024

End of Document
"""

DAY_BEFORE_HEADLINE = """
                               1 of 2 DOCUMENTS

                                 Harbour Post

                           December 27, 2023 Wednesday

Ferry line stays open

BYLINE: Tove Lindgren
SECTION: NEWS; Pg. 4
LENGTH: 523 words

{ferry}

LOAD-DATE: December 28, 2023

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS

                                 Island Courier (Vik)

                           2 January 2024 Tuesday

HEADLINE: North light goes dark
again and again

BYLINE: Arne Dahl
LENGTH: 310 words

{lamp}

LOAD-DATE: January 3, 2024
"""

IN_ONE_BLOCK = """
News
Ferry line stays open
By Tove Lindgren
523 words
27 December 2023
08:15
Harbour Post
HRBPST
4
English
Copyright 2023. Harbour Post.

{ferry}

Document HRBPST0020231227ejcr0001

Local
North light goes dark again and again
By Arne Dahl
310 words
2 January 2024
Island Courier (Vik)
ISLCOU
English
(c) 2024 Island Courier

{lamp}

Document ISLCOU0020240102ek120002
"""

CODED = """
SE  News
HD  Ferry line stays open
BY  By Tove Lindgren
WC  523 words
PD  27 December 2023
SN  Harbour Post
SC  HRBPST
LA  English
CY  Copyright 2023
LP
{ferry[0]}

TD
{ferry[1]}

{ferry[2]}
CO  harbco : Harbour Company
AN  Document HRBPST0020231227ejcr0001

HD  North light goes dark
    again and again
BY  Arne Dahl
WC  310 words
PD  2 January 2024
SN  Island Courier (Vik)
LP
{lamp[0]}

TD
{lamp[1]}

{lamp[2]}
AN  Document ISLCOU0020240102ek120002
"""

LABELS_AFTER = """
Report Information

____________________________________________________________

Document 1 of 2

Ferry line stays open

Author: Tove Lindgren

Publication info: Harbour Post; Port Ellen [Port Ellen]27 Dec 2023: A.4.

Abstract: None available.

Full text: {ferry}

Subject: Ferries; Councils;

Location: Port Ellen

Title: Ferry line stays open

Publication title: Harbour Post

Publication date: Dec 27, 2023

ProQuest document ID: 1234567

____________________________________________________________

Document 2 of 2

North light goes dark again and again

Author: Arne Dahl

Full text: {lamp}

Title: North light goes dark again and again

Publication title: Island Courier (Vik)

Publication date: Jan 2, 2024

ProQuest document ID: 1234568
"""


class _Story(tuple[str, ...]):
    def __format__(self, spec: str) -> str:
        return "\n\n".join(self)


def printed(shape: str) -> bytes:
    return shape.format(ferry=_Story(FERRY), lamp=_Story(LAMP)).encode()


SHAPES = {
    "headline first": HEADLINE_FIRST,
    "day before headline": DAY_BEFORE_HEADLINE,
    "in one block": IN_ONE_BLOCK,
    "coded": CODED,
    "labels after": LABELS_AFTER,
}
each_shape = pytest.mark.parametrize("shape", SHAPES)


@each_shape
def test_every_shape_is_read_alike(shape: str) -> None:
    ferry, lamp = read_all(printed(SHAPES[shape]))
    assert ferry.format == "press database"
    told = [(a.title, a.outlet, a.byline, str(a.published)) for a in (ferry.article, lamp.article)]
    assert told == [
        ("Ferry line stays open", "Harbour Post", "Tove Lindgren", "2023-12-27"),
        ("North light goes dark again and again", "Island Courier (Vik)", "Arne Dahl", "2024-01-02"),
    ]
    assert ferry.article.text == "\n\n".join(FERRY)
    assert lamp.article.text == "\n\n".join(LAMP)


@each_shape
def test_fields_are_stated_with_their_words(shape: str) -> None:
    source = " ".join(printed(SHAPES[shape]).decode().split())
    for imported in read_all(printed(SHAPES[shape])):
        for name in ("title", "outlet", "published", "byline"):
            assert imported.fields[name].confidence == "stated"
            assert " ".join(imported.fields[name].evidence.split()) in source


@each_shape
def test_a_record_is_its_own_original_and_can_be_read_again(shape: str) -> None:
    for imported in read_all(printed(SHAPES[shape])):
        assert imported.original in printed(SHAPES[shape])
        again = read(imported.original)
        assert (again.article, again.fields) == (imported.article, imported.fields)
        words = [span.of(as_text(imported.original)) for span in imported.kept]
        assert words == imported.article.text.split("\n\n")


def test_the_same_record_has_the_same_id_in_another_export() -> None:
    both = [imported.article.id for imported in read_all(printed(CODED))]
    second = CODED.index("HD  North")
    assert [imported.article.id for imported in read_all(printed(CODED[second:]))] == both[1:]


@pytest.mark.parametrize("edition", ["Final Edition", "Late Edition - Final", "1 - All-round Country Edition"])
def test_the_edition_under_the_day_is_no_headline(edition: str) -> None:
    day = "December 27, 2023 Wednesday\n"
    first, _ = read_all(printed(DAY_BEFORE_HEADLINE.replace(day, f"{day}{' ' * 27}{edition}\n")))
    assert (first.article.title, first.article.outlet) == ("Ferry line stays open", "Harbour Post")


def test_a_headline_about_an_edition_stays_one() -> None:
    first, _ = read_all(printed(DAY_BEFORE_HEADLINE.replace("Ferry line stays open", "Book Fair Opens Tenth Edition")))
    assert first.article.title == "Book Fair Opens Tenth Edition"


def test_a_contents_page_before_the_articles_is_no_headline() -> None:
    contents = "Date and Time: Monday, January 8, 2024\nDocuments (2)\n1. Ferry line stays open\n2. North light\n\n"
    first, _ = read_all(contents.encode() + printed(HEADLINE_FIRST))
    assert (first.article.title, first.article.outlet) == ("Ferry line stays open", "Harbour Post")


def test_a_label_inside_the_body_is_part_of_it() -> None:
    inside = HEADLINE_FIRST.replace("{ferry}", "Source: the council's minutes\n\n{ferry}", 1)
    first, _ = read_all(printed(inside))
    assert first.article.text == "Source: the council's minutes\n\n" + "\n\n".join(FERRY)


def test_wrapped_paragraphs_are_put_together() -> None:
    from textwrap import fill

    first, _ = read_all(printed(HEADLINE_FIRST.replace("{ferry}", "\n\n".join(fill(p, 60) for p in FERRY))))
    assert first.article.text == "\n\n".join(FERRY)


def test_articles_without_a_text_are_told_after_the_others() -> None:
    found: list[str | None] = []
    with pytest.raises(SourceError, match="1 of 2 articles") as caught:
        found.extend(imported.article.title for imported in read_all(printed(HEADLINE_FIRST.replace("{lamp}", ""))))
    assert caught.value.remedy
    assert found == ["Ferry line stays open"]


def test_an_export_without_any_text_holds_no_article() -> None:
    with pytest.raises(NoArticle):
        list(read_all(printed(HEADLINE_FIRST.replace("{lamp}", "").replace("{ferry}", ""))))


@pytest.mark.parametrize(
    "around",
    [
        "1 of 12\n{body}\n2 of 12\nPhoto: the old pier\nCopyright 2023 Harbour Post\nTags: ferry",
        "Date: 27 December 2023\nAuthor: Tove Lindgren\n\n{body}",
        "{body}\n\nEnd of document",
    ],
)
def test_a_page_with_a_few_such_lines_is_a_page(around: str) -> None:
    assert read(around.format(body="\n\n".join(FERRY)).encode()).format == "pasted text"


@pytest.mark.parametrize("line", ["Title: x{}y", "HD  x{}y", "May{}x", "Length{}: 5", "{}End of Document{}x"])
def test_long_runs_of_spaces_take_no_longer(line: str) -> None:
    text = f"1 of 2\nHD x\nPD x\nLP x\n{line.replace('{}', ' ' * 100_000)}\n\n" + "\n\n".join(FERRY)
    assert FERRY[0] in read(text.encode()).article.text
