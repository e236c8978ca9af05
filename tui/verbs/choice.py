"""What the words of a command name: the library, and the articles or the briefing in it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.article import Article
from briefings.errors import BriefingError, RashomonError, UnknownArticle
from briefings.library import Library
from briefings.library_folder import default_folder, is_library

if TYPE_CHECKING:
    from briefings.briefing import Briefing

FEWEST = 2
"""How many articles a comparison takes at the least."""


def open_library(options: argparse.Namespace, *, create: bool = False) -> Library:
    """The library the options name, made where `create` allows. Raises LibraryError."""
    if options.sample:
        from tui.sample import open_sample

        return open_sample()
    return Library.open(options.library, create=create)


def has_library(options: argparse.Namespace) -> bool:
    """Whether the reader named a library, or has one: when not, reading opens the sample."""
    return options.library is not None or is_library(default_folder())


def find_article(library: Library, word: str) -> Article:
    """The article whose id is `word`, or begins with it if only one does. Raises UnknownArticle."""
    try:
        return library.article(word)
    except UnknownArticle:
        alike = [heading.id for heading in library.headings() if heading.id.startswith(word)]
        if len(alike) == 1:
            return library.article(alike[0])
        if alike:
            raise UnknownArticle(
                f"{len(alike)} ids begin with {word!r}", remedy=f"Type more of it: {', '.join(alike[:4])}."
            ) from None
        raise


def find_briefing(library: Library, word: str) -> Briefing | None:
    """The briefing named by its file, its file's stem or its title; None where no briefing is named so."""
    from briefings.briefing import read_briefing  # the reader's start asks this module for less

    files = {path.stem: path for path in library.briefings()}
    if word.endswith(".md") and Path(word).is_file():
        return read_briefing(Path(word))
    if word.removesuffix(".md") in files:
        return read_briefing(files[word.removesuffix(".md")])
    for path in files.values():
        try:
            briefing = read_briefing(path)
        except BriefingError:
            continue
        if briefing.title.casefold() == word.casefold():
            return briefing
    return None


def meeting(library: Library, words: Sequence[str]) -> tuple[str, list[Article]]:
    """(title, articles) of the meeting `words` name: one briefing, or the ids of its articles. Raises RashomonError."""
    if len(words) == 1 and (briefing := find_briefing(library, words[0])):
        return briefing.title, [library.article(id) for id in briefing.sources]
    articles = [_article_or_briefing(library, word) for word in words]
    if len(articles) < FEWEST:
        raise RashomonError("a comparison takes two articles or more", remedy="Name a briefing, or two ids.")
    if len({article.id for article in articles}) < len(articles):
        raise RashomonError("an article is named twice", remedy="Name each article once.")
    return "", articles


def _article_or_briefing(library: Library, word: str) -> Article:
    try:
        return find_article(library, word)
    except UnknownArticle as error:
        names = ", ".join(path.stem for path in library.briefings()) or "none yet"
        raise UnknownArticle(
            f"{word!r} is neither an article's id nor a briefing",
            where=error.where,
            remedy=f"Briefings: {names}. {error.remedy}",
        ) from None
