"""Nodes that hold or choose plain values."""

from __future__ import annotations

import pytest

from app.graph.spec import LARGEST_INTEGER
from app.graph.types import ValueType
from app.sdk import NodeError
from nodes.number import Boolean, Float, Integer
from nodes.seed import Seed
from nodes.switch import Switch
from nodes.text import Text
from tests.nodes.desk import Desk


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Integer(value=3), 3),
        (Float(value=0.5), 0.5),
        (Boolean(value=True), True),
        (Text(value="a\nb"), "a\nb"),
        (Seed(value=LARGEST_INTEGER), LARGEST_INTEGER),
    ],
)
def test_a_constant_gives_its_value(node: object, expected: object) -> None:
    assert node.run(Desk()) == expected  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "output"),
    [
        (Integer, "Integer"),
        (Float, "Float"),
        (Boolean, "Boolean"),
        (Text, "Text"),
        (Seed, "Integer"),
    ],
)
def test_a_constant_fits_parameters_of_its_type(kind: type, output: str) -> None:
    assert [o.type for o in kind.spec.outputs] == [ValueType(output)]  # type: ignore[attr-defined]


def switch(**fields: object) -> Switch[object]:
    return Switch(**{"first": None, "second": None, "third": None, "fourth": None, **fields})


def test_a_switch_lets_the_chosen_input_go_on() -> None:
    assert switch(first="a", third="c", use="third").run(Desk()) == "c"


def test_a_switch_needs_only_the_chosen_input() -> None:
    assert Switch.needs({"use": "second"}) == {"second"}
    assert Switch.needs({}) is None


def test_a_switch_says_what_is_missing() -> None:
    with pytest.raises(NodeError, match="Nothing is connected to second"):
        switch(first="a", use="second").run(Desk())


def test_a_switch_knows_what_comes_out_of_it() -> None:
    latent = ValueType("Latent").with_traits(family="SD 1")
    assert Switch.describe({"use": "second"}, {"second": latent}) == {"value": latent}
    assert Switch.describe({"use": "first"}, {"second": latent}) == {}
