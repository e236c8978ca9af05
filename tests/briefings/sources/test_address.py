"""What is a web address wherever one is read, typed or followed."""

import pytest

from briefings.sources.address import host_name, names_web, web_address


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://harbour.example/a?b=c#d", "https://harbour.example/a?b=c#d"),
        (" HTTP://Harbour.example:8080/A ", "http://Harbour.example:8080/A"),
        ("https://müller.example/ä", "https://müller.example/ä"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_http_and_https_with_a_host(words: str, address: str) -> None:
    assert names_web(words)
    assert web_address(words) == address


@pytest.mark.parametrize(
    "words",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "mailto:a@harbour.example",
            "harbour.example",
        ),
        *("https://", "https:///path", "http://[bad/", "http://harbour.example:0/", "http://harbour.example:99999/"),
        *("https://harbour.example/a b", "https://harbour.example/\x1b[2J", 'https://harbour.example/"onclick', ""),
        "https://harbour.example/" + "a" * 5000,
    ],
)
def test_anything_else_is_none(words: str) -> None:
    assert web_address(words) is None


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.harbour-post.example:8080/a", "harbour-post.example"),
        ("https://müller.example/ä", "müller.example"),
        ("http://localhost/a", None),
        ("http://192.0.2.7/a", None),
        ("http://[2001:db8::1]/", None),
    ],
)
def test_the_name_of_a_site(address: str, host: str | None) -> None:
    assert host_name(address) == host


@pytest.mark.parametrize("value", [None, 5, ["https://harbour.example"], {"@id": "https://harbour.example"}])
def test_what_is_no_text_is_none(value: object) -> None:
    assert web_address(value) is None
