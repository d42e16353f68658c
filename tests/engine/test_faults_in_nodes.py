"""A stranger's node raises whatever Python knows: a sentence, the rest runs, nothing stays held."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
import weakref
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import pytest

from app.engine.events import Event, NodeFailed, NodeProgressed, RunFinished
from app.engine.lowering import lower
from app.engine.worker import Worker
from app.graph.errors import Message
from app.sdk import Context, NodeError
from tests.engine.toys import Bench, Call, Device, NoModels, Sheet, registry

WAIT = 20.0


class Nameless(type):
    """A metaclass that does not even tell the name of a class."""

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise RuntimeError

    def __subclasscheck__(cls, other: type) -> bool:
        raise RuntimeError

    def __instancecheck__(cls, other: object) -> bool:
        raise RuntimeError


class OfNobody(Exception, metaclass=Nameless):
    """Its class answers no question."""


class Leaving(Exception):
    """Ends the program when it is asked what it is."""

    def __str__(self) -> str:
        raise SystemExit(1)

    def __repr__(self) -> str:
        raise KeyboardInterrupt


class Odd(str):
    """Text that does not behave as text."""

    def __str__(self) -> str:
        return self

    def strip(self, chars: str | None = None) -> str:
        raise SystemExit


class Wordy(Exception):
    """Says what it is in odd text."""

    def __str__(self) -> str:
        return Odd("odd words")


class Lying(Exception):
    """Hides what Python notes of an error behind attributes that raise."""

    def _no(self) -> NoReturn:
        raise ValueError

    __class__ = property(_no)  # type: ignore[assignment]
    __traceback__ = property(_no)  # type: ignore[assignment]
    __cause__ = property(_no)  # type: ignore[assignment]
    __context__ = property(_no)  # type: ignore[assignment]
    args = property(_no)  # type: ignore[assignment]


class Unworded(NodeError):
    """Names a field that it does not have, and so could not be worded by the window."""

    def __init__(self) -> None:
        super().__init__("Fine.")
        self.message = Message("Unworded", "{missing} went wrong: look.", {})


class NoMessage(NodeError):
    """Has something else in the place of its message."""

    def __init__(self) -> None:
        super().__init__("Fine.")
        self.message = 7  # type: ignore[assignment]


class OwnBase(BaseException):
    """Neither an Exception nor one of Python's own ways out."""


def circle() -> Exception:
    """Two errors that name each other as their causes."""
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    return one


def warning() -> Exception:
    """What a warning becomes where warnings are errors."""
    return DeprecationWarning("old")


ERRORS: dict[str, Callable[[], BaseException]] = {
    "SystemExit without a number": SystemExit,
    "SystemExit": lambda: SystemExit("bye"),
    "KeyboardInterrupt": KeyboardInterrupt,
    "GeneratorExit": GeneratorExit,
    "StopIteration": lambda: StopIteration(3),
    "StopAsyncIteration": StopAsyncIteration,
    "CancelledError": asyncio.CancelledError,
    "RecursionError": RecursionError,
    "MemoryError": MemoryError,
    "a warning": warning,
    "an own BaseException": OwnBase,
    "a class without a name": OfNobody,
    "an error that leaves when printed": Leaving,
    "an error that lies about itself": Lying,
    "odd text": Wordy,
    "errors in a circle": circle,
    "a group": lambda: ExceptionGroup("many", [ValueError("one"), OSError("two")]),
    "a group of ways out": lambda: BaseExceptionGroup("out", [SystemExit(), OwnBase()]),
    "half a surrogate pair": lambda: ValueError("\udc80"),
    "control characters": lambda: ValueError("\x1b[2J\r\n\0"),
    "megabytes of words": lambda: ValueError("x" * 5_000_000),
    "braces": lambda: ValueError("{missing} {0} {"),
    "an error of a node without its fields": Unworded,
    "an error of a node without a message": NoMessage,
    "bytes that are no text": lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
    "an odd file name": lambda: OSError(5, "broken", b"\xff\xfe"),
}


class Large:
    """Stands for gigabytes."""


def sheet(title: str = "My node") -> Sheet:
    found = Sheet()
    found.add("one", "Number", value=1)
    found.add("call", "Call", {"number": "one"}, title=title)
    found.add("behind", "Add", {"first": "call"})
    found.add("aside", "Add", {"first": "one"}, plus=5)
    return found


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What is held by cycles alone counts as held: nobody collects them."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.usefixtures("no_collector")
def test_whatever_a_node_raises_is_a_sentence_and_lets_go_of_what_it_held(
    bench: Bench, name: str
) -> None:
    held: list[weakref.ref[Large]] = []

    def work(ctx: Context) -> NoReturn:
        large = Large()
        held.append(weakref.ref(large))
        raise ERRORS[name]()

    Call.work = work
    bench.run(sheet(), "behind", "aside")
    (failed,) = [event for event in bench.events if isinstance(event, NodeFailed)]
    sentence = failed.message.text()
    assert sentence.endswith((".", "…"))
    assert sentence.isprintable()
    assert len(sentence) < 1000
    assert len(failed.traceback) < 30_000
    assert bench.skipped() == {"behind": "call"}
    assert bench.value("aside") == 6
    assert held[0]() is None
    Call.work = lambda ctx: 3
    bench.run(sheet(), "behind")
    assert bench.finished.ok
    assert bench.value("behind") == 3


