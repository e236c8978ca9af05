"""The command line: which command was asked for. Each is a module of `tui/verbs`; the app is loaded only to read.

Exit status: 0 done, 1 found problems, 2 could not.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from briefings.errors import RashomonError
from index import ENGINE
from tui.settings_file import engine_kept

DONE, PROBLEMS, COULD_NOT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Verb:
    """One command.

    name: the word typed. summary: one line for `--help`. module: the module with its `arguments` and `run`.
    """

    name: str
    summary: str
    module: str


VERBS = {
    verb.name: verb
    for verb in (
        Verb("add", "put articles into the library: files, folders, addresses, - for standard input", "add"),
        Verb("list", "the articles and briefings of the library", "listing"),
        Verb("show", "one article: how each field is known, and its text", "show"),
        Verb("edit", "correct an article's title, outlet, day, byline, credit or address", "edit"),
        Verb("clean", "read the originals again with the cleaner there is now", "clean"),
        Verb("search", "find words in everything the outlets wrote", "search"),
        Verb("similar", "other coverage of the meeting an article reports", "similar"),
        Verb("compare", "a meeting's articles side by side: points, emphasis, runs, quotes, figures, words", "compare"),
        Verb("coverage", "points x outlets: who carries what, and where", "compare"),
        Verb("quotes", "who is quoted, in which words, by which outlet", "compare"),
        Verb("figures", "the figures each outlet gives, and whether they agree", "compare"),
        Verb(
            "wording", "the words outlets choose on a point, or use more than the others; every use of one", "wording"
        ),
        Verb("sources", "who speaks in each article, and at what length", "compare"),
        Verb("brief", "briefings: new, draft, check", "brief"),
        Verb("notes", "notes: list, export, import, agreement", "notes"),
        Verb("codebook", "codes: list, show, use, edit, check, import, export", "codebook"),
        Verb("report", "a comparison as Markdown, HTML, JSON or CSV", "report"),
        Verb("index", "the search index: status, rebuild; push to an archive, take from one", "index"),
        Verb("serve", "the reader in a web browser on this machine", "serve"),
        Verb("doctor", "check the library, the index and the terminal", "doctor"),
    )
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (default: the program's own) and return its exit status."""
    try:
        return _dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except RashomonError as error:
        print(f"rashomon: {_harmless(error)}", file=sys.stderr)
        return COULD_NOT
    except KeyboardInterrupt:
        print("rashomon: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 -- whatever it is, the reader gets a sentence, the log the traceback
        from tui.failures import keep_failure

        print(f"rashomon: {keep_failure(error)}", file=sys.stderr)
        return COULD_NOT


def _dispatch(arguments: list[str]) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.word not in VERBS:
        if options.rest:
            parser.error(f"{options.word!r} is not a command; `rashomon --help` lists them")
        from tui.verbs.read import run

        _choose_engine(options)
        return run(options)
    verb = VERBS[options.word]
    module = import_module(f"tui.verbs.{verb.module}")
    own = argparse.ArgumentParser(prog=f"rashomon {verb.name}", description=_sentence(verb.summary))
    own.set_defaults(verb=verb.name)
    library_options(own)
    module.arguments(own)
    chosen = own.parse_args(
        options.rest, argparse.Namespace(library=options.library, sample=options.sample, engine=options.engine)
    )
    _choose_engine(chosen)
    return int(module.run(chosen))


def _choose_engine(options: argparse.Namespace) -> None:
    """Have the program, and what it starts, search where the reader said."""
    if options.engine is not None:
        os.environ[ENGINE] = options.engine
    elif ENGINE not in os.environ and (kept := engine_kept()):
        os.environ[ENGINE] = kept


def library_options(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take the options that choose a library; they may stand before or behind the command."""
    where = "the library to work on (default: RASHOMON_LIBRARY, else yours)"
    parser.add_argument("--library", metavar="FOLDER", default=argparse.SUPPRESS, help=where)
    sample = "work on the bundled sample instead of a library"
    parser.add_argument("--sample", action="store_true", default=argparse.SUPPRESS, help=sample)
    engine = (
        f"the archive to search, https://HOST/ARCHIVE, or local for this machine (default: {ENGINE}, else the settings)"
    )
    parser.add_argument("--engine", metavar="ADDRESS", default=argparse.SUPPRESS, help=engine)


def _parser() -> argparse.ArgumentParser:
    width = max(map(len, VERBS))
    commands = "\n".join(f"  {verb.name:{width}}  {verb.summary}" for verb in VERBS.values())
    parser = argparse.ArgumentParser(
        prog="rashomon",
        usage="rashomon [LIBRARY]\n       rashomon COMMAND ...",
        description="One meeting, told by everyone who reported it: compare how outlets framed it, in the terminal.\n"
        "Without a command the reader opens: on LIBRARY, else on your library, else on the bundled sample.",
        epilog=f"commands (`rashomon COMMAND --help` tells more):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    library_options(parser)
    parser.set_defaults(library=None, sample=False, engine=None)
    parser.add_argument("--version", action="version", version=_version())
    parser.add_argument("word", nargs="?", metavar="LIBRARY", help="the folder of a library to read")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _version() -> str:
    from importlib.metadata import version

    return f"rashomon {version('rashomon')}"


def _harmless(error: RashomonError) -> str:
    """What an error says: it may name words that others wrote, and none of them may reach the terminal as commands."""
    from briefings.sources.decode import disarm

    return disarm(str(error))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


if __name__ == "__main__":
    sys.exit(main())
