"""The index follows the library, and is a cache: missing, stale, damaged or foreign, it is built anew."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.errors import EngineError, UnknownArticle
from briefings.library import Library
from index import indexing, open_engine, shelf, whoosh_engine, workers
from index import seal as seals
from index.engine import Engine, Status
from index.manifest import Manifest

NEW = Article("new-5", "Late Edition", "A zeppelin crossed the valley.", title="Airship seen")


def ids(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query).hits}


def test_refresh_tells_how_many_documents_changed(library: Library, engine: Engine) -> None:
    assert engine.refresh() == 4
    assert engine.refresh() == 0
    library.add(NEW)
    assert engine.refresh() == 1
    assert ids(engine, "zeppelin") == {"new-5"}


def test_status_tells_what_waits_and_writes_nothing(library: Library, engine: Engine) -> None:
    assert (engine.status().documents, engine.status().waiting) == (0, 4)
    assert not (library.folder / "index").exists()
    engine.refresh()
    library.add(NEW)
    assert engine.status() == Status(str(library.folder / "index"), 4, 1)


def test_rebuild_writes_every_document_anew(library: Library, engine: Engine) -> None:
    engine.refresh()
    before = set((library.folder / "index").glob("*.pst"))
    library.add(NEW)
    assert engine.rebuild() == 5
    assert before.isdisjoint((library.folder / "index").glob("*.pst"))
    assert ids(engine, "zeppelin") == {"new-5"}
    assert engine.status().waiting == 0


def test_a_removed_article_is_not_found(library: Library, engine: Engine) -> None:
    assert ids(engine, "cider") == {"valley-times-3"}
    library.remove("valley-times-3")
    assert engine.refresh() == 1
    assert ids(engine, "cider") == set()
    assert engine.search("*").total == 3


def test_a_removed_article_that_comes_back_is_found_once(library: Library, engine: Engine) -> None:
    engine.refresh()
    article = library.article("valley-times-3")
    library.remove(article.id)
    library.add(article)
    engine.refresh()
    assert [hit.id for hit in engine.search("cider").hits] == ["valley-times-3"]


def test_nothing_is_written_when_nothing_changed(library: Library, engine: Engine) -> None:
    engine.refresh()
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (library.folder / "index").iterdir())
    library.keep_position("valley-times-3", 3)
    assert engine.refresh() == 0
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in (library.folder / "index").iterdir())


def test_another_window_sees_the_change(library: Library, engine: Engine) -> None:
    other = open_engine(library)
    assert ids(other, "zeppelin") == set()
    library.add(NEW)
    engine.refresh()
    assert ids(other, "zeppelin") == {"new-5"}
    assert other.refresh() == 0
    other.close()


def test_while_another_window_writes_the_older_index_is_searched(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    library.add(NEW)
    monkeypatch.setattr(whoosh_engine, "_A_MOMENT", 0.0)
    place = shelf.Shelf(library.folder / "index", library.identity, "any")
    with place.writing(0.0) as mine:
        assert mine
        assert engine.refresh() == 0
        assert ids(engine, "cider zeppelin") == set()
        assert ids(engine, "cider") == {"valley-times-3"}
    assert engine.refresh() == 1


def damage_segment(folder: Path) -> None:
    victim = next(folder.glob("*.pst"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 0xFF
    victim.write_bytes(data)


def lose_segment(folder: Path) -> None:
    next(folder.glob("*.pst")).unlink()


def empty_contents(folder: Path) -> None:
    next(folder.glob("*.toc")).write_bytes(b"")


def garble_manifest(folder: Path) -> None:
    (folder / shelf.MANIFEST).write_bytes(b'{"manifest": 3')


def manifest_of_other_shape(folder: Path) -> None:
    body = json.dumps({"schema": 1})
    (folder / shelf.MANIFEST).write_text(json.dumps({"manifest": body, "seal": seals.seal(body.encode())}))


def lose_all(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


DAMAGES = [damage_segment, lose_segment, empty_contents, garble_manifest, manifest_of_other_shape, lose_all]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_built_anew(library: Library, engine: Engine, damage: Callable[[Path], None]) -> None:
    engine.refresh()
    engine.close()
    damage(library.folder / "index")
    again = open_engine(library)
    assert ids(again, "lopez") == {"harbour-post-1"}
    assert again.search("*").total == 4
    again.close()


@pytest.mark.parametrize("damage", [damage_segment, garble_manifest, lose_all])
def test_damage_under_an_open_engine_is_mended(
    library: Library, engine: Engine, damage: Callable[[Path], None]
) -> None:
    engine.refresh()
    damage(library.folder / "index")
    library.add(NEW)
    engine.refresh()
    other = open_engine(library)
    assert ids(other, "lopez") == {"harbour-post-1"}
    assert ids(other, "zeppelin") == {"new-5"}
    other.close()


def test_an_index_of_an_older_schema_is_built_anew(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    before = set((library.folder / "index").glob("*.pst"))
    monkeypatch.setattr(whoosh_engine, "SCHEMA_VERSION", 10_000)
    newer = open_engine(library)
    assert newer.refresh() == 4
    assert before.isdisjoint((library.folder / "index").glob("*.pst"))
    newer.close()


class Bomb:
    """Unpickled, it leaves a file behind."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> object:
        return os.mkdir, (str(self.mark),)


