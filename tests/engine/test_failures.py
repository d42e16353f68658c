"""A failing node says why in one sentence, and hurts only what depends on it."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import Any, NoReturn

import pytest

from app.engine.events import NodeFailed
from app.graph.errors import Message
from app.sdk import Context, NodeError, Stopped
from tests.engine.toys import Bench, Call, Sheet


class Unspeakable(Exception):
    """Cannot say what it is."""

    def __str__(self) -> str:
        raise RuntimeError


def graph() -> Sheet:
    sheet = Sheet()
    sheet.add("one", "Number", value=1)
    sheet.add("call", "Call", {"number": "one"}, title="My node")
    sheet.add("behind", "Add", {"first": "call", "second": "call"})
    sheet.add("further", "Parity", {"number": "behind"})
    sheet.add("aside", "Add", {"first": "one"}, plus=5)
    return sheet


def run(bench: Bench, error: BaseException) -> str:
    def work(ctx: Context) -> NoReturn:
        raise error

    Call.work = work
    bench.run(graph(), "further", "aside")
    return bench.failures()["call"]


def deep(ctx: Context) -> Any:
    return deep(ctx)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (NodeError("The picture is too dark: brighten it."), "The picture is too dark"),
        (
            ValueError("two\nlines."),
            "My node met an error that nobody foresaw (ValueError: two lines): ",
        ),
        (KeyError(), "KeyError: no further details"),
        (OSError(5, "Input/output error"), "My node could not read or write a file (Input/output"),
        (SystemExit(3), "SystemExit: 3"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (GeneratorExit(), "GeneratorExit"),
        (StopIteration(), "StopIteration"),
        (Stopped(), "Stopped"),
        (MemoryError(), "ran out of memory"),
        (Unspeakable(), "Unspeakable: no further details"),
        (FileNotFoundError(2, "No such file", "/a/b.png"), "cannot use /a/b.png (No such file)"),
        (ValueError("long " * 1000), "…"),
    ],
)
def test_any_error_ends_as_a_sentence_on_its_node(
    bench: Bench, error: BaseException, says: str
) -> None:
    sentence = run(bench, error)
    assert says in sentence
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert bench.skipped() == {"behind": "call", "further": "call"}
    assert bench.value("aside") == 6
    assert not bench.finished.ok
    assert not bench.finished.stopped


def test_endless_recursion_in_a_node_is_its_failure(bench: Bench) -> None:
    Call.work = deep
    bench.run(graph(), "call", "aside")
    assert "RecursionError" in bench.failures()["call"]
    assert bench.value("aside") == 6


def test_the_traceback_is_kept_apart(bench: Bench) -> None:
    run(bench, ValueError("bad"))
    failed = next(event for event in bench.events if isinstance(event, NodeFailed))
    assert "Traceback" in failed.traceback
    assert "ValueError: bad" in failed.traceback


def test_a_known_error_is_worded_by_who_knows_it(bench: Bench) -> None:
    known = Message("OutOfMemory", "No memory is left on {device}: close a program.", {"device": 1})
    bench.device.explain = lambda error: known if isinstance(error, ValueError) else None  # type: ignore[method-assign]
    assert run(bench, ValueError()) == "No memory is left on 1: close a program."


def test_an_explanation_that_fails_itself_leaves_the_error_as_it_was(bench: Bench) -> None:
    def explain(error: BaseException) -> NoReturn:
        raise OSError

    bench.device.explain = explain  # type: ignore[method-assign]
    assert "ValueError: why" in run(bench, ValueError("why"))


@pytest.mark.parametrize("result", [None, object(), threading.Lock(), {1: [object()]}])
def test_a_result_that_does_not_fit_the_declaration_is_a_sentence(
    bench: Bench, result: Any
) -> None:
    Call.work = lambda ctx: result
    bench.run(graph(), "call", "aside")
    assert bench.failures()["call"].endswith((".", "fault."))
    assert bench.value("aside") == 6


def test_a_failed_node_runs_again_the_next_time(bench: Bench) -> None:
    run(bench, ValueError())
    Call.work = lambda ctx: 3
    assert bench.run(graph(), "further") == ["Add", "Call", "Parity"]
    assert bench.finished.ok


def test_an_error_while_stopping_is_no_failure(bench: Bench) -> None:
    def work(ctx: Context) -> NoReturn:
        bench.stop.set()
        try:
            ctx.check()
        finally:
            raise ValueError

    Call.work = work
    bench.run(graph(), "further")
    assert bench.finished.stopped
    assert not bench.failures()


def test_what_a_failed_node_does_not_feed_runs_even_beside_it(bench: Bench) -> None:
    sheet = graph()
    sheet.add("zero", "Divide", {"number": "one"}, by=0)
    sheet.add("both", "Add", {"first": "zero.rest", "second": "aside"})
    bench.run(sheet, "both")
    assert "integer division" in bench.failures()["zero"]
    assert bench.value("aside") == 6


def test_a_missing_file_that_counts_in_the_key_is_told_by_the_node(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("read", "Read", path="/nowhere/at/all.txt")
    bench.run(sheet)
    assert "cannot use /nowhere/at/all.txt" in bench.failures()["read"]


def test_all_nodes_on_a_circle_say_so_and_the_rest_runs(bench: Bench) -> None:
    sheet = graph()
    sheet.add("x", "Add", {"first": "one"})
    sheet.add("y", "Add", {"first": "x"})
    sheet.wire("x", "second", "y")
    sheet.add("end", "Parity", {"number": "y"})
    bench.run(sheet, "end", "aside")
    assert set(bench.failures()) == {"x", "y"}
    assert set(bench.skipped()) == {"end"}
    assert bench.value("aside") == 6


class Large:
    """Stands for gigabytes."""


def test_what_a_failed_node_held_is_free_at_once(bench: Bench) -> None:
    held: list[weakref.ref[Large]] = []

    def work(ctx: Context) -> NoReturn:
        large = Large()
        held.append(weakref.ref(large))
        try:
            raise ValueError(large.__class__)
        except ValueError as first:
            error = KeyError("while that was handled")
            error.__context__ = first
            raise error from None

    Call.work = work
    gc.disable()
    try:
        bench.run(graph(), "call")
        assert bench.failures()
        assert held[0]() is None
    finally:
        gc.enable()
