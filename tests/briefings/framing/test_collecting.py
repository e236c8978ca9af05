"""The garbage collector while a comparison is made."""

import gc

import pytest

from briefings.article import Article
from briefings.errors import Stopped
from briefings.framing import compare
from briefings.framing.collecting import uncollected


def test_it_is_paused_inside_and_on_again_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_when_a_comparison_is_stopped() -> None:
    article = Article("a", "Canal Post", "Dockers voted 412 to 88.")
    with pytest.raises(Stopped):
        compare([article, article], stop=lambda: True)
    assert gc.isenabled()
    compare([article, article])
    assert gc.isenabled()
