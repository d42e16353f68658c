"""The content address of values."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sdk.fingerprint import (
    CannotFingerprint,
    HoldsItself,
    Leaf,
    fingerprint,
    register_leaf,
    size,
)
from app.sdk.values import LABEL


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    name: str = field(default="", metadata=LABEL)


@dataclass(frozen=True)
class Place:
    x: float
    y: float


class Pair(NamedTuple):
    x: float
    y: float


class Shade(Enum):
    LIGHT = 1
    DARK = 2


class Block:
    """A foreign type, as a tensor is."""

    def __init__(self, data: bytes) -> None:
        self.data = data


register_leaf(Block, Leaf(size=lambda b: len(b.data), digest=lambda b: b.data.hex()))

DIFFERENT: list[Any] = [
    None,
    True,
    1,
    1.0,
    "1",
    b"1",
    PurePosixPath("1"),
    1 + 0j,
    0.0,
    -0.0,
    math.nan,
    math.inf,
    10**5000,
    [],
    (),
    {},
    frozenset(),
    [1],
    (1,),
    [[1]],
    [1, 1],
    ["ab", "c"],
    ["a", "bc"],
    {"a": 1},
    {"a": [1]},
    [("a", 1)],
    Point(1, 2),
    Point(2, 1),
    Place(1, 2),
    Pair(1, 2),
    (1, 2),
    Shade.LIGHT,
    Shade.DARK,
    Block(b"1"),
    Block(b"2"),
]


def test_different_values_have_different_fingerprints() -> None:
    assert len({fingerprint(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_the_order_of_dictionaries_and_sets_does_not_count() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"ab", "cd", "ef"}) == fingerprint({"ef", "cd", "ab"})


def test_labels_do_not_count() -> None:
    assert fingerprint(Point(1, 2, "here")) == fingerprint(Point(1, 2, "there"))


def test_every_nan_is_the_same() -> None:
    assert fingerprint(float("nan")) == fingerprint(-math.nan)


def test_a_leaf_counts_by_its_content() -> None:
    assert fingerprint([Block(b"abc")]) == fingerprint([Block(b"abc")])


def test_sharing_a_part_does_not_change_the_fingerprint() -> None:
    part = [1, 2]
    assert fingerprint([part, part]) == fingerprint([[1, 2], [1, 2]])


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    value = {"sizes": [64, 64], "scale": 0.5, "name": "Tür", "mask": None}
    expected = "830b2ff189320fa6b68ab4b7ed3ace50c7daa48e576b3ada8480629ce502b144"
    assert fingerprint(value) == expected


def test_depth_and_sharing_cost_no_more_than_the_parts() -> None:
    deep: Any = []
    shared: Any = (1,)
    for _ in range(20_000):
        deep = [deep]
        shared = (shared, shared)
    assert len(fingerprint(deep)) == len(fingerprint(shared)) == 64
    assert size(shared) == 8


def test_a_value_that_holds_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append([loop])
    with pytest.raises(HoldsItself, match="list contains itself"):
        fingerprint(loop)


def test_an_unknown_type_is_refused_by_name() -> None:
    with pytest.raises(CannotFingerprint, match="object"):
        fingerprint([object()])


def test_size_counts_shared_leaves_once() -> None:
    block = Block(bytes(1000))
    assert 2000 <= size({"a": block, "b": [block, block], "c": Block(bytes(1000))}) < 2100


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(PLAIN, PLAIN)
def test_fingerprints_agree_exactly_when_the_written_values_do(one: Any, other: Any) -> None:
    same = canonical(one) == canonical(other)
    assert (fingerprint(one) == fingerprint(other)) == same


def canonical(value: Any) -> str:
    """``value`` as text that tells all types apart, dictionaries sorted."""
    if isinstance(value, dict):
        return "{" + ",".join(sorted(f"{k!r}:{canonical(v)}" for k, v in value.items())) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return repr(value)
