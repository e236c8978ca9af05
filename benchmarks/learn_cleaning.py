"""Learns the weights of a line's score (`briefings/sources/weights.py`) and measures them with outlets held out.

    python -m benchmarks.learn_cleaning [--pages FILE] [--write]

Every page is learned from three times: as it was pasted, without its indentation (as most programs paste), and as a
reader marks it, from a few lines above the article to a few below. A line counts by its words. The figures are those of
pages of outlets that were not learned from; `--write` then learns from all pages and writes the weights.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.logistic import fit
from briefings.sources import score, weights
from briefings.sources.clean import choose
from briefings.sources.feature_table import FeatureTable
from briefings.sources.features import describe
from briefings.sources.lines import Lines, key, split_lines

PAGES = Path("../shared/data/pages.jsonl.gz")
FOLDS = 8
_WORD = re.compile(r"\w+")
_ABOVE, _BELOW = 3, 5

Weights = dict[str, float]


@dataclass
class Example:
    """One page in one variant: what it is called, its lines with their features and labels, and the gold text."""

    outlet: str
    variant: str
    lines: Lines
    features: FeatureTable
    labels: Sequence[bool]
    gold: str


def examples(pages: Path) -> Iterator[Example]:
    """Every page of the file in its three variants."""
    with gzip.open(pages, "rt", encoding="utf-8") as rows:
        for page in map(json.loads, rows):
            flat = "\n".join(line.strip() for line in page["pasted"].split("\n"))
            variants = {"indented": page["pasted"], "flat": flat, "marked": _marked(flat, page["gold_paragraphs"])}
            for variant, text in variants.items():
                lines = split_lines(text)
                labels = _labels(lines, page["gold_paragraphs"])
                gold = "\n".join(page["gold_paragraphs"])
                yield Example(page["outlet"], variant, lines, describe(lines), labels, gold)


def learn(known: Sequence[Example]) -> tuple[Weights, Weights]:
    """The weights of a line by itself, and of a line with its surroundings."""
    own = fit(row for one in known for row in _rows(one))
    return own, fit(row for one in known for row in _rows(one, score.neighbours(one.features, own)))


def held_out(known: Sequence[Example]) -> None:
    """Print precision, recall and F1 (4-gram shingles, mean over pages) for outlets not learned from."""
    outlets = sorted({one.outlet for one in known})
    found: dict[str, list[tuple[float | None, float, float]]] = {}
    for fold in range(FOLDS):
        own, context = learn([one for one in known if outlets.index(one.outlet) % FOLDS != fold])
        for one in known:
            if outlets.index(one.outlet) % FOLDS == fold:
                found.setdefault(one.variant, []).append(_quality(one, own, context))
    for variant, results in found.items():
        precisions = [precision for precision, _, _ in results if precision is not None]
        precision = sum(precisions) / len(precisions)
        recall = sum(recall for _, recall, _ in results) / len(results)
        poor = sum(f1 < 0.5 for _, _, f1 in results)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{variant:9} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  under .5: {poor} of {len(results)}")


def write(own: Weights, context: Weights) -> None:
    """Write the weights beside the code that uses them, the largest first."""
    text = '"""The weights of the score of a line (`score.py`): written by `benchmarks/learn_cleaning.py`."""\n\n'
    text += "from __future__ import annotations\n"
    for name, table in (("LINE", own), ("CONTEXT", context)):
        entries = sorted(table.items(), key=lambda entry: (-abs(entry[1]), entry[0]))
        text += f"\n{name} = {{\n" + "".join(f'    "{feature}": {value:.2f},\n' for feature, value in entries) + "}\n"
    Path(str(weights.__file__)).write_text(text, encoding="utf-8")


def _marked(flat: str, gold: Sequence[str]) -> str:
    """The part of a page that a reader would mark: the article with a few lines above and below."""
    lines = split_lines(flat)
    labels = _labels(lines, gold)
    body = [n for n, line in enumerate(lines) if labels[n] and len(line.words) >= 8] or [0, len(lines) - 1]
    first, last = max(0, body[0] - _ABOVE), min(len(lines) - 1, body[-1] + _BELOW)
    return flat[lines[first].span.start : lines[last].span.end]


def _labels(lines: Lines, gold: Sequence[str]) -> list[bool]:
    """Whether each line is a gold paragraph, or mostly inside one."""
    paragraphs, shingles = {key(paragraph) for paragraph in gold}, _shingles("\n".join(gold))
    labels = []
    for line in lines:
        own = _shingles(line.text)
        inside = sum((own & shingles).values()) > 0.7 * sum(own.values())
        labels.append(key(line.text) in paragraphs or (sum(own.values()) > 4 and inside))
    return labels


def _rows(
    one: Example, around: Iterable[Sequence[float]] = itertools.repeat(())
) -> Iterator[tuple[Weights, bool, float]]:
    """For every line its features and what its neighbours add, whether it is gold, and how much it counts."""
    for words, row, more, label in zip(one.features.words, one.features, around, one.labels, strict=False):
        yield row.weighed() | dict(zip(score.AROUND, more, strict=False)), label, min(60, words + 2) / 20


def _quality(one: Example, own: Weights, context: Weights) -> tuple[float | None, float, float]:
    chosen = choose(one.lines, one.features, score.score_lines(one.features, own, context))
    text = "\n".join(one.lines[number].text for number in chosen)
    gold, got = _shingles(one.gold), _shingles(text)
    same, extra, missed = ((gold & got).total(), (got - gold).total(), (gold - got).total())
    f1 = 2 * same / (2 * same + extra + missed) if same else 0.0
    return (same / (same + extra) if same + extra else None), same / (same + missed), f1


def _shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words[at : at + size])


def main() -> None:
    """Measure, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    known = list(examples(options.pages))
    held_out(known)
    if options.write:
        write(*learn(known))


if __name__ == "__main__":
    main()
