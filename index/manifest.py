"""What an index holds, and the seal that says this account wrote it. Not here: the files it names (`shelf.py`)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from index.briefing_texts import States
from index.seal import is_ours, seal


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index holds.

    schema: the version of the fields and of Whoosh. library: the identity of the library it follows.
    name: what its files' names begin with. counter: the library's change counter it has reached.
    notes: the mark of its notes it has reached.
    briefings: the time of change (ns) and the size of each briefing file in it, by file stem.
    files: the hash of each file, by name. stamps: what the disk said of each when it was hashed (`shelf.py`).
    """

    schema: str
    library: str
    name: str
    counter: int = -1
    notes: int = 0
    briefings: States = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, list[int]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The manifest as JSON with its seal."""
        body = json.dumps(asdict(self), sort_keys=True)
        return json.dumps({"seal": seal(body.encode()), "manifest": body}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """The manifest that `to_bytes` wrote. Raises ValueError where it is damaged or not ours."""
        try:
            outer = json.loads(data)
            body = outer["manifest"]
            if not is_ours(body.encode(), outer["seal"]):
                raise ValueError("sealed by another account")
            known = json.loads(body)
            known["briefings"] = {stem: (when, size) for stem, (when, size) in known["briefings"].items()}
            return cls(**known)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("damaged") from error
