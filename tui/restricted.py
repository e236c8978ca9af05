"""A comparison seen through a choice of its outlets. Pure.

Nothing is computed anew: what only outlets left aside share is left out, and letters stay with their outlets. What was
measured against all outlets (distinctive words) stays measured so; the screen says how many of them are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from briefings.framing.precision import agree
from tui.chosen import Chosen

if TYPE_CHECKING:
    from briefings.framing.choices import Choice
    from briefings.framing.comparison import Comparison
    from briefings.framing.cuts import Cuts
    from briefings.framing.emphasis import Emphasis
    from briefings.framing.figures import FigureGroup
    from briefings.framing.passages import Point
    from briefings.framing.quotes import Utterance

T = TypeVar("T")
Shown = frozenset[int]
Numbers = Mapping[int, int]
"""The number of what was kept -> its number among what was kept."""


def restricted(comparison: Comparison, chosen: Chosen) -> Comparison:
    """The comparison with only what the chosen outlets have or share."""
    if not chosen.hidden:
        return comparison
    shown = frozenset(chosen.order)
    points, numbers = _points(comparison.points, shown)
    utterances, spoken = _utterances(comparison.utterances, shown)
    return replace(
        comparison,
        points=points,
        runs=tuple(run for run in comparison.runs if {run.first, run.second} <= shown),
        near_copies=tuple(copy for copy in comparison.near_copies if {copy.first, copy.second} <= shown),
        carriers=tuple(one for one in comparison.carriers if {one.first, one.second} <= shown),
        quotes=_emptied(comparison.quotes, shown),
        figures=_emptied(comparison.figures, shown),
        sources=_emptied(comparison.sources, shown),
        utterances=utterances,
        cuts=tuple(_cuts(comparison.cuts, spoken, shown)),
        figure_groups=tuple(_figures(comparison.figure_groups, shown)),
        choices=tuple(_choices(comparison.choices, numbers, shown)),
        emphasis=tuple(_renumbered(one, numbers) for one in comparison.emphasis),
        distinctive=tuple(
            one if index in shown else replace(one, words=()) for index, one in enumerate(comparison.distinctive)
        ),
    )


def _members(members: Iterable[tuple[int, T]], shown: Shown) -> tuple[tuple[int, T], ...]:
    return tuple(member for member in members if member[0] in shown)


def _are_several(members: Collection[tuple[int, object]]) -> bool:
    """Whether two or more articles are in it."""
    return len({index for index, _ in members}) > 1


def _points(points: Sequence[Point], shown: Shown) -> tuple[tuple[Point, ...], Numbers]:
    kept = {number: list(_members(point.members, shown)) for number, point in enumerate(points)}
    several = [number for number, members in kept.items() if _are_several(members)]
    made = tuple(replace(points[number], members=kept[number]) for number in several)
    return made, {number: new for new, number in enumerate(several)}


def _utterances(utterances: Sequence[Utterance], shown: Shown) -> tuple[tuple[Utterance, ...], Numbers]:
    kept = {number: _members(utterance.members, shown) for number, utterance in enumerate(utterances)}
    several = [number for number, members in kept.items() if _are_several(members)]
    made = tuple(replace(utterances[number], members=kept[number]) for number in several)
    return made, {number: new for new, number in enumerate(several)}


def _cuts(cuts: Iterable[Cuts], spoken: Numbers, shown: Shown) -> Iterable[Cuts]:
    """The cuts whose longest version is shown, and another: what is missing is told of the longest."""
    for cut in cuts:
        others = tuple(version for version in cut.others if version.index in shown)
        if cut.utterance in spoken and cut.longest.index in shown and others:
            yield replace(cut, utterance=spoken[cut.utterance], others=others)


def _figures(groups: Iterable[FigureGroup], shown: Shown) -> Iterable[FigureGroup]:
    """The figures that two of the outlets give, and whether those agree."""
    for group in groups:
        members = _members(group.members, shown)
        if _are_several(members):
            same = all(agree(a, b) for (_, a), (_, b) in combinations(members, 2))
            yield replace(group, members=members, relation="agree" if same else "differ")


def _choices(choices: Iterable[Choice], numbers: Numbers, shown: Shown) -> Iterable[Choice]:
    for choice in choices:
        words = {index: span for index, span in choice.words.items() if index in shown}
        if choice.point in numbers and len(words) > 1:
            yield replace(choice, point=numbers[choice.point], words=words)


def _renumbered(one: Emphasis, numbers: Numbers) -> Emphasis:
    points = tuple(replace(s, point=numbers[s.point]) for s in one.points if s.point in numbers)
    return replace(one, points=points)


def _emptied(found: Sequence[tuple[T, ...]], shown: Shown) -> tuple[tuple[T, ...], ...]:
    return tuple(items if index in shown else () for index, items in enumerate(found))
