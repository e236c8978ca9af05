"""Text in UTF-16 or UTF-32 whose bytes say nothing of it. Not here: text with a byte order mark (`decode.py`)."""

from __future__ import annotations

import unicodedata

_HEAD_BYTES = 4096
_FEWEST_NULS = 0.01  # of the bytes: a blank, a digit and a Latin letter have one each
_MOST_ODD = 0.01  # of the code points: controls, and what is not assigned or for private use
_FEWEST_BLANKS = 0.01  # of the code points; read from the wrong end there are none
_BLANKS = " \n\r\t"


def read_wide(data: bytes) -> str | None:
    """The text of `data` in UTF-16 or UTF-32 without a mark; None where it is not plainly one of these.

    Plainly: what it says is made of letters and signs, with plain blanks between them. A last unit that is cut short is
    left out.
    """
    head = data[:_HEAD_BYTES]
    if head.count(0) < _FEWEST_NULS * len(head):
        return None
    for encoding, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if text := _plain(data, encoding, unit):
            return text
    return None


def _plain(data: bytes, encoding: str, unit: int) -> str | None:
    try:
        text = data[: len(data) - len(data) % unit].decode(encoding)
    except UnicodeDecodeError:
        return None
    head = text[: _HEAD_BYTES // unit]
    blanks = sum(sign in _BLANKS for sign in head)
    odd = sum(unicodedata.category(sign) in ("Cc", "Cn", "Co") for sign in head if sign not in _BLANKS)
    return text if blanks >= _FEWEST_BLANKS * len(head) and odd <= _MOST_ODD * len(head) else None
