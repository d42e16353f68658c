"""The tokenizer takes any text, and the labels of captions say what the captions say."""

from __future__ import annotations

import pytest

from resources.models.making.training.data import PictureSet
from resources.models.making.training.text import Meaning, stated
from resources.models.making.training.words import LENGTH, captions, new_tokenizer, tokens
from resources.models.making.world.captions import Caption

PICTURES = PictureSet("words-test", 400)


@pytest.fixture(scope="module")
def tokenizer() -> object:
    return new_tokenizer(captions(PICTURES, range(400)))


@pytest.mark.parametrize("text", ["", "ein Häuschen, 雪 🎉 (masterpiece:1.2)", "a " * 200])
def test_any_text_becomes_tokens(tokenizer: object, text: str) -> None:
    assert tokens(tokenizer, [text]).shape == (1, LENGTH)


def test_captions_have_a_token_for_each_word_and_room_to_spare(tokenizer: object) -> None:
    found = tokens(tokenizer, ["a red house in the snow", *captions(PICTURES, range(100))])
    ends = (found == found[0, -1]).int().argmax(1)
    assert int(ends[0]) == 7
    assert int(ends.max()) < LENGTH - 8


def test_shapes_without_a_relation_count_as_they_are_named() -> None:
    facts = {
        "first shape": "square",
        "first colour": "gray",
        "second shape": "star",
        "second colour": "red",
    }
    found = stated(Caption("a red star and a grey square", facts))
    assert found["first shape"] == "star"
    assert found["second colour"] == "gray"
    related = stated(Caption("a red star right of a grey square", {**facts, "relation": "left of"}))
    assert related["first shape"] == "square"


def test_what_is_not_said_has_the_number_nought() -> None:
    meaning = Meaning.seen_in([{"house": "red"}, {"house": "blue", "time": "day"}])
    assert meaning.numbers({"house": "red"}) == [2, 0]
    assert meaning.numbers({}) == [0, 0]