def test_errors_within_a_group_let_go_of_what_they_held(bench: Bench) -> None:
    held: list[weakref.ref[Large]] = []

    def fail() -> NoReturn:
        large = Large()
        held.append(weakref.ref(large))
        raise ValueError("inner")

    def work(ctx: Context) -> NoReturn:
        errors = []
        for _ in range(2):
            try:
                fail()
            except ValueError as error:
                errors.append(error)
        raise ExceptionGroup("both", errors)

    Call.work = work
    gc.disable()
    try:
        bench.run(sheet(), "call")
        assert bench.failures()
        assert [each() for each in held] == [None, None]
    finally:
        gc.enable()


def endless() -> Any:
    """A list that holds itself."""
    found: list[Any] = []
    found.append(found)
    return found


class Unspeakable:
    """Every question about it raises what is no Exception."""

    def describe(self) -> str:
        raise SystemExit

    def __repr__(self) -> str:
        raise KeyboardInterrupt

    def __eq__(self, other: object) -> bool:
        raise GeneratorExit

    __hash__ = None  # type: ignore[assignment]


async def later() -> int:
    """What a node gives that was declared ``async``."""
    return 1


RUBBISH: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "a list that holds itself": endless,
    "an unknown value": object,
    "a value that answers nothing": Unspeakable,
    "a lock": threading.Lock,
    "a generator": lambda: (number for number in range(3)),
    "a class": lambda: Large,
    "a function": lambda: endless,
    "a module": lambda: gc,
    "an error": lambda: ValueError("returned"),
    "a set of lists of objects": lambda: {1: [object()]},
    "too many outputs": lambda: (1, object(), 3),
    "NotImplemented": lambda: NotImplemented,
}


@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_from_a_node_is_a_sentence_on_that_node(bench: Bench, name: str) -> None:
    Call.work = lambda ctx: RUBBISH[name]()
    bench.run(sheet(), "behind", "aside")
    assert set(bench.failures()) == {"call"}
    assert bench.failures()["call"].endswith(".")
    assert bench.value("aside") == 6


def test_a_node_that_is_a_coroutine_fails_with_a_sentence(bench: Bench) -> None:
    Call.work = lambda ctx: later()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python minds that nobody waited for it
        bench.run(sheet(), "call", "aside")
        gc.collect()
    assert "coroutine" in bench.failures()["call"]
    assert bench.value("aside") == 6


@pytest.mark.parametrize(
    ("step", "total", "preview"),
    [
        ("one", 2, None),
        (1, None, None),
        (float("nan"), 2, None),
        (1, 2, "a picture"),
        (1, 2, b"\0" * 12),
    ],
)
def test_progress_that_is_none_fails_its_node_and_not_the_window(
    bench: Bench, step: Any, total: Any, preview: Any
) -> None:
    Call.work = lambda ctx: ctx.progress(step, total, preview) or 1
    bench.run(sheet(), "call", "aside")
    assert "ctx.progress" in bench.failures()["call"]
    assert bench.value("aside") == 6


@pytest.mark.parametrize(("step", "total"), [(-5, 3), (10**30, 3), (2, -1), (1, 0)])
def test_odd_progress_is_told_within_bounds(bench: Bench, step: int, total: int) -> None:
    Call.work = lambda ctx: ctx.progress(step, total) or 1
    bench.run(sheet(), "call")
    assert bench.finished.ok
    (told,) = [event for event in bench.events if isinstance(event, NodeProgressed)]
    assert 0 <= told.step <= told.total < 2**31


def test_the_thread_of_the_runs_lives_on_after_every_error(tmp_path: Any) -> None:
    kinds, ended = registry(), threading.Semaphore(0)
    ends: list[bool] = []

    def hear(event: Event) -> None:
        if isinstance(event, RunFinished):
            ends.append(event.ok)
            ended.release()

    def fail(make: Callable[[], BaseException]) -> Callable[[Context], Any]:
        def work(ctx: Context) -> NoReturn:
            raise make()

        return work

    worker = Worker(kinds, Device, NoModels(), hear, tmp_path, 10**6)
    try:
        for make in ERRORS.values():
            for work in (fail(make), lambda ctx: 3):
                Call.work = work
                graph = sheet()
                graph.add("call", "Call", {"number": "one"}, salt=len(ends) // 2)
                worker.submit(lower(graph.snapshot(), kinds, ["behind"]))
                assert ended.acquire(timeout=WAIT)
        assert ends == [False, True] * len(ERRORS)
    finally:
        worker.close()
