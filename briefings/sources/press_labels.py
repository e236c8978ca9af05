"""The names of fields in exports of press databases, and which of our fields each one is."""

from __future__ import annotations

import re

OURS = {
    "title": ("headline", "title", "hd"),
    "outlet": ("source", "publication", "publication title", "publication name", "source name", "newspaper", "sn"),
    "published": ("date", "publication date", "date published", "published", "pd"),
    "byline": ("byline", "author", "authors", "by"),
    "credit": ("credit", "cr"),
}
"""Our field -> the labels it stands behind."""

BODY = frozenset(("body", "full text", "article text", "text", "lp", "td", "lead paragraph"))
HEAD = frozenset(
    """
    length,word count,wc,section,dateline,highlight,copyright,language,edition,page,pages,et,sc,ed,pg,vol,la,cy,se,
    publication info,publication information,abstract,links,first page,publication-type,type,country,clm,series
    """.replace("\n", "").split(",")
)
TAIL = frozenset(
    """
    load-date,load date,graphic,classification,subject,geographic,industry,company,person,organization,location,people,
    publication type,journal code,acc-no,accession number,proquest document id,document type,document url,database,
    last updated,publication year,issn,identifier / keyword,notes,place of publication,country of publication,
    publication subject,publisher,source type,language of publication,company / organization,business indexing term,
    an,co,in,ns,re,ipc,ipd,pub,rf,art,ct,url,correction,correction-date,ticker,state,city,region
    """.replace("\n", "").split(",")
)
ENDING = frozenset(
    ("load-date", "load date", "classification", "graphic", "subject", "proquest document id", "publication-type")
)
"""Labels that no sentence of the body comes after."""
CODES = frozenset(
    "SE HD CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN BY CLM ART".split()  # noqa: SIM905
)
"""Two- and three-letter codes in front of a value, or alone on their line."""

KNOWN = frozenset(
    label.strip() for label in (*BODY, *HEAD, *TAIL, *(name for names in OURS.values() for name in names))
)
ALONE = frozenset(("body", "full text", "classification", "graphic", "notes", "abstract"))
"""Labels that also stand alone on a line, with no colon."""

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z /-]{1,30}):(?:[ \t]+(?P<value>.*))?")
_CODED = re.compile(r"(?P<label>[A-Z]{2,3})(?:[ \t|]+(?P<value>.*))?")
_AROUND = " \t|"


def labelled(line: str, *, coded: bool) -> tuple[str, str] | None:
    """(label in lower case, value) of a line that names a field; `coded` where the block uses codes for labels."""
    line = line.strip(_AROUND)
    found = _LABELLED.fullmatch(line)
    label = found["label"].strip().lower() if found else ""
    if found and label in KNOWN and label.upper() not in CODES:
        return label, found["value"] or ""
    if line.lower() in ALONE:
        return line.lower(), ""
    found = _CODED.fullmatch(line) if coded else None
    return (found["label"].lower(), found["value"] or "") if found and found["label"] in CODES else None


def is_coded(lines: list[str]) -> bool:
    """Whether a block names its fields by codes: headline, day or source, and body among them."""
    codes = {
        found["label"] for line in lines if (found := _CODED.fullmatch(line.strip(_AROUND))) and found["label"] in CODES
    }
    return "HD" in codes and bool(codes & {"PD", "SN"}) and bool(codes & {"LP", "TD"})
