"""Notes as documents, and notes, codes and briefings as filters."""

from __future__ import annotations

from dataclasses import replace

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note, Target, new_note, note_on
from index.engine import Engine


def ids(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query).hits}


def annotate(library: Library) -> Note:
    note = new_note(library.article("valley-times-3"), Span(4, 11), "Praises the pickers", ("Cause", "Tone: warm"))
    library.add_note(note)
    return note


def test_a_note_is_found_by_its_comment_and_knows_its_article(library: Library, engine: Engine) -> None:
    note = annotate(library)
    engine.refresh()
    hit = engine.search("pickers").hits[0]
    assert (hit.id, hit.kind, hit.article) == (f"note:{note.id}", "note", "valley-times-3")
    assert (hit.outlet, hit.title) == ("Valley Times", "A harvest to remember")
    assert engine.text(hit) == "Praises the pickers"
    assert ids(engine, "kind:note") == {hit.id}
    assert ids(engine, "kind:article") == {"harbour-post-1", "inland-courier-2", "valley-times-3", "unknown-4"}


def test_the_index_follows_notes(library: Library, engine: Engine) -> None:
    note = annotate(library)
    assert engine.refresh() == 5
    library.change_note(replace(note, comment="Blames the frost"))
    assert engine.refresh() == 1
    assert ids(engine, "pickers") == set()
    assert ids(engine, "frost") == {f"note:{note.id}"}
    library.delete_note(note.id)
    assert engine.refresh() == 1
    assert ids(engine, "frost") == set()
    library.undo_notes()
    assert engine.refresh() == 1
    assert ids(engine, "frost") == {f"note:{note.id}"}


def test_articles_are_filtered_by_their_notes_and_codes_at_once(library: Library, engine: Engine) -> None:
    engine.refresh()
    note = annotate(library)
    library.add_note(new_note(library.article("unknown-4"), Span(0, 11), "", ("Remedy",)))
    assert ids(engine, "has:note") == {"valley-times-3", "unknown-4"}
    assert ids(engine, "has:note cider") == {"valley-times-3"}
    assert ids(engine, "kind:article NOT has:note") == {"harbour-post-1", "inland-courier-2"}
    assert ids(engine, "code:cause") == {"valley-times-3"}
    assert ids(engine, "code:warm") == {"valley-times-3"}
    assert ids(engine, 'code:"warm tone"') == set()
    engine.refresh()
    assert ids(engine, "code:cause") == {"valley-times-3", f"note:{note.id}"}


def test_what_else_an_article_may_have_is_said(engine: Engine) -> None:
    results = engine.search("cider has:legs")
    assert {hit.id for hit in results.hits} == {"valley-times-3"}
    assert results.problem == "has: knows note, not 'legs'"


def test_articles_are_filtered_by_the_briefings_they_are_sources_of(library: Library, engine: Engine) -> None:
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    header = "---\ntitle: Fishing talks\nsources: [harbour-post-1, inland-courier-2]\n---\n"
    (folder / "lisbon.md").write_text(f"{header}Two outlets.\n", "utf-8")
    library.add_note(note_on(Target("briefing", "lisbon"), "Two outlets.", Span(0, 3), "Count again"))
    everything = {"harbour-post-1", "inland-courier-2", "briefing:lisbon"}
    assert ids(engine, "briefing:lisbon") == everything
    assert ids(engine, 'briefing:"fishing talks"') == everything
    assert ids(engine, "briefing:fishing quotas") == {"harbour-post-1", "inland-courier-2"}
    assert ids(engine, "briefing:nowhere") == set()
    assert ids(engine, "has:note") == {"briefing:lisbon"}
