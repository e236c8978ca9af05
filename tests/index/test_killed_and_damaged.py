"""Programs that are killed, and files that are damaged, while other programs search and write: nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import open_engine, shelf, whoosh_engine
from index.engine import Engine
from index.manifest import Manifest

MANY = 230  # worth other processes
DAMAGES, PAUSE = 6, 0.5
POINTS = {
    "while other processes write": "import index.indexing as at; at.write_segments = die",
    "before the manifest is written": "import index.shelf as at; at.Shelf.publish = die",
    "before the new manifest takes its place": "import index.manifest as at; at.Manifest.to_bytes = die",
    "before what was left is swept": "import index.shelf as at; at.Shelf._sweep = die",
    "in the middle of a segment": "import index.inversion as at; at.Inversion.finish = die",
}
KILLED = f"""
import os, signal, sys
from briefings.article import Article
from briefings.library import Library
from index import open_engine
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
with Library.open(sys.argv[1]) as library:
    engine = open_engine(library)
    engine.refresh()
    exec(sys.argv[2])
    count = 3 if "Inversion" in sys.argv[2] else {MANY}
    library.add_all(Article(f"late-{{n}}", "Late", f"Dirigible {{n}} over the valley.") for n in range(count))
    engine.refresh()
"""
WRITER = """
import sys
from briefings.article import Article
from briefings.library import Library
from index import open_engine
name, folder = sys.argv[1:]
with Library.open(folder) as library:
    engine = open_engine(library)
    for number in range(10):
        library.add(Article(f"{name}-{number}", f"Outlet {name}", f"Dispatch {number} on dirigibles by {name}."))
        engine.refresh()
        assert engine.search(f"dirigible outlet:{name}").total >= 0
        engine.tend()
"""
SEARCHER = """
import select, sys
from briefings.library import Library
from index import open_engine
with Library.open(sys.argv[1]) as library:
    engine = open_engine(library)
    engine.refresh()
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        found = {hit.id for hit in engine.search("cider").hits}
        assert found == {"valley-times-3"}, found
"""


def start(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdin=pipe, stdout=pipe, stderr=pipe)


def is_sound(library: Library, engine: Engine) -> bool:
    assert isinstance(engine, whoosh_engine.WhooshEngine)
    return not shelf.Shelf(library.folder / "index", library.identity, engine._shelf.schema).is_damaged()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("point", POINTS)
def test_a_killed_program_costs_nothing(library: Library, engine: Engine, point: str) -> None:
    engine.refresh()
    with start(KILLED, str(library.folder), POINTS[point]) as killed:
        _, said = killed.communicate(timeout=60)
        assert killed.returncode == -9, said.decode()
    assert {hit.id for hit in engine.search("cider").hits} == {"valley-times-3"}
    with Library.open(library.folder) as again:
        other = open_engine(again)
        other.refresh()
        late = sum(article.outlet == "Late" for article in again.headings())
        assert late in (3, MANY)
        assert other.search("dirigible").total == late
        assert other.status().waiting == 0
        assert is_sound(again, other)
        named = Manifest.from_bytes((again.folder / "index" / shelf.MANIFEST).read_bytes()).files
        other.close()
    if "swept" not in point:  # what the sweep left is swept by the next writing
        assert {path.name for path in (library.folder / "index").iterdir()} <= {*named, shelf.MANIFEST, shelf.LOCK}


def damage(folder: Path, chance: random.Random) -> None:
    """Damage one of the files the manifest names, or the manifest; nothing where there is none just now."""
    with suppress(OSError, ValueError):
        files = Manifest.from_bytes((folder / shelf.MANIFEST).read_bytes()).files
        victim = folder / chance.choice([*sorted(files), shelf.MANIFEST])
        content, how = victim.read_bytes(), chance.choice(["cut", "empty", "gone"])
        if how == "gone":
            victim.unlink()
        else:
            victim.write_bytes(content[: len(content) // 2] if how == "cut" else b"")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be damaged there")
def test_programs_write_and_search_while_files_are_damaged(library: Library, engine: Engine) -> None:
    engine.refresh()
    searcher = start(SEARCHER, str(library.folder))
    writers = [start(WRITER, name, str(library.folder)) for name in ("left", "right")]
    assert searcher.stdout
    assert searcher.stdout.readline() == b"ready\n", searcher.stderr.read() if searcher.stderr else ""
    chance, place = random.Random(7), shelf.Shelf(library.folder / "index", library.identity, "any")
    seen, left = place.mark(), DAMAGES
    while any(writer.poll() is None for writer in writers):
        if left and place.mark() not in (None, seen):  # not the same one twice: it is to be mended in between
            damage(place.folder, chance)
            seen, left = place.mark(), left - 1
        with suppress(subprocess.TimeoutExpired):
            writers[0].wait(PAUSE)
    for program in (*writers, searcher):
        _, said = program.communicate(b"\n", timeout=60)
        assert program.returncode == 0, said.decode()
    engine.refresh()
    assert engine.search("dirigible").total == 20
    assert engine.search("cider").total == 1
    assert engine.status().waiting == 0
    assert is_sound(library, engine)


def test_what_cannot_be_opened_is_not_built_upon(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file damaged before its hash was taken looks whole."""
    publish = shelf.Shelf.publish

    def damaged_before(self: shelf.Shelf, manifest: Manifest, names: list[str]) -> Manifest:
        victim = self.folder / next(name for name in names if name.endswith(".trm"))
        victim.write_bytes(victim.read_bytes()[:3])
        return publish(self, manifest, names)

    with monkeypatch.context() as patch:
        patch.setattr(shelf.Shelf, "publish", damaged_before)
        with suppress(Exception):
            engine.refresh()
    other = open_engine(library)
    assert other.search("cider").total == 1
    library.add(Article("late", "Late", "More cider."))
    assert other.refresh() == 1
    assert other.search("cider").total == 2
    other.close()


@pytest.mark.parametrize("suffix", [".pst", ".trm", "date.col", "_words_len.col"])
@pytest.mark.parametrize("how", ["cut", "gone"])
def test_a_file_damaged_while_it_is_open_gives_no_wrong_answer(
    library: Library, engine: Engine, suffix: str, how: str
) -> None:
    engine.refresh()
    assert engine.search("observers").total == 1
    for victim in (library.folder / "index").glob(f"*{suffix}"):
        if how == "gone":
            victim.unlink()
        else:
            with victim.open("r+b") as file:
                file.truncate(victim.stat().st_size // 3)
    assert engine.search("cider").total == 1
    assert engine.search("date:2023-12").total == 2
    assert [use.words for use in engine.usage("orchard")] == [21]
