"""What stands around the article: all of a page's, and of a huge page the ends."""

from briefings.sources.around import lines_around
from briefings.sources.clean import Cleaned
from briefings.sources.lines import split_lines


def around(text: str, body: range = range(0)) -> list[str]:
    return lines_around(Cleaned(split_lines(text), body))


def test_each_line_outside_the_article_stands_once_in_order():
    assert around("Home\nSport\nA pilot spoke.\nHome\nFoot", range(2, 3)) == ["Home", "Sport", "Foot"]


def test_of_thousands_the_first_and_the_last_are_looked_at():
    found = around("\n".join(["Top", *(f"comment {number}" for number in range(9000)), "© 2024 Harbour Post"]))
    assert found[0] == "Top"
    assert found[-1] == "© 2024 Harbour Post"
    assert len(found) == 2000
    assert "comment 4500" not in found


def test_a_long_article_does_not_push_out_what_stands_around_it():
    lines = ["Top", *(f"Sentence {number}." for number in range(9000)), "Foot"]
    assert around("\n".join(lines), range(1, 9001)) == ["Top", "Foot"]


def test_of_a_long_line_the_whole_sentences_at_its_start_are_looked_at():
    (found,) = around(f"More from Harbour Post. {'The ferry sails at noon. ' * 400}")
    assert found.startswith("More from Harbour Post. The ferry")
    assert found.endswith("noon.")
    assert len(found) <= 600


def test_a_long_line_without_sentences_is_cut_between_words():
    (words,) = around("ferry " * 900)
    (signs,) = around("f" * 5000)
    assert words.endswith("ferry")
    assert len(words) <= len(signs) == 600
