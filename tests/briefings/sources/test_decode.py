"""Bytes to text, and what of a text is made harmless."""

import pytest

from briefings.errors import SourceError
from briefings.sources.decode import decode, disarm, normalise

SENTENCE = "Die Fähre fährt weiter – „endlich“, sagt Åse."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_mark(encoding):
    assert decode((SENTENCE * 3).encode(encoding)) == SENTENCE * 3


def test_a_declared_charset_is_followed():
    page = f'<html><head><meta charset="windows-1252"></head><body>{SENTENCE}</body></html>'
    assert SENTENCE in decode(page.encode("cp1252"))


def test_latin_1_is_read_as_windows_means_it():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"> “Fähre”'
    assert "“Fähre”" in decode(page.encode("cp1252"))


def test_an_undeclared_charset_is_guessed():
    text = "Ο Δήμος αποφάσισε τη Δευτέρα να κρατήσει το παλιό πλοίο για δύο ακόμη χρόνια. " * 5
    assert decode(text.encode("iso8859-7")) == text


@pytest.mark.parametrize("text", ["Il a été décidé à l’unanimité", "“Fähre” – she said", "Un año más, señor"])
def test_a_short_latin_text_is_guessed(text):
    assert decode(text.encode("cp1252")) == text


def test_a_wrong_declaration_is_no_obstacle():
    assert "Fähre" in decode('<meta charset="no-such-charset"> Die Fähre'.encode("cp1252"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\x00\x01\x02\x03" * 100, "not text"),
        (b"some words\x00\x01\x02\x03\x04\x05\x06\x07 more words", "not text"),
    ],
)
def test_what_is_no_text_is_refused(data, what):
    with pytest.raises(SourceError) as caught:
        decode(data, "file.bin")
    assert what in caught.value.what
    assert caught.value.where == "file.bin"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b[31mred\x1b[0m and \x1b]0;title\x07plain", "red and plain"),
        ("\x9b2Jcleared \x1bPq#0\x1b\\drawn", "cleared drawn"),
        ("\x1b]8;;http://bay.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("open \x1b]52;c;never closed\nnext", "open \nnext"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("abc\u202edef\u2066ghi\u200e", "abcdefghi"),
        ("bell\a and null\0 and back\b", "bell and null and back"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_nothing_acts_on_the_terminal(text, plain):
    assert disarm(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("e\u0301te\u0301", "été"),
        ("a\u00a0b\u2009c\u3000d\te", "a b c d e"),
        ("fer\u00adry \u200bline\ufeff", "ferry line"),
        ("  two \n  lines  \n", "two\nlines"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # joiners inside words are spelling
    ],
)
def test_a_text_is_normalised(text, plain):
    assert normalise(text) == plain
    assert normalise(plain) == plain
