"""What only a node can judge is refused before the run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from app.engine.lowering import lower
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.sdk import Context, NodeError, param
from app.sdk.declare import Node as NodeClass
from app.sdk.registry import Registry
from tests.engine.toys import Number


class Span(NodeClass):
    """Numbers from low to high."""

    low: int = param(default=0, tip="The first.")
    high: int = param(default=9, tip="The last.")

    def run(self, ctx: Context) -> int:
        return self.high - self.low

    @classmethod
    def check(cls, parameters: Mapping[str, Any]) -> None:
        if parameters["low"] > parameters["high"]:
            raise NodeError("Low is above high: exchange them.")


class Broken(NodeClass):
    """Its check does not work."""

    def run(self, ctx: Context) -> int:
        return 1

    @classmethod
    def check(cls, parameters: Mapping[str, Any]) -> None:
        raise KeyError("nothing")


@pytest.fixture
def kinds() -> Registry:
    made = Registry()
    for kind in (Span, Broken, Number):
        made.add(kind)
    return made


def span(**parameters: int) -> dict[str, Node]:
    return {"span": Node("span", "loom.Span", parameters=parameters)}


def test_values_that_do_not_go_together_are_refused(kinds: Registry) -> None:
    plan = lower(Snapshot({ROOT: Graph(span(low=5, high=2))}), kinds)
    assert plan.refused["span"].text() == "Low is above high: exchange them."
    assert "span" in lower(Snapshot({ROOT: Graph(span(low=1, high=2))}), kinds).nodes


def test_what_a_wire_brings_is_left_to_the_run(kinds: Registry) -> None:
    nodes = span(low=5, high=2) | {"number": Node("number", "loom.Number")}
    wires = {Socket("span", "high"): (Source("number", "integer"),)}
    assert not lower(Snapshot({ROOT: Graph(nodes, wires)}), kinds).refused


def test_a_check_that_breaks_is_listed_and_stops_nothing(kinds: Registry) -> None:
    plan = lower(Snapshot({ROOT: Graph({"node": Node("node", "loom.Broken")})}), kinds)
    assert list(plan.nodes) == ["node"]
    assert "check" in kinds.problems[0].message.text()
