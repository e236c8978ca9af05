"""The clipboard, read by stand-ins for the programs of each system."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.errors import SourceError
from tui import clipboard
from tui.cli import main
from tui.clipboard import read_clipboard

PAGE = "The last ferry of the year left the pier at noon with forty passengers and a piano on its deck."
Desktop = Callable[..., None]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Makes a desktop: the variables it sets, and programs that run a line of shell."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION"):
        monkeypatch.delenv(name, raising=False)

    def set_up(*variables: str, **programs: str) -> None:
        for name in variables:
            monkeypatch.setenv(name, "1")
        for name, line in programs.items():
            program = folder / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\n{line}\n")
            program.chmod(0o755)

    return set_up


def failure() -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_clipboard()
    return caught.value


@pytest.mark.parametrize(
    ("variables", "program"),
    [(("WAYLAND_DISPLAY", "DISPLAY"), "wl_paste"), (("DISPLAY",), "xclip"), (("DISPLAY",), "xsel")],
)
def test_the_program_of_the_desktop_is_asked(desktop: Desktop, variables: tuple[str, ...], program: str) -> None:
    desktop(*variables, **{program: "printf 'one\\r\\ntwo'"})
    assert read_clipboard() == "one\ntwo"


def test_on_a_mac_pbpaste_is_asked_for_utf8(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    desktop(pbpaste='echo "$LC_CTYPE"')
    assert read_clipboard() == "UTF-8\n"


def test_a_missing_program_is_named(desktop: Desktop) -> None:
    desktop("WAYLAND_DISPLAY", "DISPLAY")
    assert "installed: wl-paste or xclip or xsel" in failure().what
    assert failure().where == "clipboard"
    assert "rashomon add -" in failure().remedy


def test_without_a_desktop_there_is_no_clipboard(desktop: Desktop) -> None:
    desktop()
    assert "no desktop" in failure().what


@pytest.mark.parametrize("line", ["exit 0", "echo 'No selection' >&2; exit 1"])
def test_an_empty_clipboard_is_told(desktop: Desktop, line: str) -> None:
    desktop("DISPLAY", xclip=line)
    assert "holds no text" in failure().what
    assert ("No selection" in failure().what) == ("exit 1" in line)


def test_a_program_that_hangs_is_given_up(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 0.2)
    desktop("DISPLAY", xclip="exec /bin/sleep 60")
    assert "did not answer" in failure().what


def test_what_is_on_the_clipboard_is_added(
    desktop: Desktop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop("DISPLAY", xclip=f"echo '{PAGE}'")
    assert main(["--library", str(tmp_path / "library"), "add", "--clipboard"]) == 0
    assert "pasted text · 1 paragraphs" in capsys.readouterr().out


def test_names_of_files_on_the_clipboard_are_followed(
    desktop: Desktop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    desktop("DISPLAY", xclip=f"echo '{tmp_path / 'page.txt'}'")
    assert main(["--library", str(tmp_path / "library"), "add", "--clipboard", "--json"]) == 0
    assert f'"source": "{tmp_path / "page.txt"}"' in capsys.readouterr().out


def test_a_clipboard_that_cannot_be_read_is_a_source_that_cannot(
    desktop: Desktop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop()
    assert main(["--library", str(tmp_path / "library"), "add", "--clipboard"]) == 2
    assert capsys.readouterr().err.startswith("rashomon: clipboard: There is no desktop")


def test_nothing_to_add_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path / "library"), "add"]) == 2
    assert "say what to add" in capsys.readouterr().err
