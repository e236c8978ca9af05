"""Where an archive is, and that credentials are neither shown nor sent in the open."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from briefings.errors import EngineError
from index.opensearch.address import PASSWORD, USER, Address, credentials, read_address

READ = {
    "https://search.example.org": (("https://search.example.org:9200",), "rashomon"),
    "https://search.example.org:443/meetings": (("https://search.example.org:443",), "meetings"),
    "https://a.example,b.example:9201/x-1": (("https://a.example:9200", "https://b.example:9201"), "x-1"),
    "http://[::1]:9200/": (("http://[::1]:9200",), "rashomon"),
    "http://[::1]": (("http://[::1]:9200",), "rashomon"),
}
WRONG = ["", "search.example.org", "ftp://a.example", "https://", "https://a.example/A", "https://a.example/a/b"]
WRONG += ["https://a.example/x?y=1", "https://a b.example", "https://a.example:port"]


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (USER, PASSWORD):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.mark.parametrize("text", READ)
def test_an_address_is_read(text: str) -> None:
    assert read_address(text) == Address(*READ[text])
    assert read_address(str(read_address(text))) == Address(*READ[text])


@pytest.mark.parametrize("text", WRONG)
def test_another_word_is_no_address(text: str) -> None:
    with pytest.raises(EngineError):
        read_address(text)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(EngineError, match=USER) as raised:
        read_address("https://anna:swordfish@search.example.org")
    assert "swordfish" not in str(raised.value)


def test_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    address = read_address("https://search.example.org")
    assert credentials(address) is None
    monkeypatch.setenv(USER, "anna")
    monkeypatch.setenv(PASSWORD, "swordfish")
    assert credentials(address) == ("anna", "swordfish")
    assert credentials(read_address("http://127.0.0.1:9200")) == ("anna", "swordfish")
    with pytest.raises(EngineError, match="http") as raised:
        credentials(read_address("http://search.example.org"))
    assert "swordfish" not in str(raised.value)


def test_credentials_come_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def get_credential(service: str, name: str | None) -> object:
        asked.append(service)
        return SimpleNamespace(username="anna", password="swordfish")

    keyring = ModuleType("keyring")
    keyring.__dict__.update(get_credential=get_credential, errors=SimpleNamespace(KeyringError=OSError))
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    assert credentials(read_address("https://search.example.org:9200")) == ("anna", "swordfish")
    assert asked == ["rashomon search.example.org"]
