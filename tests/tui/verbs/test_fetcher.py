"""Which hosts of a private network `add --allow-private` reaches: those that were typed, and no other."""

from __future__ import annotations

import pytest

from briefings.sources import fetch as fetching
from tui.verbs.add import fetcher


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Address -> whether it was allowed to stand in a private network, as `fetch` was told."""
    told: dict[str, bool] = {}

    def told_only(address: str, *, allow_private: bool, robots: object) -> tuple[bytes, str]:
        told[address] = allow_private
        return b"", address

    monkeypatch.setattr(fetching, "fetch", told_only)
    return told


def test_only_the_hosts_that_were_typed(allowed: dict[str, bool]) -> None:
    fetch = fetcher(["http://intranet.example/feed", "report.txt"])
    for address in ("http://intranet.example/page", "http://other.example/page"):
        fetch(address)
    assert allowed == {"http://intranet.example/page": True, "http://other.example/page": False}


def test_none_without_the_option(allowed: dict[str, bool]) -> None:
    fetcher(())("http://intranet.example/page")
    assert allowed == {"http://intranet.example/page": False}


def test_what_is_no_address_is_told_by_the_fetching(allowed: dict[str, bool]) -> None:
    fetcher(["http://[::1"])("http://[::1")
    assert allowed == {"http://[::1": False}
