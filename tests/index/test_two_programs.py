"""Several programs on one library: one writes, all find, nothing is lost or damaged."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import open_engine, shelf
from index.engine import Engine

PROGRAM = """
import sys
from briefings.article import Article
from briefings.library import Library
from index import open_engine
name, folder = sys.argv[1:]
with Library.open(folder) as library:
    engine = open_engine(library)
    for number in range(8):
        library.add(Article(f"{name}-{number}", f"Outlet {name}", f"Dispatch {number} on dirigibles by {name}."))
        engine.refresh()
        found = {hit.id for hit in engine.search(f"dirigible outlet:{name}").hits}
        assert found <= {f"{name}-{one}" for one in range(number + 1)}, found
        engine.tend()
"""


def test_two_programs_that_write_at_once_lose_nothing(library: Library, engine: Engine) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, name, str(library.folder)], stderr=subprocess.PIPE)
        for name in ("left", "right")
    ]
    for program in programs:
        _, errors = program.communicate(timeout=100)
        assert program.returncode == 0, errors.decode()
    engine.refresh()
    assert engine.search("dirigible").total == 16
    assert engine.status().waiting == 0
    assert not shelf.Shelf(library.folder / "index", library.identity, engine._shelf.schema).is_damaged()  # type: ignore[attr-defined]


def test_a_program_killed_while_it_writes_costs_nothing(library: Library, engine: Engine) -> None:
    engine.refresh()
    killed = PROGRAM.replace(
        "library.add(",
        "import index.shelf, os; index.shelf.Shelf.publish = lambda *_: os._exit(9)\n        library.add(",
    )
    assert subprocess.run([sys.executable, "-c", killed, "left", str(library.folder)], check=False).returncode == 9
    with Library.open(library.folder) as again:
        other = open_engine(again)
        assert {hit.id for hit in other.search("cider").hits} == {"valley-times-3"}
        assert other.refresh() == 1
        assert other.search("dirigible").total == 1
        other.close()
    names = {path.name.split(".")[0] for path in (library.folder / "index").glob("*.pst")}
    assert {path.name.split(".")[0] for path in (library.folder / "index").glob("*.col")} == names


def test_the_old_index_answers_while_a_new_one_is_built(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    answers = []
    publish = shelf.Shelf.publish

    def asked_meanwhile(*given: object) -> object:
        answers.append({hit.id for hit in engine.search("cider").hits})
        return publish(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(shelf.Shelf, "publish", asked_meanwhile)
    library.add(Article("late", "Late Edition", "More cider."))
    engine.rebuild()
    assert answers == [{"valley-times-3"}]
    assert {hit.id for hit in engine.search("cider").hits} == {"valley-times-3", "late"}


def test_a_copied_library_keeps_its_index(library: Library, engine: Engine, tmp_path: Path) -> None:
    import shutil

    engine.refresh()
    engine.close()
    library.close()
    shutil.copytree(library.folder, tmp_path / "copy")
    before = set((tmp_path / "copy" / "index").glob("*.pst"))
    with Library.open(tmp_path / "copy") as copy:
        other = open_engine(copy)
        assert other.refresh() == 0
        assert {hit.id for hit in other.search("cider").hits} == {"valley-times-3"}
        other.close()
    assert before == set((tmp_path / "copy" / "index").glob("*.pst"))


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is not swept there")
def test_a_question_under_way_is_answered_when_another_program_has_built_anew(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.refresh()
    other = open_engine(library)
    before = set((library.folder / "index").glob("*.pst"))
    other.rebuild()
    assert before.isdisjoint((library.folder / "index").glob("*.pst"))
    monkeypatch.setattr(engine, "_catch_up", lambda: None)
    assert {hit.id for hit in engine.search("cider").hits} == {"valley-times-3"}
    assert engine.search("date:2023-12", order="date").total == 2
    assert [use.outlet for use in engine.usage("cider")] == ["Valley Times"]
    other.close()
