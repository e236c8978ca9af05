"""Which notes of a library changed since a reader of it last looked: what an index follows. Not here: what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.note_store import NoteStore


def notes_changed_since(library: NoteStore, mark: int) -> tuple[int, list[tuple[str, bool]]]:
    """(the mark to ask with next time, (note id, whether it is gone) of each note that changed since `mark`).

    mark: what the last answer gave; 0 the first time, which gives every note there is.
    """
    connection = library._connection
    latest = int(connection.execute("SELECT coalesce(max(rowid), 0) FROM note_history").fetchone()[0])
    if not mark:
        return latest, [(id, False) for (id,) in connection.execute("SELECT id FROM notes ORDER BY id")]
    rows = connection.execute(
        "SELECT DISTINCT note, note NOT IN (SELECT id FROM notes) FROM note_history WHERE rowid > ? ORDER BY note",
        (mark,),
    )
    return latest, [(id, bool(gone)) for id, gone in rows]