def test_an_index_from_elsewhere_is_never_opened(
    library: Library, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    engine.close()
    folder = library.folder / "index"
    mark = tmp_path / "exploded"
    contents = next(folder.glob("*.toc"))
    data = contents.read_bytes()
    contents.write_bytes(data[: len(data) // 4] + pickle.dumps(Bomb(mark)) * 40)
    found = Manifest.from_bytes((folder / shelf.MANIFEST).read_bytes())
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "stranger"))
    seals._key.cache_clear()
    place = shelf.Shelf(folder, library.identity, found.schema)
    names = list(found.files)
    place.publish(Manifest(found.schema, found.library, found.name, found.counter), names)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "reader"))
    seals._key.cache_clear()
    again = open_engine(library)
    assert ids(again, "lopez") == {"harbour-post-1"}
    assert not mark.exists()
    again.close()


def test_the_index_of_another_library_is_not_used(library: Library, engine: Engine, tmp_path: Path) -> None:
    engine.refresh()
    with Library.open(tmp_path / "other") as other:
        (library.folder / "index").rename(other.folder / "index")
        elsewhere = open_engine(other)
        assert elsewhere.search("*").total == 0
        elsewhere.close()


def test_leftovers_of_a_killed_writer_are_swept(library: Library, engine: Engine) -> None:
    engine.refresh()
    folder = library.folder / "index"
    name = next(folder.glob("*.pst")).name.split("_")[0]
    leftovers = [folder / f"{name}_orphan.seg", folder / f"_{name}_99.toc", folder / f"{name}.tmp" / "a.run"]
    leftovers[-1].parent.mkdir()
    for path in leftovers:
        path.write_bytes(b"x")
    library.add(NEW)
    assert engine.refresh() == 1
    assert ids(engine, "zeppelin") == {"new-5"}
    assert not [path for path in leftovers if path.exists()]


def test_writing_that_fails_leaves_the_index_as_it_was(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    library.add(NEW)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shelf.Shelf, "publish", full)
        with pytest.raises(EngineError, match="No space left"):
            engine.refresh()
    assert ids(engine, "cider") == {"valley-times-3"}
    other = open_engine(library)
    assert ids(other, "cider") == {"valley-times-3"}
    assert other.refresh() == 1
    other.close()


def test_many_articles_are_indexed_by_other_processes(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 2)
    monkeypatch.setattr(workers, "_BATCH", 1)
    monkeypatch.delattr(workers, "_write")  # what would do it here; the other processes have it
    assert engine.refresh() == 4
    assert 1 <= len(list((library.folder / "index").glob("*.pst"))) <= 2
    assert ids(engine, "boats") == {"inland-courier-2", "unknown-4"}
    assert engine.search("*").total == 4


def test_when_the_other_processes_fail_it_is_done_here(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 2)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert engine.refresh() == 4
    assert engine.search("*").total == 4


def test_many_small_changes_leave_few_segments(library: Library, engine: Engine) -> None:
    for number in range(20):
        library.add(Article(f"small-{number}", "Late Edition", f"Dispatch number {number} about dirigibles."))
        engine.refresh()
    assert engine.search("dirigible").total == 20
    assert len(list((library.folder / "index").glob("*.pst"))) <= 6


