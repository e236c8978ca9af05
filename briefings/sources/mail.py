"""A mail, such as a newsletter saved as .eml -> its article. Not here: attachments, and mailboxes of many mails.

The HTML part is read as a page, else the plain text as a pasted one. What the mail says of itself is who sent it and
when: that is evidence about the mail, and each field says so.
"""

from __future__ import annotations

import re
from email.message import EmailMessage

from briefings.errors import NoArticle, SourceError
from briefings.sources.assemble import assemble, stated
from briefings.sources.days import find_day
from briefings.sources.decode import decode, normalise
from briefings.sources.imported import UNKNOWN, Field, Imported
from briefings.sources.mail_lines import without_mail_lines

_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n")
_NAMES = re.compile(rb"^(from|date|subject|to|message-id|mime-version|received|return-path|content-type):", re.I | re.M)
_HEAD_BYTES = 128 * 1024
_FEWEST = 3  # of the headers above: less is a text that happens to start with a label
_PASSED_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.I)


def is_mail(data: bytes) -> bool:
    """Whether `data` starts with a mail's headers: one named From, and two more of those that every mail has."""
    head = _HEADER.match(data[:_HEAD_BYTES].lstrip())
    names = {name.lower() for name in _NAMES.findall(head[0])} if head else set()
    return b"from" in names and len(names) >= _FEWEST


def read_mail(data: bytes, name: str = "") -> Imported:
    """The article in the mail `data`. Raises NoArticle when it holds no text, or no part of it looks like a report."""
    from briefings.sources.html import is_html, read_html
    from briefings.sources.pasted import read_pasted

    mail, text, is_page = _open(data, name)
    read = (read_html if is_page or is_html(text) else read_pasted)(data, text, name)
    fields = {**read.fields, **_fields(mail, read)}
    paragraphs = read.article.text.split("\n\n")
    own = without_mail_lines(paragraphs)
    kept = [read.kept[number] for number in own]
    return assemble(data, text, [paragraphs[number] for number in own], fields, form="mail", where=name, kept=kept)


def mail_text(data: bytes, name: str = "") -> str:
    """The text of a mail that its article is made of: the source of its HTML part, else its plain text."""
    return _open(data, name)[1]


def _open(data: bytes, name: str) -> tuple[EmailMessage, str, bool]:
    """(the mail, the text of the part that is read, whether that is HTML)."""
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(data.lstrip(), policy=policy.default)
        return (mail, *_text(mail, name))
    except RecursionError as problem:
        raise SourceError("The mail is damaged", where=name, remedy="Open it, and paste its text.") from problem


def _text(mail: EmailMessage, name: str) -> tuple[str, bool]:
    """(the text of the part that is read, whether it is HTML)."""
    part = mail.get_body(preferencelist=("html", "plain"))
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        raise NoArticle("The mail holds no text", where=name, remedy="Open it, and paste the text of the report.")
    return decode(data, name, part.get_content_charset() or ""), part.get_content_type() == "text/html"


def _fields(mail: EmailMessage, read: Imported) -> dict[str, Field]:
    """What the mail's headers say, where the text it carries does not say it better."""
    subject = _header(mail, "Subject")
    passed_on = _PASSED_ON.match(subject) is not None
    title = _PASSED_ON.sub("", subject)
    fields = {"published": _day(mail)}
    if title:
        fields["title"] = stated(title, f"Subject of the mail: {subject}")
    if read.fields["outlet"].confidence != "stated":
        fields["outlet"] = UNKNOWN if passed_on else _sender(mail)
        if not fields["outlet"].value:
            fields["outlet"] = read.fields["outlet"]
    return fields


def _day(mail: EmailMessage) -> Field:
    """The day the mail says it was sent; a mail that was passed on has no other."""
    words = _header(mail, "Date")
    day = find_day(words)
    return stated(day.isoformat(), f"Date of the mail: {words}") if day else UNKNOWN


def _sender(mail: EmailMessage) -> Field:
    """The name of who sent it: a newsletter's is mostly the outlet's, a person's is not."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(mail, "From"))
    name = normalise(name)
    return Field(name, "inferred", f"From: {name} <{address}>") if name and "@" not in name else UNKNOWN


def _header(mail: EmailMessage, name: str) -> str:
    """The words of a header on one line; empty where it is missing or damaged."""
    try:
        return " ".join(normalise(str(mail.get(name, ""))).split())
    except (ValueError, IndexError, AttributeError):  # the parser of headers stumbles over some damaged ones
        return ""
