"""Bytes to text, and what of a text is made harmless."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import SourceError
from briefings.sources.decode import decode, disarm, normalise
from briefings.sources.mend import undo_double_encoding

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


def read_wrongly(text: str, encoding: str) -> str:
    """`text` as a program shows it that takes its UTF-8 for `encoding`; bytes that has not are read as Latin-1."""
    wrong = (bytes([byte]) for byte in text.encode())
    return "".join(b.decode("latin-1" if b in b"\x81\x8d\x8f\x90\x9d" else encoding) for b in wrong)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SENTENCE.encode() + "\nNoël à Málaga".encode("cp1252"), SENTENCE + "\nNoël à Málaga"),
        (SENTENCE.encode() + b"\n\xff\n" + SENTENCE.encode(), f"{SENTENCE}\nÿ\n{SENTENCE}"),
        (SENTENCE.encode() + b"\n\x81\n" + SENTENCE.encode(), f"{SENTENCE}\n\ufffd\n{SENTENCE}"),
        ((SENTENCE + "ü").encode()[:-1], SENTENCE + "\ufffd"),
        ((SENTENCE + "”").encode()[:-1], SENTENCE + "\ufffd"),
        ((SENTENCE + "”").encode()[:-2], SENTENCE + "\ufffd"),
        (b"\xef\xbb\xbf" + SENTENCE.encode() + b" caf\xe9 x", SENTENCE + " café x"),
        ("Паром ходит. ".encode() * 9 + b"\xff", "Паром ходит. " * 9 + "ÿ"),
        (b"<meta charset=iso-8859-1>" + SENTENCE.encode() + b"caf\xe9.", f"<meta charset=iso-8859-1>{SENTENCE}café."),
    ],
)
def test_stray_bytes_do_not_spoil_utf_8(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("«\u00a0Il l’a été\u00a0», dit-elle", "cp1252"),
        ("“AMANHÔ, disse", "cp1252"),
        ("Паром снова ходит «раз в день» — сказал капитан. " * 5, "cp1251"),
        ("船は春から毎日二回出ることになった。" * 5, "shift_jis"),
        ("渡轮春天起每天开两班。" * 5, "gbk"),
    ],
)
def test_other_encodings_are_not_taken_for_utf_8(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text",
    [SENTENCE, "“Öl” à la Ñandú…", "Паром ходит", "船は春から", "łódź, džús, ğ", "it’s 5 € 😀", "twice.\u00a0 A day"],
)
def test_double_encoding_is_undone(text, encoding):
    once = read_wrongly(text, encoding)
    assert decode(once.encode()) == text
    assert decode(read_wrongly(once, encoding).encode()) == text


def test_double_encoding_is_undone_beside_correct_text():
    sound = "“MAÇÔ – náš“ é\u00a0» Ô\n"
    assert undo_double_encoding(sound * 9 + f"“{read_wrongly('café', 'cp1252')}”") == sound * 9 + "“café”"


@pytest.mark.parametrize(
    "text",
    [
        "é",
        "NÃO, AMANHÃ, MAÇÃ",
        "“AMANHÔ",
        "«\u00a0Â\u00a0»",
        "déjà\u00a0» – ÉTÉ\u00a0!",
        "à\u00a0£100, à\u00a0§\u00a03, Café©”",
        "„To je náš“, „kéž“, MÚŽ, VÝŽIVA",
        "ANDRÉ’S, ÖÄ”, “Ä“",
        "Ð and Þ, ð",
    ],
)
def test_a_spelling_is_no_double_encoding(text):
    assert decode(text.encode()) == text


LETTERS = st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc"))
TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")


@given(st.text(LETTERS | st.sampled_from("ÃÂâéàÉ€”“\u00a0»©™ž aß"), min_size=1).filter(str.strip))
def test_sound_utf_8_is_read_as_it_is(text):
    text = TWICE.sub(lambda found: found[0][0], text)
    while TWICE.search(text):
        text = TWICE.sub(lambda found: found[0][0], text)
    assert decode(("a: " + text).encode()) == disarm("a: " + text)


@given(st.binary(min_size=1, max_size=40), st.text(st.sampled_from("Ãé©âà€”\u00a0»a \n"), max_size=20))
def test_bytes_are_read_the_same_again(data, text):
    mixed = b"Page: " + text.encode() + data
    try:
        found = decode(mixed)
    except SourceError:
        return
    assert decode(mixed) == found


@pytest.mark.parametrize(
    "charset", ["undefined", "punycode", "idna", "hex", "rot13", "unicode_escape", "no-such", "a" * 40]
)
def test_a_charset_that_is_none_for_texts_is_passed_over(charset):
    data = f'<meta charset="{charset}"><p>The Fähre stays'.encode("cp1252")
    assert "The Fähre stays" in decode(data)
    assert "The Fähre stays" in decode("The Fähre stays".encode("cp1252"), "a.eml", charset)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "words",
    [
        "The ferry stays for two more years, the council said.\n\nIt was a close vote.",
        "Паром останется ещё на два года, сообщил совет порта.\n\nЭто решили ночью.",
        "渡船还要再开两年。\n\n这是港务局星期一晚上说的。 12 人投票。",
    ],
)
def test_wide_encodings_without_a_mark(encoding, words):
    assert decode(words.encode(encoding)) == words
    assert decode(words.encode(encoding) + b"x") == words  # cut short


@pytest.mark.parametrize("nul", [b"\0", b"\0\n", b"\0 ", b"\0\0"])
def test_a_few_nul_bytes_do_not_make_a_wide_encoding(nul):
    data = nul.join([b"The ferry stays for two more years, the council said. " * 4] * 4)
    assert decode(data) == data.decode().replace("\0", "")
