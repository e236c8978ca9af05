"""What the text pane is given: an article or a briefing ready to be read. Made in workers; knows no widget.

What reading a text takes is imported when one is read: every start loads this module before its first frame.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from briefings.article import NO_TITLE, UNKNOWN_OUTLET, Article, Span
from briefings.copies import Copy
from briefings.errors import RashomonError
from briefings.library import Library
from briefings.notes.note import Note, Target
from tui.layers import Layer

if TYPE_CHECKING:
    from briefings.briefing import Briefing

MARKED = 500
"""How many notes on an article are marked in it before somebody asks for all."""
Live = Callable[[Sequence[Article], str], str]
"""What stands in a briefing's live block: the articles of the meeting and the block's name in, plain text out."""


@dataclass(frozen=True, slots=True)
class Link:
    """A citation or link as it is shown.

    span: where, in the shown text. article: the id of the cited article. words: the cited words.
    """

    span: Span
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as the reader has it open.

    key: `article:ID`, `briefing:STEM`, or empty for nothing. heading: the lines above the text.
    text: what is shown. sentences: its sentences. layers: how it is marked. links: its citations, in order.
    article: the article, None for a briefing. sources: the articles a comparison would take.
    cursor: where to begin, in code points. awaits_tables: whether it has live blocks that are not drawn yet.
    places: of a briefing, (where a block begins, where it would begin with no table drawn) for every block, in order.
    source: of a briefing, what stands in its file below the header.
    """

    key: str
    heading: tuple[str, ...]
    text: str
    sentences: tuple[Span, ...] = ()
    layers: tuple[Layer, ...] = ()
    links: tuple[Link, ...] = ()
    article: Article | None = None
    sources: tuple[str, ...] = ()
    cursor: int = 0
    awaits_tables: bool = False
    places: tuple[tuple[int, int], ...] = ()
    source: str = ""

    def kept_offset(self, offset: int) -> int:
        """An offset of the text as it can be kept: it names the same words whether the tables are drawn or not."""
        return _moved(offset, self.places)

    def shown_offset(self, kept: int) -> int:
        """The offset of this text that `kept_offset` gave `kept` for."""
        return _moved(kept, [(without, shown) for shown, without in self.places])

    @property
    def name(self) -> str:
        """The article's id, or the stem of the briefing's file."""
        return self.key.partition(":")[2]


NOTHING = Reading("", (), "")
EMPTY = Reading(
    "",
    ("This library is empty",),
    "Put articles in with `rashomon add FILE`: saved pages, pasted text, folders of them. Or press i here.\n\n"
    "Then name a meeting with `rashomon brief new TITLE ID ID`.",
)


def read_article(library: Library, id: str, lit: Sequence[Span] = ()) -> Reading:
    """Article `id`, with the spans `lit` as hits and the cursor on the first of them, else where it was left.

    Its first `MARKED` notes are marked: whoever shows all of them marks them all (`noting.noted`).
    """
    from briefings.framing.sentences import sentences
    from briefings.note_filter import NoteFilter

    article = library.article(id)
    cursor = lit[0].start if lit else library.position(f"article:{id}")
    agency = wire_layer(library, article)
    layers = (agency, hits(lit), notes_layer(library.notes_page(NoteFilter(targets=(Target("article", id),)), MARKED)))
    spans = tuple(sentences(article.text))
    says = [*same_story(library, library.copies(id)), *([f"{agency.mark} agency copy"] if agency.spans else [])]
    return Reading(
        f"article:{id}",
        article_heading(article, says),
        article.text,
        spans,
        layers,
        article=article,
        sources=(id,),
        cursor=cursor,
    )


def read_meeting(library: Library, name: str, live: Live | None = None, lit: Sequence[Span] = ()) -> Reading:
    """The briefing called `name`, its citations as links, its live blocks drawn by `live` where given.

    lit: spans of its text, as it is without tables, to show as found; the cursor is on the first of them, else where
    it was left.
    """
    from briefings.briefing import read_briefing
    from briefings.framing.sentences import sentences
    from briefings.markdown import rendered

    briefing = read_briefing(library.folder / "briefings" / f"{name}.md")
    bare = rendered(briefing.body)
    shown = rendered(briefing.body, lambda name: _live(library, briefing, name, live)) if live else bare
    links = tuple(Link(mark.span, mark.target, mark.words) for mark in shown.marks if mark.kind == "citation")
    key = f"briefing:{name}"
    kinds = ("heading", "strong", "emphasis", "code", "quote", "citation")
    layers = tuple(
        Layer(kind, [m.span for m in shown.marks if m.kind == kind], priority) for priority, kind in enumerate(kinds)
    )
    reading = Reading(
        key,
        briefing_heading(briefing),
        shown.text,
        tuple(sentences(shown.text)),
        layers,
        links,
        sources=briefing.sources,
        awaits_tables=live is None and any(block.kind == "live" for block, _ in shown.blocks),
        places=tuple((span.start, was.start) for (_, span), (_, was) in zip(shown.blocks, bare.blocks, strict=True)),
        source=briefing.body,
    )
    lit = [Span(*map(reading.shown_offset, span)) for span in lit]
    cursor = lit[0].start if lit else reading.shown_offset(library.position(key))
    return replace(reading, layers=(*layers, hits(lit)), cursor=cursor)


