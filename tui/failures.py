"""What nobody foresaw: the traceback goes to a log file, the reader gets a sentence that names it."""

from __future__ import annotations

import traceback
from pathlib import Path

_LARGEST_LOG = 1_000_000
"""Bytes after which the log begins anew: it is to be sent by mail."""


def log_file() -> Path:
    """`errors.log` in the platform's user log folder."""
    from platformdirs import user_log_path

    return user_log_path("rashomon", appauthor=False) / "errors.log"


def keep_failure(error: BaseException) -> str:
    """Write `error` with its traceback into the log; what to tell the reader. Raises nothing."""
    said = f"something went wrong that should not ({type(error).__name__}). Nothing that was saved is lost."
    path = log_file()
    try:
        _append(path, error)
    except OSError as unwritten:
        return f"{said} What happened could not be written to {path} ({unwritten})."
    return f"{said} What happened is written in {path}: send it with a report."


def _append(path: Path, error: BaseException) -> None:
    from datetime import UTC, datetime
    from importlib.metadata import version

    path.parent.mkdir(parents=True, exist_ok=True)
    how = "w" if path.exists() and path.stat().st_size > _LARGEST_LOG else "a"
    with path.open(how, encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"\n{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, rashomon {version('rashomon')}\n")
        log.writelines(traceback.format_exception(error))
