"""`rashomon serve`: the same reader in a web browser, by textual-serve, on this machine unless told otherwise."""

from __future__ import annotations

import argparse
import shlex
import sys

from briefings.errors import RashomonError
from tui.verbs.choice import open_library


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `serve` takes."""
    parser.add_argument("--host", default="localhost", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default 8000)")


def run(options: argparse.Namespace) -> int:
    """Serve until stopped with ctrl+c."""
    try:
        from textual_serve.server import Server
    except ImportError:
        raise RashomonError(
            "the part that serves browsers is not installed", remedy="Install it: pip install 'rashomon[serve]'."
        ) from None
    open_library(options).close()  # a library that cannot be opened is told here, not in the browser
    Server(command(options), host=options.host, port=options.port, title="Rashomon").serve()
    return 0


def command(options: argparse.Namespace) -> str:
    """The command line each browser's reader is started with."""
    words = [sys.executable, "-m", "tui.cli"]
    words += ["--sample"] if options.sample else []
    words += ["--library", options.library] if options.library else []
    return shlex.join(words)
