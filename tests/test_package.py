"""What is shipped and how it is set up: the wheel, the lock, the Makefile, the README."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_the_wheel_holds_the_three_packages_and_the_sample_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"tui", "index", "briefings"}
    assert "briefings/curated/border-talks.md" in names
    assert sum(name.startswith("briefings/curated/articles/") for name in names) == 5
    assert sum(name.startswith("briefings/curated/codebooks/") for name in names) == 4
    assert {f"tui/{style}" for style in ("app.tcss", "screens/reader.tcss", "screens/search.tcss")} <= set(names)
    assert not [name for name in names if name.endswith((".pyc", ".lock")) or "test" in name.lower()]


def test_the_lock_names_no_place_and_hashes_everything() -> None:
    assert not re.search(r"https?:|://|\s@\s|--(index|find|extra|trusted)|/(home|work|root|tmp)\b", LOCK)
    packages = re.findall(r"^(\S+==\S+)(.*(?:\n\s+.*)*)", LOCK, re.M)
    assert len(packages) > 20
    assert [name for name, rest in packages if "--hash=sha256:" not in rest] == []


def test_the_lock_has_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    named += project["project"]["optional-dependencies"]["serve"]
    wanted = {re.split(r"[<>=!~ ]", name)[0].lower().replace("_", "-") for name in named}
    locked = {name.lower().replace("_", "-") for name in re.findall(r"^(\S+)==", LOCK, re.M)}
    assert wanted - locked == set()


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.+)$", makefile, re.M)[1].split())  # type: ignore[index]
    listed = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(re.findall(r"^  make (\S+)", listed, re.M)) == phony


def test_ci_runs_the_check_target() -> None:
    assert "make check" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_readme_shows_pictures_and_pages_that_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
