"""Draws seeds."""

from __future__ import annotations

import random

from app.graph.spec import LARGEST_INTEGER, ParameterSpec

_LONGEST = 2**32
"""A seed below this can be read out."""


def another_seed(parameter: ParameterSpec) -> int:
    """Any seed that is allowed, short enough to be read out."""
    low = int(parameter.low or 0)
    high = LARGEST_INTEGER if parameter.high is None else int(min(parameter.high, LARGEST_INTEGER))
    return random.SystemRandom().randint(low, min(high, _LONGEST))
