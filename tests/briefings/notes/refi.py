"""REFI-QDA files as other programs write them, made by hand; and the schema of the standard, where it lies."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

STANDARDS = Path(__file__).parents[3].parent / "shared" / "standards"
SCHEMA = STANDARDS / "Project-mrt2019.xsd"
ANA, BEN = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
FISH, BOAT = "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"
TEXT = "55555555-5555-4555-8555-555555555555"


def validate(qde: bytes) -> None:
    """Fail unless the document is valid against the standard's schema; skip where that is not there."""
    if not SCHEMA.exists():
        pytest.skip("the standard's schema is not beside the repository (../shared/standards)")
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(SCHEMA))
    document = etree.fromstring(qde)
    assert schema.validate(document), schema.error_log


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def qde(*selections: str, source: str = "", more: str = "") -> str:
    """A project of two users, two codes and one text with these selections."""
    attributes = source or f'plainTextPath="internal://{TEXT}.txt"'
    return f"""<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="harbour" origin="Other 1.0">
 <Users><User guid="{{{ANA.upper()}}}" name="Ana"/><User guid="{BEN}" name="Ben"/></Users>
 <CodeBook><Codes>
  <Code guid="{FISH}" name="Fish" isCodable="true" color="#0AF">
   <Code guid="{BOAT}" name="Boat" isCodable="true"/></Code>
 </Codes></CodeBook>
 <Sources><TextSource guid="{TEXT}" name="Harbour day.docx" {attributes}>{"".join(selections)}</TextSource></Sources>
 {more}
</Project>"""


def selection(start: int, end: int, name: str = "", inside: str = "", number: int = 1, user: str = ANA) -> str:
    guid = f"66666666-6666-4666-8666-{number:012}"
    return (
        f'<PlainTextSelection guid="{guid}" name="{name}" startPosition="{start}" endPosition="{end}" '
        f'creatingUser="{user}" creationDateTime="2024-05-06T07:08:09Z">{inside}</PlainTextSelection>'
    )


def coding(code: str, user: str = "", number: int = 1) -> str:
    by = f' creatingUser="{user}"' if user else ""
    return f'<Coding guid="77777777-7777-4777-8777-{number:012}"{by}><CodeRef targetGUID="{code}"/></Coding>'
