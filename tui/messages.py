"""Requests that travel from a widget or screen up to whoever can grant them. Facts are nested in their senders."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from briefings.article import Span
from tui.trail import Trail


@dataclass
class OpenArticle(Message):
    """Open an article.

    id: which. lit: spans of its text to show as found. cursor: where to be (code points), None for the first of `lit`.
    trail: the search it was found by; None for none.
    """

    id: str
    lit: tuple[Span, ...] = ()
    cursor: int | None = None
    trail: Trail | None = None


@dataclass
class OpenBriefing(Message):
    """Open a briefing.

    name: its file's stem. lit: spans of its text, as it is without tables, to show as found.
    trail: the search it was found by; None for none.
    """

    name: str
    lit: tuple[Span, ...] = ()
    trail: Trail | None = None


@dataclass
class Signed(Message):
    """A note was signed with another name than the one that was known. name: it, for the next notes too."""

    name: str


@dataclass
class CameBack(Message):
    """The way back led to this screen again; what it shows may have changed meanwhile."""
