from briefings.framing.quotes import Utterance, find_quotes
from briefings.framing.utterances import same_utterances

WHOLE = "“The river rose by two metres in one night, and nobody had warned us,” said Ana Ruiz."


def utterances(*texts: str) -> list[Utterance]:
    return same_utterances(texts, [find_quotes(text) for text in texts])


def members(*texts: str) -> list[list[tuple[int, str]]]:
    return [[(index, quote.content.of(texts[index])) for index, quote in one.members] for one in utterances(*texts)]


def test_a_cut_quote_meets_the_whole_one() -> None:
    cut = "Ana Ruiz said “nobody had warned us” about the flood."
    assert members(WHOLE, cut) == [
        [(0, "The river rose by two metres in one night, and nobody had warned us,"), (1, "nobody had warned us")]
    ]


def test_words_put_in_brackets_do_not_part_two_quotes() -> None:
    other = "Ana Ruiz said: “The river [Elbe] rose by two metres in one (single) night, and nobody had warned us.”"
    assert len(utterances(WHOLE, other)) == 1


def test_quotes_of_one_article_are_no_utterance() -> None:
    assert utterances(WHOLE + "\n\n" + WHOLE, "Nothing was said.") == []


def test_different_quotes_stay_apart() -> None:
    assert utterances(WHOLE, "“We are going to rebuild the dam before the winter,” said Ana Ruiz.") == []


def test_the_same_short_words_of_two_people_stay_apart() -> None:
    assert (
        utterances("Ana Ruiz called it “a total failure” then.", "Peter Holm called it “a total failure” then.") == []
    )
    assert len(utterances("Ana Ruiz called it “a total failure” then.", "Ruiz called it “a total failure” again.")) == 1


def test_apostrophes_and_case_do_not_part_two_quotes() -> None:
    assert (
        len(utterances("“We don’t know who is coming,” Ruiz said.", "“we don't know who is coming”, Ruiz said.")) == 1
    )
