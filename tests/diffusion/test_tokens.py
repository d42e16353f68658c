"""How prompts are cut into windows."""

from __future__ import annotations

import pytest

from app.diffusion.loading.refusals import TextTooLong
from app.diffusion.text.tokens import LONG_WORD, MOST_WINDOWS, Window, show, split
from app.sdk.prompt import Reading, read_prompt
from tests import components

TOKENIZER = components.tokenizer()
SIZE = components.WINDOW


def test_one_window_has_the_ids_that_the_tokenizer_gives() -> None:
    text = "the red cat, (the) house's dog  "
    (window,) = _windows(text, "plain")
    wanted = TOKENIZER(text, padding="max_length", max_length=SIZE, truncation=True).input_ids
    assert window.ids(TOKENIZER, SIZE) == wanted


def test_an_empty_prompt_is_one_window_of_marks_and_padding() -> None:
    (window,) = _windows("   ", "A1111")
    assert window.ids(TOKENIZER, SIZE) == TOKENIZER("", padding="max_length").input_ids


def test_weights_stand_beside_their_tokens() -> None:
    (window,) = _windows("the (red cat:1.5) dog", "A1111")
    assert [(token.text, token.weight) for token in window.tokens] == [
        ("the", 1.0),
        ("red", 1.5),
        ("cat", 1.5),
        ("dog", 1.0),
    ]
    assert window.weights(SIZE) == [1.0, 1.0, 1.5, 1.5] + [1.0] * (SIZE - 4)


def test_break_starts_a_new_window() -> None:
    assert [_texts(window) for window in _windows("red BREAK cat dog", "A1111")] == [
        ["red"],
        ["cat", "dog"],
    ]


@pytest.mark.parametrize(("commas_from", "first"), [(60, 61), (40, 75)])
def test_a1111_cuts_behind_a_comma_near_the_end(commas_from: int, first: int) -> None:
    words = ["cat"] * 100
    words[commas_from] = ","
    windows = _windows(" ".join(words), "A1111")
    assert [len(window.tokens) for window in windows] == [first, 100 - first]
    assert windows[0].full
    assert not windows[1].full


@pytest.mark.parametrize("reading", ["plain", "ComfyUI"])
def test_a_word_is_not_cut_in_two(reading: Reading) -> None:
    windows = _windows("cat " * 73 + "zebra", reading)
    assert [len(window.tokens) for window in windows] == [73, 5]


def test_a_word_too_long_to_keep_whole_is_cut() -> None:
    windows = _windows("cat " * 70 + "z" * (LONG_WORD + 4), "plain")
    assert len(windows[0].tokens) == SIZE - 2


def test_all_tokens_come_through_in_order() -> None:
    text = " ".join(f"red {number} dog," for number in range(90))
    for reading in ("plain", "A1111", "ComfyUI"):
        ids = [token.id for window in _windows(text, reading) for token in window.tokens]
        assert ids == TOKENIZER(text, add_special_tokens=False, verbose=False).input_ids


def test_an_endless_prompt_is_refused() -> None:
    with pytest.raises(TextTooLong, match="make it shorter"):
        _windows("cat " * 75 * (MOST_WINDOWS + 1), "plain")


def test_half_characters_are_read_as_question_marks() -> None:
    (window,) = _windows("cat \ud800", "plain")
    assert _texts(window) == ["cat", "?"]


def test_tokens_can_be_seen_with_weights_and_cuts() -> None:
    shown = show(_windows("the (cat:1.5)" + " dog" * 75, "A1111"), SIZE).splitlines()
    assert shown[0].startswith("1: 75 of 75 tokens: the | cat x1.5 | dog |")
    assert shown[0].endswith("| dog (cut here)")
    assert shown[1] == "2: 2 of 75 tokens: dog | dog"


def _windows(text: str, reading: Reading) -> tuple[Window, ...]:
    return split(TOKENIZER, read_prompt(text, reading), reading, SIZE)


def _texts(window: Window) -> list[str]:
    return [token.text for token in window.tokens]
