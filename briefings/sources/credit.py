"""Where a page says that its copy came from another newsroom. A source that is only quoted is no credit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefings.article import outlet_slug
from briefings.framing.wire import names_agency
from briefings.sources.imported import UNKNOWN, Field
from briefings.sources.outlet import holder_of_rights
from briefings.sources.phrases import LONG

_NAME = r"(?P<name>(?:[Tt]he )?[A-ZÀ-Ý][\w.&'’-]*(?: (?:[A-ZÀ-Ý][\w.&'’-]*|of|the)){0,4})"
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Ý][\w.'’ -]*(?:, [\w. '’-]{2,40}){0,2} ?)?\((?P<name>[A-Z][\w .]{1,24})\) ?(?:[—–-]|--) ?"
)
_SOURCED = re.compile(
    r"\b(?:this (?:article|story|report|post) (?:is|was|has been) |^)?"
    r"(?i:sourced|syndicated|republished(?: with permission)?|"
    rf"originally (?:published|appeared)|first (?:published|appeared)) (?i:from|by|in|on|at) {_NAME}"
)
_SOURCED_NEEDS = ("sourced", "syndicated", "published", "appeared")  # to search each line of a long page takes seconds
_TOLD = re.compile(r"\b(?:told|tells) (?P<name>(?:the |The )?[A-ZÀ-Ý][\w&'’-]*(?:\.? [A-ZÀ-Ý][\w&'’-]*){0,3})")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NEWSROOM = re.compile(
    r"\b(?:News|Press|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Radio|TV|Television|Magazine|Gazette|"
    r"Chronicle|Newspapers?|Agency|Daily|Weekly|Broadcasting|Reuters|Agence)\b|^(?:the )?(?:AP|AFP|UPI|DPA)$",
    re.I,
)
_AGENCY_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_CLOSING = re.compile(
    rf"(?:\((?P<bracketed>{_AGENCY_NAME})\)|(?:[.!?][”\"’']* ?|\s)[—–-]{{1,2}} ?(?P<dashed>{_AGENCY_NAME}))$"
)  # "(APA)." with its stop after it explains an abbreviation
_BY = re.compile(r"^(?:(?:written|reported) )?by:? ", re.I)
_PARTS = re.compile(r"\s*[,;/|•·&()]\s*|\s+[–—-]\s+|\s+(?:and|for|of|with|via|at)\s+")
_LONGEST_NAME = 40  # code points
_REPEATEDLY = 3  # one interview is quoted once or twice; a newsroom's own copy names itself all through
_OPENING = 3  # paragraphs in which a dateline stands


def find_credit(
    paragraphs: Sequence[str], around: Sequence[str], outlet: str | None, signatures: Sequence[str] = ()
) -> Field:
    """The newsroom whose copy the article is, when that is not `outlet`.

    A dateline, a line about the source, an agency's copyright line or its name in `signatures` (the byline and the
    line under it) or after the last sentence states it; it is inferred when people tell one newsroom, again and again
    and in the reporter's own sentences.
    """
    stated = (
        _dateline(paragraphs),
        _sourced([*around, *paragraphs[-2:]]),
        _held([*paragraphs[-1:], *around]),
        _signed(signatures),
        _closed(paragraphs[-1:]),
    )
    for field in (*stated, _told(paragraphs)):
        if field.value and not _same(field.value, outlet):
            return field
    return UNKNOWN


def credit_beside(fields: Mapping[str, Field], paragraphs: Sequence[str]) -> Field:
    """The credit of a text whose other `fields` are known: as they state it, else by its paragraphs and byline."""
    known = {name: field.value for name, field in fields.items() if field.value}
    if "credit" in known:
        return fields["credit"]
    return find_credit(paragraphs, [], known.get("outlet"), [known["byline"]] if "byline" in known else [])


def _dateline(paragraphs: Sequence[str]) -> Field:
    for paragraph in paragraphs[:_OPENING]:
        found = _DATELINE.match(paragraph)
        if found and len(found[0]) < 80:
            return Field(found["name"].strip(), "stated", found[0].strip())
    return UNKNOWN


def _sourced(lines: Sequence[str]) -> Field:
    for line in lines:
        known = line.lower()
        if any(word in known for word in _SOURCED_NEEDS) and (found := _SOURCED.search(line)):
            return Field(found["name"].rstrip(".,"), "stated", line)
    return UNKNOWN


def _held(lines: Sequence[str]) -> Field:
    """The news agency that holds the rights to the text."""
    for line in lines:
        holder = holder_of_rights(line)
        if names_agency(holder):
            return Field(holder, "stated", line)
    return UNKNOWN


def _signed(signatures: Sequence[str]) -> Field:
    """The news agency that a byline names: alone, or beside the person who wrote it."""
    for line in signatures:
        for part in _PARTS.split(_BY.sub("", line)):
            if _is_agency(part.strip()):
                return Field(part.strip(), "stated", line)
    return UNKNOWN


def _is_agency(name: str) -> bool:
    """Whether a name is an agency's: a single name after a first name can be a person's."""
    first, _, rest = name.partition(" ")
    person = first not in ("The", "the") and rest.istitle() and " " not in rest and names_agency(rest)
    return len(name) <= _LONGEST_NAME and name[:1].isupper() and names_agency(name) and not person


def _closed(last: Sequence[str]) -> Field:
    """The news agency that signs the last paragraph, after its last sentence."""
    for paragraph in last:
        found = _CLOSING.search(paragraph)
        if found and len(paragraph.split()) >= LONG and _is_agency(name := found["bracketed"] or found["dashed"]):
            return Field(name, "stated", found[0].strip())
    return UNKNOWN


def _told(paragraphs: Sequence[str]) -> Field:
    """The newsroom that people in the article tell things, outside of quotation marks."""
    plain = [_QUOTED.sub(" ", paragraph) for paragraph in paragraphs]
    told = [(match["name"], match[0]) for paragraph in plain for match in _TOLD.finditer(paragraph)]
    counts = Counter(name.removeprefix("the ").removeprefix("The ") for name, _ in told)
    for name, count in counts.most_common(1):
        if count >= _REPEATEDLY and _NEWSROOM.search(name):
            return Field(name, "inferred", next(words for full, words in told if full.endswith(name)))
    return UNKNOWN


def _same(name: str, outlet: str | None) -> bool:
    """Whether a name is the outlet's own, also when it is cut short: `The Post` of `The Harbour Post`."""
    if not outlet:
        return False
    if name.isupper() and name == "".join(word[0] for word in outlet.split() if word[0].isupper()).removeprefix("T"):
        return True
    own, other = (outlet_slug(words).removeprefix("the-") for words in (outlet, name))
    return own == other or own.endswith(f"-{other}") or own.startswith(f"{other}-")
