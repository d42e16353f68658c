"""A runner for the length of a command, which Ctrl+C stops."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType

from app.cli.program import Program
from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.events import Event
from app.engine.histories import Histories
from app.engine.pool import Pool
from app.engine.runner import Runner


@contextmanager
def opened_runner(
    program: Program, folder: Path, tell: Callable[[Event], None]
) -> Iterator[tuple[Runner, Cache, threading.Event]]:
    """A runner on this thread with its cache; the event is set by Ctrl+C, and ends a run within a
    step, or at once while torch loads."""
    services = program.services()
    with (
        stopped_by_interrupt() as stop,
        opened(program.memories.disk) as disk,
        closing(Pool()) as pool,
    ):
        cache = Cache(program.memory_budget, disk)
        files = program.memories.contents()
        runner = Runner(program.kinds, services, program.models, cache, tell, folder, files)
        runner.histories = Histories(program.memories.history)
        runner.beside = Beside(program.kinds, pool)
        yield runner, cache, stop


@contextmanager
def stopped_by_interrupt() -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets; the second interrupts as usual."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop  # only the main thread may handle signals
        return

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