def with_hits(reading: Reading, lit: Sequence[Span]) -> Reading:
    """The same text with `lit` shown as found, the cursor on the first of them."""
    layers = tuple(layer for layer in reading.layers if layer.name != "hit")
    return replace(reading, layers=(*layers, hits(lit)), cursor=lit[0].start if lit else 0)


def cited_span(library: Library, link: Link) -> Span:
    """Where the words of a citation stand in the article's text. Raises RashomonError where they were not found."""
    from briefings.words import find_words

    span = find_words(link.words, library.article(link.article).text)
    if span is None:
        raise RashomonError(
            "the cited words were not found in the stored text",
            where=link.article,
            remedy="See `rashomon brief check`.",
        )
    return span


def same_story(library: Library, copies: Sequence[Copy]) -> tuple[str, ...]:
    """Which articles tell the same story, in words; an outlet's own by their ids."""
    same = [library.article(copy.id) for copy in copies if copy.kind == "same copy"]
    outlets = dict.fromkeys(a.id if a.outlet == UNKNOWN_OUTLET else a.outlet for a in same)
    said = [f"same copy as {', '.join(outlets)}"] if outlets else []
    versions = [copy.id for copy in copies if copy.kind == "version"]
    return (*said, f"version of {', '.join(versions)}") if versions else tuple(said)


def article_heading(article: Article, same: Sequence[str] = ()) -> tuple[str, ...]:
    """The lines above an article: its title; then outlet, day, length and credit; then `same`, what tells its story."""
    parts = [article.outlet, day_of(article), f"{len(article.text.split())} words"]
    parts += [f"credit {article.credit}"] if article.credit else []
    parts += ["retold, not the outlet's own words"] if article.retold else []
    return (article.title or NO_TITLE, " · ".join(parts), *same)


def day_of(article: Article) -> str:
    """The day an article was published, as headings show it."""
    return article.published.strftime("%-d %b %Y") if article.published else "date unknown"


def briefing_heading(briefing: Briefing) -> tuple[str, ...]:
    """The line above a briefing: the meeting, its day and place."""
    parts = [briefing.title, briefing.date.strftime("%-d %b %Y") if briefing.date else "", briefing.place or ""]
    parts += ["retold sample"] if briefing.retold else []
    return (" · ".join(filter(None, parts)),)


def wire_layer(library: Library, article: Article) -> Layer:
    """The paragraphs that are agency copy: by the article's credit, or shared with one credited to an agency."""
    from briefings.framing.wire import names_agency, wire_paragraphs

    others = [] if names_agency(article.credit) else [library.article(id) for id in library.sharing(article.id)]
    agency = [other for other in others if names_agency(other.credit)]
    return Layer("wire", tuple(wire_paragraphs([article, *agency])[0]), 0, mark="w")


def hits(spans: Sequence[Span]) -> Layer:
    """The layer of what a search found."""
    return Layer("hit", tuple(spans), 20)


def notes_layer(notes: Sequence[Note]) -> Layer:
    """The layer of the notes that have their place."""
    return Layer("note", tuple(note.span for note in notes if note.span), 10, mark="✎")


def _moved(offset: int, places: Sequence[tuple[int, int]]) -> int:
    """`offset` as far behind its block's second place as it is behind the first; no block reaches into the next."""
    index = bisect_right(places, offset, key=itemgetter(0)) - 1
    if index < 0:
        return offset
    moved = places[index][1] + offset - places[index][0]
    return min(moved, places[index + 1][1] - 1) if index + 1 < len(places) else moved


def _live(library: Library, briefing: Briefing, name: str, live: Live) -> str:
    have = {heading.id for heading in library.headings()}
    return live([library.article(id) for id in briefing.sources if id in have], name)
