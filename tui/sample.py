"""The bundled sample as a library of its own, so that a reader's notes on it stay. Not here: the sample's texts."""

from __future__ import annotations

from pathlib import Path

from briefings.briefing import read_briefing
from briefings.curated import sample_articles, sample_briefing
from briefings.library import Library, data_folder


def open_sample(folder: Path | None = None) -> Library:
    """The sample's library in `folder` (default: beside the reader's own), filled with what is missing from it.

    Nothing a reader changed in it is written over. Raises LibraryError where the folder cannot be used.
    """
    library = Library.open(folder or data_folder() / "sample")
    have = {heading.id for heading in library.headings()}
    if not have.issuperset(read_briefing(sample_briefing()).sources):
        _fill(library)
    place = library.folder / "briefings" / sample_briefing().name
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(sample_briefing().read_bytes())
    return library


def _fill(library: Library) -> None:
    from briefings.sources import read

    for path in sample_articles():
        library.add(read(path.read_bytes(), path.name), name=path.name)
