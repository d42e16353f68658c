"""Values taken apart and put together again, and what is refused."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sdk.encoding import (
    Array,
    CannotDecode,
    CannotEncode,
    Encoded,
    NotRegistered,
    decode,
    encode,
    register_kind,
)
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Weights
from app.sdk.values import Files, SavedFile

atoms = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.builds(Path, st.just("a/b"))
)
keys = st.text() | st.integers() | st.tuples(st.integers(), st.text())
trees = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(keys, inner)
        | st.builds(Weights, inner, inner, inner, st.text())
    ),
)


def through_json(encoded: Encoded) -> Encoded:
    return Encoded(json.loads(json.dumps(encoded.tree, allow_nan=False)), encoded.arrays)


@given(trees)
def test_any_tree_comes_back_with_the_same_fingerprint(value: Any) -> None:
    again = decode(through_json(encode(value)))
    assert type(again) is type(value)
    assert fingerprint(again) == fingerprint(value)


def test_labels_come_back_too() -> None:
    files = Files((SavedFile("/pictures/a.png", 7, 2**62),))
    weights = Weights("unet", "hash", "SD 1", path="/models/one")
    assert decode(through_json(encode((files, weights)))) == (files, weights)


def test_a_shared_part_is_stored_once_and_stays_shared() -> None:
    data = b"pixels" * 100
    encoded = encode([data, data])
    assert len(encoded.arrays) == 1


def test_numbers_without_a_word_in_json_survive() -> None:
    value = [math.inf, -math.inf, 2**200, -(2**64), -0.0]
    assert decode(through_json(encode(value))) == value
    assert math.isnan(decode(through_json(encode(math.nan))))


@dataclass(frozen=True)
class Stranger:
    """Nobody registered it."""

    number: int = 1


@pytest.mark.parametrize("value", [Stranger(), {1, 2}, object(), 1j, [Stranger()], Stranger])
def test_what_is_not_registered_is_refused(value: Any) -> None:
    with pytest.raises(CannotEncode):
        encode(value)


def test_a_value_deeper_than_the_stack_is_refused() -> None:
    value: Any = 0
    for _ in range(100_000):
        value = [value]
    with pytest.raises(CannotEncode):
        encode(value)


@dataclass(frozen=True)
class Tea:
    """Registered for a test."""

    leaves: int


register_kind(Tea, "tests.Tea")


def test_two_kinds_may_not_share_a_name() -> None:
    with pytest.raises(ValueError, match="registered already"):
        register_kind(Stranger, "tests.Tea")


def test_a_kind_may_be_registered_again() -> None:
    register_kind(Tea, "tests.Tea")
    assert decode(encode(Tea(3))) == Tea(3)


@pytest.mark.parametrize(
    "tree",
    [
        {"kind": "os.system", "fields": {"command": "true"}},
        {"kind": "Tensor", "fields": {}},
        {"array": 0, "codec": "Weights"},
        {"array": 0, "codec": "eval"},
        {"kind": "tests.Tea", "fields": {}},
        {"kind": "tests.Tea", "fields": {"leaves": 1, "sugar": 2}},
        {"lambda": "1"},
    ],
    ids=str,
)
def test_only_registered_kinds_with_their_own_fields_are_made(tree: Any) -> None:
    with pytest.raises(NotRegistered):
        decode(Encoded(tree, [Array("U8", (1,), b"x")]))


@pytest.mark.parametrize(
    "tree",
    [[1], {}, {"list": 7}, {"bytes": 9}, {"bytes": "a"}, {"dict": [1]}, {"int": "zz"}, {"kind": 1}],
    ids=str,
)
def test_nonsense_is_one_kind_of_error(tree: Any) -> None:
    with pytest.raises(CannotDecode):
        decode(Encoded(tree, []))
