"""Mails: newsletters saved as .eml."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import as_text, read
from tests.briefings.sources.stories import FERRY, LAMP

PAGE = f"<html><body><table><tr><td>{''.join(f'<p>{p}</p>' for p in FERRY)}</td></tr></table></body></html>"


def newsletter(
    subject: str = "Ferry line stays open", sender: str = "Harbour Post <news@post.example>"
) -> EmailMessage:
    mail = EmailMessage()
    mail["Received"] = "from relay.example by mail.example; Wed, 27 Dec 2023 10:00:05 +0000"
    mail["From"] = sender
    mail["To"] = "reader@example.org"
    mail["Subject"] = subject
    mail["Date"] = "Wed, 27 Dec 2023 10:00:00 +0000"
    mail["Message-ID"] = "<1@post.example>"
    return mail


def with_both() -> EmailMessage:
    mail = newsletter()
    mail.set_content("\n\n".join(LAMP))
    mail.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    return mail


def test_the_html_part_is_read_as_a_page() -> None:
    data = with_both().as_bytes()
    imported = read(data)
    assert imported.format == "mail"
    assert imported.article.text == "\n\n".join(FERRY)
    assert imported.original == data


def test_the_text_part_is_read_where_there_is_no_other() -> None:
    mail = newsletter()
    mail.set_content("\n\n".join(LAMP), charset="iso-8859-15", cte="base64")
    imported = read(mail.as_bytes())
    assert imported.article.text == "\n\n".join(LAMP)
    assert [span.of(as_text(imported.original)) for span in imported.kept] == list(LAMP)


def test_what_the_headers_say_is_said_of_the_mail() -> None:
    fields = read(with_both().as_bytes()).fields
    told = {name: (field.value, field.confidence, field.evidence) for name, field in fields.items()}
    assert told["title"] == ("Ferry line stays open", "stated", "Subject of the mail: Ferry line stays open")
    assert told["outlet"] == ("Harbour Post", "inferred", "From: Harbour Post <news@post.example>")
    assert told["published"] == ("2023-12-27", "stated", "Date of the mail: Wed, 27 Dec 2023 10:00:00 +0000")


def test_who_passes_a_mail_on_is_not_its_outlet() -> None:
    mail = newsletter("Fwd: RE: Ferry line stays open", "Mia Holm <mia@example.org>")
    mail.set_content("\n\n".join(FERRY))
    fields = read(mail.as_bytes()).fields
    assert fields["title"].value == "Ferry line stays open"
    assert fields["outlet"].confidence == "unknown"


def test_a_bare_address_is_no_name() -> None:
    mail = newsletter(sender="news@post.example")
    mail.set_content("\n\n".join(FERRY))
    assert read(mail.as_bytes()).fields["outlet"].confidence == "unknown"


def test_headers_in_other_alphabets_are_decoded() -> None:
    mail = newsletter("Fähre: über den Sund")
    mail.set_content("\n\n".join(FERRY))
    assert b"=?utf-8?" in mail.as_bytes()
    assert read(mail.as_bytes()).article.title == "Fähre: über den Sund"


@pytest.mark.parametrize("charset", ["no-such-charset", "us-ascii"])
def test_a_wrong_charset_is_seen_through(charset: str) -> None:
    mail = newsletter()
    mail.set_content("\n\n".join((FERRY[0], FERRY[1], "The Fähre stays, said the council, and the quay is painted.")))
    data = mail.as_bytes().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert "Fähre" in read(data).article.text


@pytest.mark.parametrize(
    ("written", "declared"),
    [("utf-8", "iso-8859-1"), ("utf-8", "utf-16"), ("cp1252", "utf-8"), ("iso-2022-jp", "iso-2022-jp")],
)
def test_what_the_bytes_say_counts_more_than_a_charset_that_does_not_fit(written: str, declared: str) -> None:
    words = "フェリーは残る" if written == "iso-2022-jp" else "The Fähre stays"
    body = "\n\n".join((*FERRY[:2], f"{words}, said the council, and the quay is painted.")).encode(written, "replace")
    mail = newsletter()
    mail["Content-Type"] = f'text/plain; charset="{declared}"'
    mail["Content-Transfer-Encoding"] = "8bit"
    assert words in read(mail.as_bytes().rstrip() + b"\n\n" + body).article.text


def test_a_text_encoded_twice_is_read_as_it_was_meant() -> None:
    mail = newsletter()
    mail.set_content("\n\n".join((*FERRY, "“The Fähre stays,” said the council.".encode().decode("cp1252", "ignore"))))
    assert "The Fähre stays" in read(mail.as_bytes()).article.text


def test_the_lines_of_a_newsletter_around_its_text_are_left_out() -> None:
    page = f"""<p><a href="https://post.example/1">View this email in your browser</a></p>
{"".join(f"<p>{words}</p>" for words in FERRY)}<p>You received this email because you signed up at post.example.</p>
<p><a href="#">Unsubscribe</a> | <a href="#">Manage preferences</a></p><p>Harbour Post, 1 Pier Road, Bay City</p>"""
    mail = newsletter()
    mail.set_content(page, subtype="html")
    imported = read(mail.as_bytes())
    assert imported.article.text == "\n\n".join(FERRY)
    assert len(imported.kept) == len(FERRY)


def test_a_paragraph_about_unsubscribing_stays() -> None:
    about = (
        "Forty readers wrote to the Post to unsubscribe from its ferry bulletin, which they said came far too early."
    )
    mail = newsletter()
    mail.set_content("".join(f"<p>{words}</p>" for words in (*FERRY, about, LAMP[0])), subtype="html")
    assert read(mail.as_bytes()).article.text == "\n\n".join((*FERRY, about, LAMP[0]))


def test_attachments_are_not_the_mail() -> None:
    mail = newsletter()
    mail.set_content("\n\n".join(FERRY))
    mail.add_attachment("\n\n".join(LAMP), filename="light.txt")
    assert read(mail.as_bytes()).article.text == "\n\n".join(FERRY)


def test_a_mail_without_text_holds_no_article() -> None:
    mail = newsletter()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(NoArticle, match="no text") as caught:
        read(mail.as_bytes(), "a.eml")
    assert caught.value.where == "a.eml"


def test_a_text_that_starts_with_labels_is_no_mail() -> None:
    assert read(f"From: the harbour desk\n\n{FERRY[0]}\n\n{FERRY[1]}\n\n{FERRY[2]}".encode()).format == "pasted text"


@pytest.mark.parametrize(
    "header", [b"Date: \xff\xfe not a date\r\n", b"Subject: =?utf-8?b?////?=\r\n", b"From: <<>>,;\r\n"]
)
def test_damaged_headers_leave_the_field_unknown_and_the_text_read(header: bytes) -> None:
    name = header.split(b":")[0]
    lines = [line for line in newsletter().as_bytes().split(b"\n") if line and not line.startswith(name)]
    data = header + b"\n".join(lines) + b"\n\n" + "\n\n".join(FERRY).encode()
    assert read(data).article.text == "\n\n".join(FERRY)


def test_parts_inside_parts_without_end_are_an_error() -> None:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    with pytest.raises(SourceError, match="damaged"):
        read(f"From: a@post.example\nDate: now\nSubject: a\n{nested}".encode())
