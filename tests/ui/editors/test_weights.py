"""The weight of words is changed by the brackets around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sdk.prompt_parts import Reading
from app.ui.editors.weights import Marked, reweighed

UP, DOWN = 0.05, -0.05


def marked(text: str) -> Marked:
    """A text with its selection between bars, or its cursor at one."""
    start = text.index("|")
    end = text.index("|", start + 1) - 1 if text.count("|") == 2 else start
    return Marked(text.replace("|", ""), start, end)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a r|ed cat", UP, "a (red:1.05) cat"),
        ("a |red cat|", DOWN, "a (red cat:0.95)"),
        ("a| red |cat", UP, "a (red:1.05) cat"),
        ("a (re|d:1.05) cat", UP, "a (red:1.1) cat"),
        ("a (re|d:1.05) cat", DOWN, "a red cat"),
        ("a (|red|:1.3) cat", UP, "a (red:1.35) cat"),
        ("a |(red:1.3)| cat", UP, "a (red:1.35) cat"),
        ("a (re|d) cat", UP, "a (red:1.15) cat"),
        ("a [re|d] cat", UP, "a (red:0.96) cat"),
        ("((re|d))", UP, "((red:1.15))"),
        ("(a |red| cat)", UP, "(a (red:1.05) cat)"),
        ("a, | cat", UP, "a,  cat"),
        (r"a \(re|d\)", UP, r"a \((red:1.05)\)"),
        ("(red:0.0|2)", -0.1, "(red:0)"),
    ],
)
def test_brackets_are_set_changed_and_taken_away(before: str, change: float, after: str) -> None:
    assert reweighed(marked(before), change, "A1111").text == after


def test_the_words_stay_selected_so_that_the_next_key_goes_on() -> None:
    once = reweighed(marked("a r|ed cat"), UP, "ComfyUI")
    assert once.selected == "red"
    twice = reweighed(once, UP, "ComfyUI")
    assert twice.text == "a (red:1.1) cat"
    back = reweighed(reweighed(twice, DOWN, "ComfyUI"), DOWN, "ComfyUI")
    assert back.text == "a red cat"


def test_square_brackets_are_text_to_comfyui() -> None:
    assert reweighed(marked("a [r|ed]"), UP, "ComfyUI").text == "a [(red:1.05)]"


def test_a_reading_without_weights_leaves_the_text_alone() -> None:
    before = marked("a (r|ed) cat")
    assert reweighed(before, UP, "plain") == before


@given(
    text=st.text(alphabet="ab (),[]:1.\\", max_size=30),
    reading=st.sampled_from(["A1111", "ComfyUI", "plain"]),
    ends=st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_the_words_themselves_are_never_changed(
    text: str, reading: Reading, ends: tuple[int, int]
) -> None:
    start, end = sorted(min(place, len(text)) for place in ends)
    after = reweighed(Marked(text, start, end), UP, reading)
    assert 0 <= after.start <= after.end <= len(after.text)
    assert after.text[: after.start - 1] == text[: after.start - 1]
    assert letters(after.text) == letters(text)


def letters(text: str) -> str:
    """The text without brackets and numbers."""
    return "".join(letter for letter in text if letter in "ab ,")
