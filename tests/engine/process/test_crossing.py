"""What crosses between the window and the worker process arrives as it was."""

from __future__ import annotations

import io
import math
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from app.engine.events import Event, NodeProgressed, NodesCached, RunFailed
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.process.book import Book
from app.engine.process.channel import Channel
from app.engine.process.messages import KINDS, Answer, SentPlan, Submit, Told
from app.engine.process.plain import Garbled
from app.engine.process.plans import PlanReceiver, PlanSender
from app.graph.errors import Message, UnknownNode
from app.graph.phrases import Phrase
from app.sdk import Picture
from tests.engine.test_seam import everything
from tests.engine.toys import Bench, Call

TARGETS = ("behind", "save")


def crossed(message: Any) -> Any:
    """A message, sent and received."""
    stream = io.BytesIO()
    Channel(stream, stream).send(message)
    stream.seek(0)
    return Channel(stream, stream).receive()


def test_every_event_arrives_as_it_was(bench: Bench) -> None:
    Call.work = lambda ctx: 1 // 0
    for _ in range(2):
        bench.run(everything(), "behind", "save", "bad")
        events = [
            *bench.events,
            NodeProgressed(1, "n", 1, 2, Picture(1, 1, b"rgb")),
            NodesCached(1, {"a": {"b": "c"}}, frozenset({"a"})),
            RunFailed(1, UnknownNode(node="n").message),
        ]
        for event in events:
            assert crossed(Told(event)).event == event
    assert {*get_args(Event)} <= {*KINDS}


def test_words_and_odd_values_arrive_as_they_were() -> None:
    words = Phrase("{count} image", count=Phrase("two"))
    message = Message("Id", "{words} {path}", {"words": words, "path": Path("/a"), "odd": "\udc80"})
    found = crossed(Answer(1, (message, math.inf, 2**70, [None, True], {1: "x"}, b"")))
    assert found.value[0].fields["words"].fields["count"] == "two"
    assert found.value[0].text() == "two image /a"
    assert found.value[1:] == (math.inf, 2**70, [None, True], {1: "x"}, b"")


@pytest.mark.parametrize(
    "head",
    [b'["of","Path","/etc"]', b'["of","Popen",["x"]]', b"{", b'["bytes",3]', b'["eval","1"]'],
)
def test_nothing_that_arrives_can_name_another_class(head: bytes) -> None:
    stream = io.BytesIO(struct.pack("<II", len(head), 0) + head)
    with pytest.raises(Garbled):
        Channel(stream, stream).receive()


def test_a_frame_that_is_cut_short_is_an_end_and_a_huge_one_is_refused() -> None:
    stream = io.BytesIO(struct.pack("<II", 100, 0) + b"[")
    with pytest.raises(EOFError):
        Channel(stream, stream).receive()
    stream = io.BytesIO(struct.pack("<II", 2**31, 0))
    with pytest.raises(Garbled):
        Channel(stream, stream).receive()


def sent_plans(plans: list[Plan], most: int = 100) -> list[tuple[SentPlan, Plan]]:
    """Plans as they leave, and as they arrive."""
    sender, receiver = PlanSender(most), PlanReceiver()
    found = []
    for plan in plans:
        sent = crossed(sender.pack(plan))
        found.append((sent, receiver.unpack(sent)))
    return found


def test_a_plan_arrives_whole_and_unchanged_nodes_are_the_same_objects(bench: Bench) -> None:
    sheet = everything()
    first = lower(sheet.snapshot(), bench.kinds, TARGETS, graph_text="{}")
    sheet.add("n", "Number", value=4)
    second = replace(lower(sheet.snapshot(), bench.kinds, TARGETS), graph="file")
    (_, one), (sent, other), (_, third) = sent_plans([first, second, first])
    assert list(one.nodes) == list(first.nodes)
    assert (one.targets, one.refused, one.muted) == (first.targets, first.refused, first.muted)
    assert (one.graph_text, other.graph) == ("{}", "file")
    assert [node.address for _, node in sent.fresh] == ["n"]
    assert other.nodes["save"] is one.nodes["save"] is third.nodes["save"]
    assert third.nodes["n"] is one.nodes["n"] is not other.nodes["n"]
    assert bench.runner.run(1, one, bench.stop).seconds >= 0


def test_nodes_that_were_long_not_needed_are_forgotten_on_both_sides(bench: Bench) -> None:
    plans = []
    for value in range(30):
        sheet = everything()
        sheet.add("n", "Number", value=value)
        plans.append(lower(sheet.snapshot(), bench.kinds, TARGETS))
    found = sent_plans([*plans, plans[0]], most=5)
    assert any(sent.forgotten for sent, _ in found)
    for plan, (_, arrived) in zip([*plans, plans[0]], found, strict=True):
        assert arrived.nodes["n"].parameters == plan.nodes["n"].parameters


def submit(run: int, *, queue: bool = True) -> Submit:
    return Submit(run, Plan({}, ()), queue)


def test_an_end_before_any_run_could_begin_is_put_down_to_all_of_them() -> None:
    book = Book()
    book.add(submit(1))
    book.add(submit(2, queue=False))
    assert book.bury(prepared=False).retried == (1, 2)
    assert book.bury(prepared=False).failed == (1, 2)
    assert book.requests() == []


def test_an_end_is_put_down_to_what_ran_or_was_about_to() -> None:
    book = Book()
    for run in (1, 2, 3):
        book.add(submit(run))
    assert book.bury(prepared=True).retried == (1,)
    book.began(2)
    assert book.bury(prepared=True).retried == (2,)
    assert [request.run for request in book.requests()] == [2, 1, 3]
    book.ended(2)
    book.paused = True
    assert book.bury(prepared=True).retried == ()
