"""The whole comparison, and what it must hold on odd input."""

import os
import subprocess
import sys
from dataclasses import fields

import pytest

from briefings.article import Article, Span
from briefings.errors import Stopped
from briefings.framing import compare

HARBOUR = (
    "Port workers in Rotterdam voted 412 to 88 on Tuesday to end their strike.\n\n"
    "“Nobody wins when the cranes stand still,” union leader Marta Okafor told reporters outside the terminal.\n\n"
    "The walkout had cost exporters about 30 million euros."
)
DOCKS = (
    "After nine days the strike at Rotterdam is over: dockers voted 412 to 88 to go back.\n\n"
    "Okafor, who leads the union, said: “Nobody wins when the cranes stand still.”\n\n"
    "The weather was mild."
)


def article(name: str, text: str, credit: str | None = None) -> Article:
    return Article(id=name.lower(), outlet=name, text=text, credit=credit)


def test_two_reports_share_points_quotes_and_figures() -> None:
    found = compare([article("A", HARBOUR), article("B", DOCKS)])
    reported = [{span.of(found.articles[index].text) for index, span in point.members} for point in found.points]
    assert any(len(members) == 2 and all("412 to 88" in member for member in members) for members in reported)
    assert [[index for index, _ in utterance.members] for utterance in found.utterances] == [[0, 1]]
    assert "The weather was mild." in [span.of(DOCKS) for span in found.only_here(1)]


def test_every_span_points_into_its_article() -> None:
    found = compare([article("A", HARBOUR), article("B", DOCKS)])
    for index, spans in enumerate(found.sentences):
        text = found.articles[index].text
        assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    for point in found.points:
        assert all(span in found.sentences[index] for index, span in point.members)


@pytest.mark.parametrize("texts", [[], [HARBOUR], [""], ["", HARBOUR], ["no end at all " * 50, HARBOUR]])
def test_little_or_odd_text_is_no_error(texts: list[str]) -> None:
    found = compare([article(f"O{number}", text) for number, text in enumerate(texts)])
    assert len(found.sentences) == len(texts)
    assert all(len({index for index, _ in point.members}) > 1 for point in found.points)


def test_the_same_article_twice_is_one_run_and_all_its_sentences_are_points() -> None:
    found = compare([article("A", HARBOUR), article("B", HARBOUR)])
    assert [(run.a.of(HARBOUR)[:4], run.a) for run in found.runs] == [("Port", found.runs[0].b)]
    assert found.only_here(0) == [] == found.only_here(1)


def test_without_agency_copy_nothing_rests_on_it() -> None:
    both = [article("A", HARBOUR, credit="AP"), article("B", HARBOUR + "\n\nA second vote comes in May.")]
    assert len(compare(both).points) == 3
    found = compare(both, wire=False)
    assert found.sentences[0] == ()
    assert [span.of(both[1].text) for span in found.sentences[1]] == ["A second vote comes in May."]
    assert (found.points, found.runs, found.figure_groups, found.utterances) == ((), (), (), ())
    assert [len(spans) for spans in found.wire_paragraphs] == [3, 3]


def test_progress_counts_up_to_the_total() -> None:
    told: list[tuple[int, int, str]] = []
    compare([article("A", HARBOUR), article("B", DOCKS)], progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == list(range(told[0][1] + 1))
    assert told[-1][0] == told[-1][1]


def test_it_stops_when_asked() -> None:
    answers = iter([False, True])
    with pytest.raises(Stopped, match="stopped"):
        compare([article("A", HARBOUR)], stop=lambda: next(answers))


@pytest.mark.parametrize("step", ["shared runs", "near-copies", "points", "figures", "emphasis and wording"])
def test_it_stops_inside_a_step(step: str) -> None:
    begun: list[str] = []
    asked: list[str] = []

    def stop() -> bool:
        asked.extend(begun[-1:])
        return asked.count(step) > 12

    clause = "Clause {0} of the lease names plot {0} on the {1} shore of lake {0}."
    articles = [
        article(outlet, " ".join(clause.format(n, side) for n in range(900)))
        for outlet, side in zip("ABC", ("northern", "eastern", "windy"), strict=True)
    ]
    with pytest.raises(Stopped) as stopped:
        compare(articles, progress=lambda _done, _total, what: begun.append(what), stop=stop)
    assert stopped.value.where == step


@pytest.mark.parametrize("step", ["sentences", "quotes", "figures"])
def test_it_stops_between_two_articles(step: str) -> None:
    begun: list[str] = []
    asked: list[str] = []

    def stop() -> bool:
        asked.extend(begun[-1:])
        return asked.count(step) > 1

    articles = [article("A", HARBOUR), article("B", DOCKS), article("C", DOCKS)]
    with pytest.raises(Stopped) as stopped:
        compare(articles, progress=lambda _done, _total, what: begun.append(what), stop=stop)
    assert stopped.value.where == step


def test_the_order_of_hashing_changes_nothing() -> None:
    script = (
        "import sys; from briefings.article import Article; from briefings.framing import compare\n"
        "texts = sys.argv[1:]; found = compare([Article(id=str(n), outlet='o', text=t) for n, t in enumerate(texts)])\n"
        "print(found)"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script, HARBOUR, DOCKS, HARBOUR.replace("412", "398")],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(printed) == 1


def test_importing_the_package_loads_no_library() -> None:
    script = (
        "import sys, briefings.framing; print([m for m in ('sentencex', 'rapidfuzz', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"


def test_depth_runs_from_the_top_to_the_end() -> None:
    found = compare([article("A", HARBOUR)])
    depths = [found.depth(0, span) for span in found.sentences[0]]
    assert depths[0] == 0.0
    assert depths == sorted(depths)
    assert depths[-1] < 1.0
    assert compare([article("A", "")]).depth(0, Span(0, 0)) == 0.0


def test_where_a_point_is_and_where_it_was_not_found() -> None:
    found = compare([article("A", HARBOUR), article("B", DOCKS), article("C", "It rained.")])
    point = next(
        point for point in found.points if any("412" in span.of(HARBOUR) for i, span in point.members if i == 0)
    )
    assert found.missing(point) == [2]
    assert found.place(point, 2) == []
    assert "412" in found.place(point, 1)[0].of(DOCKS)


def test_a_comparison_says_what_it_was_made_of() -> None:
    found = compare([article("A", HARBOUR)])
    assert {field.name for field in fields(found)} >= {"articles", "points", "runs", "quotes", "figures", "wire"}
    assert found.wire
    assert found.wire_paragraphs == ((),)
