"""A seal on what this machine wrote: a keyed hash (HMAC, RFC 2104), with a key that never leaves the reader's account.

Whoosh's files hold pickles, and opening a stranger's pickle runs a stranger's code. An index that came with a library
from elsewhere carries no seal of ours, and is built anew instead of opened. Not here: what is sealed (`shelf.py`).
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

_KEY_BYTES = 32


def seal(content: bytes) -> str:
    """The seal of `content`, in hex."""
    return hmac.new(_key(), content, hashlib.sha256).hexdigest()


def is_ours(content: bytes, sealed: str) -> bool:
    """Whether `sealed` is the seal this account puts on `content`."""
    return hmac.compare_digest(seal(content).encode(), sealed.encode())


@cache
def _key() -> bytes:
    """The account's key, made at first need. Where it cannot be kept, a key for this process alone."""
    from platformdirs import user_state_path

    path = user_state_path("rashomon", appauthor=False) / "index.key"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = path.read_bytes()
        if len(key) == _KEY_BYTES:
            return key
    return secrets.token_bytes(_KEY_BYTES)


def _make(path: Path) -> None:
    """Put a new key at `path` unless one is there; of two programs that do it at once, one wins whole."""
    if path.exists():
        return
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_KEY_BYTES))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        fresh.replace(path)
    fresh.unlink(missing_ok=True)
