"""Shared runs: the same words in two texts."""

from __future__ import annotations

from typing import NamedTuple

from briefings.article import Span


class SharedRun(NamedTuple):
    """The same words in two texts, case, quotation marks and punctuation aside: their span in each."""

    a: Span
    b: Span
