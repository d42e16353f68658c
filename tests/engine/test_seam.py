"""Plans and events are plain enough to cross to another process."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import get_args

from app.engine.events import Event, NodeProgressed, RunFailed
from app.engine.lowering import lower
from app.graph.errors import UnknownNode
from app.sdk import NodeError, Picture
from tests.engine.toys import Bench, Call, Sheet


class NoSuchThing(NodeError):
    """An error with fields that are no plain values."""

    english = "{thing} is not there: look elsewhere."


def everything() -> Sheet:
    sheet = Sheet()
    sheet.add("n", "Number", value=3)
    sheet.add("off", "Number", value=3, muted=True)
    sheet.add("bad", "Number", value="x")
    sheet.add("fold", "Fold")
    sheet.add("call", "Call", {"number": "n"})
    sheet.add("behind", "Parity", {"number": "call"})
    sheet.add("save", "Save", {"number": "fold"})
    return sheet


def test_a_plan_survives_the_crossing_and_can_be_run_there(bench: Bench) -> None:
    plan = lower(everything().snapshot(), bench.kinds, graph_text="{}")
    arrived = pickle.loads(pickle.dumps(plan))
    assert list(arrived.nodes) == list(plan.nodes)
    assert arrived.targets == plan.targets
    assert (arrived.refused, arrived.muted) == (plan.refused, plan.muted)
    assert bench.runner.run(1, arrived, bench.stop).ok


def test_every_event_survives_the_crossing(bench: Bench) -> None:
    def work(ctx: object) -> int:
        raise NoSuchThing(thing=Path("/a/b"), lock=lambda: None)

    Call.work = work
    for _ in range(2):
        bench.run(everything(), "behind", "save", "bad")
        events = [
            *bench.events,
            NodeProgressed(1, "n", 1, 2, Picture(1, 1, b"rgb")),
            RunFailed(1, UnknownNode(node="n").message),
        ]
        for event in events:
            assert pickle.loads(pickle.dumps(event)) == event
            assert isinstance(event, get_args(Event))
    assert bench.failures()["call"] == "/a/b is not there: look elsewhere."
