import pytest

from briefings.framing.wording import BY_CHANCE, NOTABLE, concordance, distinctive

SAILS = "The crew raised sails. Old sails tear, new sails hold, and white sails shine on every ferry."
STEAM = "The crew fed coal to the boiler. A boiler drinks coal; more coal and a hot boiler move every ferry."


def test_what_one_text_says_often_and_the_others_never_sets_it_apart() -> None:
    sails, steam = distinctive([SAILS * 9, STEAM * 9])
    assert sails.words[0].word == "sails"
    assert (sails.words[0].count, sails.words[0].others) == (36, 0)
    assert {word.word for word in steam.words[:2]} == {"coal", "boiler"}
    assert {word.word for word in sails.words[-2:]} == {"coal", "boiler"}
    assert sails.words[-1].z < 0 < steam.words[0].z


def test_words_all_texts_share_do_not_set_one_apart() -> None:
    for one in distinctive([SAILS * 9, STEAM * 9]):
        assert not {"ferry", "crew", "the"} & {word.word for word in one.words}


def test_every_word_opens_the_places_it_rests_on() -> None:
    text = SAILS * 9
    word = distinctive([text, STEAM * 9])[0].words[0]
    assert len(word.spans) == word.count
    assert {span.of(text) for span in word.spans} == {"sails"}


def test_the_number_chance_gives_is_stated() -> None:
    for one in distinctive([SAILS * 9, STEAM * 9]):
        assert one.by_chance == pytest.approx(BY_CHANCE * one.tested)
        assert all(abs(word.z) >= NOTABLE for word in one.words)


def test_a_rare_word_is_not_tested() -> None:
    (one, _) = distinctive(["ferry ferry whistle", "ferry harbour harbour harbour"])
    assert one.tested == 2


def test_z_is_the_weighted_log_odds_ratio() -> None:
    (one, other) = distinctive(["sail " * 400, "coal " * 400])
    # the prior gives each text 50 of either word: 2 * log(450 / 50) / sqrt(1/450 + 1/50)
    assert [(word.word, round(word.z, 3)) for word in one.words] == [("sail", 29.479), ("coal", -29.479)]
    assert [(word.word, round(word.z, 3)) for word in other.words] == [("coal", 29.479), ("sail", -29.479)]


@pytest.mark.parametrize("texts", [[], [SAILS], ["", ""], [SAILS, ""]])
def test_nothing_to_compare_lists_nothing(texts: list[str]) -> None:
    assert all(not [word for word in one.words if word.z > 0] for one in distinctive(texts))


def test_a_concordance_shows_every_use_in_its_line() -> None:
    lines = concordance(["Old sails tear.\nNew Sails hold.", "No sailor."], "sails", width=8)
    assert [(line.index, line.left, line.right) for line in lines] == [
        (0, "Old ", " tear. N"),
        (0, "ar. New ", " hold."),
    ]


def test_a_concordance_of_words_in_a_row_and_of_any_ending() -> None:
    texts = ["a steel\nhull, steel hulls, steely hull"]
    assert [line.span.of(texts[0]) for line in concordance(texts, "Steel hull*")] == ["steel\nhull", "steel hulls"]
    assert concordance(texts, " ") == []
    assert concordance(texts, "steel (") == []


def test_initials_are_one_word_with_full_stops_and_without() -> None:
    texts = ["The U.S. asked. A U.S. envoy left. The U.S. waits.", "The US asked us. A US envoy told us. The US waits."]
    long = [" ".join([text] * 20) for text in texts]
    assert not [word for apart in distinctive(long) for word in apart.words if word.word in ("u.s.", "us")]
    assert next(word.word for word in distinctive([long[0], long[1].replace("US", "country")])[0].words) == "u.s."
    for asked in ("u.s.", "US", "U.S."):
        lines = concordance(texts, asked)
        assert [line.span.of(texts[line.index]) for line in lines] == ["U.S."] * 3 + ["US"] * 3
    assert [line.index for line in concordance(texts, "us")].count(1) == 5


def test_capitals_that_nobody_writes_with_full_stops_stay_the_word_they_are() -> None:
    texts = ["NEWS of the harbour: the news is good news.", "The news is bad."]
    assert [line.span.of(texts[line.index]) for line in concordance(texts, "news")].count("NEWS") == 1
