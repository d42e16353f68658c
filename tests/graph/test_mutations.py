"""A graph that holds everything, with any values in any places: opened or refused in words."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.graph.file import read_text, to_text
from app.graph.file_errors import FileError
from tests.graph.strategies import plain
from tests.graph.test_saved_formats import SAVED
from tests.graph.toys import KINDS

Place = tuple[str | int, ...]

WHOLE = json.loads((SAVED / "format-1.loom").read_text("utf-8"))


def places(value: Any, path: Place = ()) -> list[Place]:
    """The way to every value, containers included."""
    items = dict(enumerate(value)) if isinstance(value, list) else value
    below = items.items() if isinstance(items, dict) else ()
    return [
        *([path] if path else []),
        *(place for name, item in below for place in places(item, (*path, name))),
    ]


PLACES = places(WHOLE)
NUMBERS = st.sampled_from([float("nan"), float("inf"), -float("inf"), 2**63, -(2**70), 10**400])
NAMES = st.sampled_from(["main", "detail-1", "subgraph:detail-1", "subgraph:main", "box", "a/b"])
TEXTS = st.text(st.characters(), max_size=20) | st.just("\ud800") | st.just("\0")
JUNK = plain | NUMBERS | NAMES | TEXTS
MUTATIONS = st.lists(st.tuples(st.sampled_from(PLACES), JUNK), min_size=1, max_size=4)


def mutated(changes: list[tuple[Place, Any]]) -> Any:
    """The graph with other values; a place that is gone by then stays gone."""
    whole = copy.deepcopy(WHOLE)
    for place, value in changes:
        inner = whole
        for name in place[:-1]:
            inner = inner[name] if _has(inner, name) else None
        if _has(inner, place[-1]):
            inner[place[-1]] = value
    return whole


def _has(inner: Any, name: str | int) -> bool:
    if isinstance(inner, list):
        return isinstance(name, int) and name < len(inner)
    return isinstance(inner, dict) and name in inner


def check(changes: list[tuple[Place, Any]]) -> None:
    """It is opened, and then it can be saved; or one sentence says what is wrong."""
    try:
        opened = read_text(json.dumps(mutated(changes)), KINDS, file="dream.loom")
    except FileError as error:
        sentence = str(error)
        assert "dream.loom" in sentence
        assert "\n" not in sentence
        return
    assert all(str(warning) for warning in opened.warnings)
    once = to_text(opened.snapshot, KINDS)
    once.encode("utf-8")
    assert to_text(read_text(once, KINDS).snapshot, KINDS) == once


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_any_values_in_any_places_are_opened_or_refused(changes: list[tuple[Place, Any]]) -> None:
    check(changes)


@pytest.mark.heavy
@pytest.mark.parametrize("thousand", range(10))
@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=MUTATIONS)
def test_ten_thousand_mutations(thousand: int, changes: list[tuple[Place, Any]]) -> None:
    check(changes)


@pytest.mark.parametrize("percent", range(100))
def test_a_graph_that_holds_everything_is_refused_wherever_it_is_cut(percent: int) -> None:
    content = (SAVED / "format-1.loom").read_bytes()
    cut = content[: len(content) * percent // 100].decode("utf-8", "ignore")
    with pytest.raises(FileError, match=r"dream\.loom"):
        read_text(cut, KINDS, file="dream.loom")
