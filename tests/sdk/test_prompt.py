"""Prompt weights, against values worked out by hand from the rules of the two programs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sdk.prompt import HEAVIEST, Reading, read_prompt
from app.sdk.prompt_parts import parts_of

# The A1111 wiki, "Attention/emphasis": each round bracket times 1.1, each square one through 1.1,
# a number in its stead; brackets multiply. The nested example is worked out: 1.3 * 1.1 * 1.1 etc.
A1111 = [
    ("normal text", [("normal text", 1.0)]),
    ("an (important) word", [("an ", 1.0), ("important", 1.1), (" word", 1.0)]),
    ("a ((word))", [("a ", 1.0), ("word", 1.21)]),
    ("a [word]", [("a ", 1.0), ("word", 1 / 1.1)]),
    ("a (word:1.5)", [("a ", 1.0), ("word", 1.5)]),
    ("a (word:0.25)", [("a ", 1.0), ("word", 0.25)]),
    ("((word:1.5))", [("word", 1.65)]),
    ("[(word:1.1)]", [("word", 1.0)]),
    (r"a \(word\)", [("a (word)", 1.0)]),
    (r"\[x\] \\", [("[x] \\", 1.0)]),
    (r"(a \(b\):1.2)", [("a (b)", 1.2)]),
    ("(unbalanced", [("unbalanced", 1.1)]),
    ("[unbalanced", [("unbalanced", 1 / 1.1)]),
    ("a) b]", [("a) b]", 1.0)]),
    ("a: b", [("a: b", 1.0)]),
    ("a:1.3)", [("a:1.3)", 1.0)]),
    ("(a:1.2.3)", [("a:1.2.3)", 1.1)]),
    ("(one)(two)", [("onetwo", 1.1)]),
    ("(a:-1)", [("a", -1.0)]),
    ("((house:1.3) roof)", [("house", 1.43), (" roof", 1.1)]),
    ("a (b (c:2) [d]), e", [("a ", 1), ("b ", 1.1), ("c", 2.2), (" ", 1.1), ("d, e", 1)]),
    ("", [("", 1.0)]),
]

# ComfyUI's README, "Notes": (good code:1.2), 1.1 where no number stands, escapes by backslash.
# Nesting multiplies only where no number stands: a number is the weight itself.
COMFYUI = [
    ("normal text", [("normal text", 1.0)]),
    ("a (word)", [("a ", 1.0), ("word", 1.1)]),
    ("((word))", [("word", 1.21)]),
    ("((word:1.5))", [("word", 1.5)]),
    ("((a:2) b:0.5)", [("a", 2.0), (" b", 0.5)]),
    ("((a) b:0.5)", [("a", 0.55), (" b", 0.5)]),
    ("a [word]", [("a [word]", 1.0)]),
    (r"a \(word\)", [("a (word)", 1.0)]),
    (r"(a \(b\):1.2)", [("a (b)", 1.2)]),
    (r"back\slash", [("back\\slash", 1.0)]),
    ("(unbalanced", [("(unbalanced", 1.0)]),
    ("((left open)", [("(left open", 1.1)]),
    (r"(an escaped end\)", [("(an escaped end)", 1.0)]),
    ("a) (b)", [("a) (b)", 1.0)]),
    ("(a: b)", [("a: b", 1.1)]),
    ("(:1.3)", [(":1.3", 1.1)]),
    ("(a:nan)", [("a:nan", 1.1)]),
    ("()", [("", 1.0)]),
    ("one BREAK two", [("one BREAK two", 1.0)]),
]


@pytest.mark.parametrize(("text", "expected"), A1111)
def test_a1111_reads_as_its_wiki_says(text: str, expected: list[tuple[str, float]]) -> None:
    _check(text, "A1111", [expected])


@pytest.mark.parametrize(("text", "expected"), COMFYUI)
def test_comfyui_reads_as_its_readme_says(text: str, expected: list[tuple[str, float]]) -> None:
    _check(text, "ComfyUI", [expected])


def test_plain_reading_leaves_every_sign_alone() -> None:
    _check(r"a (b:1.3) [c] \( BREAK", "plain", [[(r"a (b:1.3) [c] \( BREAK", 1.0)]])


def test_break_starts_a_new_group_in_a1111() -> None:
    _check("a cat BREAK a dog", "A1111", [[("a cat", 1.0)], [("a dog", 1.0)]])
    _check("(a BREAK b:2) c", "A1111", [[("a", 2.0)], [("b", 2.0), (" c", 1.0)]])
    _check("BREAK a", "A1111", [[("", 1.0)], [("a", 1.0)]])


def test_break_counts_only_as_a_word_in_capitals() -> None:
    _check("break BREAKFAST", "A1111", [[("break BREAKFAST", 1.0)]])


@pytest.mark.parametrize("reading", ["A1111", "ComfyUI"])
@pytest.mark.parametrize("text", ["(" * 50_000, "(" * 50_000 + "a" + ")" * 50_000, "[(" * 20_000])
def test_absurd_nesting_ends_soon_with_finite_weights(text: str, reading: Reading) -> None:
    (group,) = read_prompt(text, reading)
    assert all(abs(segment.weight) <= HEAVIEST for segment in group)


@settings(deadline=None)
@given(st.text(alphabet="ab ()[]:\\.12\0BREAK", max_size=60), st.sampled_from(["A1111", "ComfyUI"]))
def test_any_text_is_read(text: str, reading: Reading) -> None:
    groups = read_prompt(text, reading)
    assert all(group for group in groups)
    assert all(abs(segment.weight) <= HEAVIEST for group in groups for segment in group)


@settings(deadline=None)
@given(st.text(alphabet="abc ,.'-", max_size=60))
def test_text_without_signs_is_the_same_in_every_reading(text: str) -> None:
    assert read_prompt(text, "A1111") == read_prompt(text, "ComfyUI") == read_prompt(text, "plain")


def _check(text: str, reading: Reading, expected: list[list[tuple[str, float]]]) -> None:
    found = read_prompt(text, reading)
    assert [[s.text for s in group] for group in found] == [[t for t, _ in g] for g in expected]
    for group, wanted in zip(found, expected, strict=True):
        assert [s.weight for s in group] == pytest.approx([weight for _, weight in wanted])


@given(
    text=st.text(alphabet="ab ()[]:1.\\BREAK", max_size=40),
    reading=st.sampled_from(["A1111", "ComfyUI"]),
)
@settings(deadline=None, max_examples=60)
def test_the_parts_of_a_prompt_lie_side_by_side(text: str, reading: Reading) -> None:
    parts = parts_of(text, reading)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.start < part.end for part in parts)
