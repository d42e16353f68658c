"""Sums are worked out; anything else that could be typed is not run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.editors.arithmetic import calculated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("512*1.5", 768),
        ("(64 + 8) / 2", 36),
        ("-3", -3),
        ("7//2", 3),
        ("7 % 4", 3),
        ("0,5", 0.5),
        ("9223372036854775807", 2**63 - 1),
        (" 2 ", 2),
    ],
)
def test_a_sum_has_its_value(text: str, value: float) -> None:
    assert calculated(text) == value


@pytest.mark.parametrize(
    "text", ["", "1/0", "2**9999", "abs(1)", "1 if 2 else 3", "x", "1,2,3", "()", "1e400", "(" * 70]
)
def test_what_is_no_sum_has_none(text: str) -> None:
    assert calculated(text) is None


@given(st.text(alphabet="0123456789.+-*/%() ,", max_size=90))
def test_nothing_that_is_typed_does_harm(text: str) -> None:
    value = calculated(text)
    assert value is None or value == value
