"""Nodes for texts, formulas and comparisons."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.types import ValueType
from app.sdk import NodeError
from nodes.compare import Compare
from nodes.expression import Expression
from nodes.if_then import If
from nodes.text_parts import FormatText, JoinText, ReplaceText, SplitText
from tests.nodes.desk import Desk

OPEN: dict[str, Any] = dict.fromkeys("abcd")


def expression(formula: str, gives: Any = "number", **inputs: Any) -> Any:
    node = Expression(**{**OPEN, **inputs}, formula=formula, gives=gives)
    return node.run(Desk()).result


def test_an_expression_gives_the_kind_of_value_that_was_asked_for() -> None:
    assert expression("a / 2", a=5) == 2.5
    assert expression("a / 2", "whole number", a=5.2) == 3
    assert expression("a > 2", "yes or no", a=5) is True
    assert expression("a / 2", "text", a=6) == "3"
    with pytest.raises(NodeError, match='gives "red", which is no number'):
        expression("a", a="red")


def test_an_expression_needs_only_what_it_uses_and_knows_its_type() -> None:
    assert Expression.needs({"formula": "a + d"}) == {"a", "d"}
    found = Expression.describe({"gives": "text"}, {})
    assert found == {"result": ValueType("Text")}


def test_an_expression_refuses_what_is_no_number_or_text() -> None:
    with pytest.raises(NodeError, match="a got list"):
        expression("a", a=[1])
    with pytest.raises(NodeError, match="uses x"):
        Expression.check({"formula": "x"})


@pytest.mark.parametrize(
    ("first", "test", "second", "expected"),
    [
        (3, "<", 3.5, True),
        (3, "=", "3.0", True),
        ("10", ">", "9", True),
        ("Red", "=", "red", True),
        ("red", "≠", "blue", True),
        ("a red house", "contains", "RED", True),
        ("a red house", "starts with", "red", False),
        ("a red house", "ends with", "house", True),
        (True, "=", 1, True),
        ("abc", "≥", "abd", False),
    ],
)
def test_a_comparison_holds_or_not(first: Any, test: Any, second: Any, expected: bool) -> None:
    assert Compare(first=first, second=second, test=test).run(Desk()) is expected


def test_a_comparison_with_a_value_on_the_node() -> None:
    assert Compare(first=5, second=None, test=">", value="4").run(Desk())
    assert not Compare(first="Red", second=None, value="red", case="counts").run(Desk())


def test_if_needs_and_gives_only_what_the_condition_says() -> None:
    assert If.needs({"condition": False}) == {"otherwise"}
    assert If(then="a", otherwise="b", condition=False).run(Desk()) == "b"
    with pytest.raises(NodeError, match="Nothing is connected to then"):
        If(then=None, otherwise="b", condition=True).run(Desk())
    latent = ValueType("Latent").with_traits(family="SDXL")
    assert If.describe({"condition": True}, {"then": latent}) == {"value": latent}


def test_texts_are_joined_and_empty_ones_left_out() -> None:
    assert JoinText(texts=("a", " ", "b")).run(Desk()) == "a, b"
    assert JoinText(texts=("a", "", "b"), between="\\n", empty="keep").run(Desk()) == "a\n\nb"


def test_words_are_replaced() -> None:
    assert ReplaceText(text="a cat, a Cat", find="cat", replace=r"\1").run(Desk()) == r"a \1, a Cat"
    found = ReplaceText(text="a cat, a Cat", find="cat", replace="", case="ignored").run(Desk())
    assert found == "a , a "
    assert ReplaceText(text="same", find="", replace="x").run(Desk()) == "same"
    with pytest.raises(NodeError, match="would have"):
        ReplaceText(text="a" * 10_000, find="a", replace="b" * 1000).run(Desk())


def test_places_are_filled_in_with_as_many_digits_as_they_ask_for() -> None:
    text = "{a} house {b:3} {b:.2} {c} {{d}}"
    assert FormatText.needs({"text": text}) == {"a", "b", "c"}
    found = FormatText(**{**OPEN, "a": "red", "b": 7, "c": True}, text=text).run(Desk())
    assert found == "red house 007 7.00 yes {d}"
    with pytest.raises(NodeError, match=r"has a place \{colour\}, but there are only \{a\}"):
        FormatText.check({"text": "{colour}"})


def test_a_text_is_split_into_its_lines() -> None:
    assert SplitText(text="a cat\n\n  a dog \n").run(Desk()) == ["a cat", "a dog"]
    assert SplitText(text="a, b", at=",").run(Desk()) == ["a", "b"]
    with pytest.raises(NodeError, match="has no parts"):
        SplitText(text=" \n").run(Desk())
    with pytest.raises(NodeError, match="would have 1001 items"):
        SplitText(text="x\n" * 1001).run(Desk())
