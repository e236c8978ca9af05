"""Back and forward, as in a browser."""

from __future__ import annotations

from tui.history import History, Place


def walked() -> History:
    """From A to B to C."""
    history = History()
    history.opened("A", None)
    history.opened("B", Place("A", 3))
    history.opened("C", Place("B", 5))
    return history


def test_back_and_forward_lead_to_where_each_text_was_left() -> None:
    history = walked()
    assert history.back(Place("C", 7)) == Place("B", 5)
    assert history.back(Place("B", 6)) == Place("A", 3)
    assert history.back(Place("A", 3)) is None
    assert history.forward(Place("A", 4)) == Place("B", 6)
    assert history.forward(Place("B", 6)) == Place("C", 7)
    assert history.forward(Place("C", 9)) is None


def test_opening_another_text_forgets_what_was_ahead() -> None:
    history = walked()
    history.back(Place("C", 7))
    history.opened("D", Place("B", 5))
    assert history.forward(Place("D", 0)) is None
    assert history.back(Place("D", 0)) == Place("B", 5)


def test_steps_taken_before_a_text_is_on_screen_lose_no_place() -> None:
    history = walked()
    history.back(Place("C", 7))
    assert history.back(Place("C", 7)) == Place("A", 3)
    assert history.forward(Place("A", 3)) == Place("B", 5)
    assert history.forward(Place("B", 5)) == Place("C", 7)


def test_a_text_opened_anew_is_no_step() -> None:
    history = walked()
    history.opened("C", None)
    assert history.back(Place("C", 1)) == Place("B", 5)
