"""How far a run is: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import io

from app.cli.progress import Progress
from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodeNoticed,
    NodeProgressed,
    NodeStarted,
)
from app.graph.errors import Message


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, *events: Event, seconds: float = 1.0) -> str:
    """What is written where ``seconds`` pass between two looks at the clock."""
    now = iter(range(1000))
    progress = Progress(stream, {"a": "Sampler"}, lambda: next(now) * seconds)
    for event in events:
        progress(event)
    return stream.getvalue()


STEPS = [NodeProgressed(1, "a", step, 12) for step in range(1, 13)]


def test_a_terminal_sees_a_bar_that_draws_over_itself() -> None:
    text = told(Terminal(), NodeStarted(1, "a"), STEPS[5], NodeFinished(1, "a", 0.5))
    assert "[############............] 6/12 Sampler" in text
    assert text.endswith("Sampler: 0.50 s\n")
    assert text.count("\n") == 1


def test_what_happens_on_the_way_is_told() -> None:
    message = Message("Note", "It is tried once more.", {})
    assert told(io.StringIO(), NodeNoticed(1, "a", message)) == "Sampler: It is tried once more.\n"


def test_kept_steps_are_told() -> None:
    finished = NodeFinished(1, "a", 0.5, steps_run=12, steps_reused=18)
    assert told(io.StringIO(), finished) == "Sampler: 0.50 s, 18 of 30 steps were kept\n"


def test_a_log_gets_a_line_only_now_and_then() -> None:
    text = told(io.StringIO(), NodeStarted(1, "a"), *STEPS, seconds=0.1)
    assert text == ""
    slow = told(io.StringIO(), NodeStarted(1, "a"), *STEPS, seconds=1.0)
    assert "Sampler: 2 of 12\n" in slow
    assert "\r" not in slow


def test_a_failure_is_told_with_its_sentence() -> None:
    failed = NodeFailed(1, "a", Message("x", "No memory: make it smaller.", {}))
    assert told(io.StringIO(), failed) == "Sampler failed. No memory: make it smaller.\n"
