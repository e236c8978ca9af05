"""The bundled sample as a library of its own, so that a reader's notes on it stay. Not here: the sample's texts."""

from __future__ import annotations

from pathlib import Path

from briefings.curated import sample_articles, sample_briefing
from briefings.library import Library
from briefings.library_folder import data_folder


def open_sample(folder: Path | None = None) -> Library:
    """The sample's library in `folder` (default: beside the reader's own), filled with what is missing from it.

    Nothing a reader changed in it is written over. Raises LibraryError where the folder cannot be used.
    """
    library = Library.open(folder or data_folder() / "sample")
    bundled = sample_briefing().read_bytes()
    place = library.folder / "briefings" / sample_briefing().name
    # It is written last, so where it stands unchanged the articles are there; reading its header would cost a start.
    if not place.exists() or place.read_bytes() != bundled:
        _fill(library)
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(bundled)
    return library


def is_sample(library: Library) -> bool:
    """Whether `library` is the sample's, and not one of the reader's own."""
    return library.folder == data_folder() / "sample"


def _fill(library: Library) -> None:
    from briefings.sources import read

    for path in sample_articles():
        library.add(read(path.read_bytes(), path.name), name=path.name)