def test_threads_search_while_another_writes(library: Library, engine: Engine) -> None:
    engine.refresh()

    def look() -> bool:
        return all(ids(engine, "lopez") == {"harbour-post-1"} for _ in range(20))

    def add() -> bool:
        for number in range(6):
            library.add(Article(f"more-{number}", "Late Edition", "Dirigibles again."))
            engine.refresh()
        return True

    with ThreadPoolExecutor(4) as threads:
        jobs = [threads.submit(job) for job in (look, look, look, add)]
        assert all(job.result() for job in jobs)
    assert engine.search("dirigible").total == 6


def test_briefings_are_found_by_their_text_and_follow_their_files(library: Library, engine: Engine) -> None:
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    file = folder / "lisbon.md"
    file.write_text(
        '---\ntitle: "Lisbon: the quotas"\ndate: 2023-12-27\n---\nTwo outlets mention **herring**.\n', "utf-8"
    )
    engine.refresh()
    hit = engine.search("herring").hits[0]
    assert (hit.id, hit.kind, hit.title, hit.outlet) == ("briefing:lisbon", "briefing", "Lisbon: the quotas", "")
    assert hit.published is not None
    assert hit.published.isoformat() == "2023-12-27"
    assert ids(engine, "kind:briefing") == {"briefing:lisbon"}
    file.write_text("No header, only mackerel here, and more of it.\n", "utf-8")
    assert engine.refresh() == 1
    assert ids(engine, "herring") == set()
    assert ids(engine, "mackerel") == {"briefing:lisbon"}
    file.unlink()
    assert engine.refresh() == 1
    assert ids(engine, "mackerel") == set()


@pytest.mark.parametrize("header", ["title: [unclosed", "- a list", "date: 2023-99-99", "title:"])
def test_a_briefing_with_a_strange_header_is_found(library: Library, engine: Engine, header: str) -> None:
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    (folder / "odd.md").write_text(f"---\n{header}\n---\nMackerel.\n", "utf-8")
    assert ids(engine, "mackerel") == {"briefing:odd"}


def test_similar_raises_for_an_article_that_is_not_there(engine: Engine) -> None:
    with pytest.raises(UnknownArticle):
        engine.similar("nobody-1")


def test_importing_index_loads_no_search_library() -> None:
    code = "import sys, index; print([name for name in ('whoosh', 'sqlite3', 'trafilatura') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_names_of_files_and_outlets_may_hold_anything(library: Library, engine: Engine) -> None:
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    (folder / "two\nlines.md").write_text("Herring.\n", "utf-8")
    library.add(Article("odd-1", "Post\nand\0Mail", "Herring again."))
    assert ids(engine, "herring") == {"briefing:two\nlines", "odd-1"}
    (folder / "two\nlines.md").unlink()
    library.remove("odd-1")
    engine.refresh()
    assert engine.search("*").total == 4


def test_a_full_disk_in_idle_time_is_told_and_costs_nothing(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 0)
    engine.refresh()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shelf.Shelf, "publish", full)
        with pytest.raises(EngineError, match="No space left"):
            engine.tend()
    assert ids(engine, "cider") == {"valley-times-3"}
    assert engine.status().unheard == 4
    assert engine.tend()


def test_damage_found_in_idle_time_is_mended_by_the_next_refresh(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 0)
    engine.refresh()
    victim = next((library.folder / "index").glob("*.trm"))
    victim.write_bytes(b"")
    assert not engine.tend()
    assert engine.refresh() == 4
    assert ids(engine, "cider") == {"valley-times-3"}


@pytest.mark.parametrize("suffix", [".pst", ".trm", "._stored.col"])
def test_bytes_that_rot_under_an_open_engine_are_noticed_when_they_are_read(
    library: Library, engine: Engine, suffix: str
) -> None:
    engine.refresh()
    victim = next((library.folder / "index").glob(f"*{suffix}"))
    with victim.open("r+b") as file:
        file.truncate(0)
    other = open_engine(library)
    assert {hit.id for hit in other.search("cider").hits} == {"valley-times-3"}
    assert {hit.id for hit in engine.search("cider").hits} == {"valley-times-3"}
    other.close()
