"""A worker, of either sort, with toy nodes; and what it says."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from app.engine.events import Event, NodeFinished, NodesCached, RunFinished, RunStarted
from app.engine.lowering import lower
from app.engine.memories import DiskPlace, Memories
from app.engine.plan import Plan
from app.engine.process.messages import Setup
from app.engine.process.worker import ProcessWorker
from app.engine.worker import Worker
from app.graph.document import Source
from tests.engine.process.gates import kinds, until
from tests.engine.toys import Device, NoModels, Sheet

COMMAND = [sys.executable, "-m", "tests.engine.process.gates"]
WAIT = 30.0
BUDGET = 10**7

Kind = TypeVar("Kind")


class Desk:
    """Asks a worker for runs of toy graphs in a folder, and waits for what it tells."""

    def __init__(self, folder: Path, *, process: bool = True, kept: bool = True) -> None:
        self.folder = folder
        self.kinds = kinds()
        self.events: list[Event] = []
        self.heard = threading.Condition()
        disk = DiskPlace(folder / "results", BUDGET) if kept else None
        self.worker: Worker | ProcessWorker = (
            ProcessWorker(COMMAND, Setup(folder, BUDGET, disk=disk), NoModels(), self._hear)
            if process
            else Worker(
                self.kinds, Device, NoModels(), self._hear, folder, BUDGET, Memories(disk=disk)
            )
        )

    def _hear(self, event: Event) -> None:
        with self.heard:
            self.events.append(event)
            self.heard.notify_all()

    def until(self, met: Callable[[], object]) -> None:
        """Wait until what was told makes it so."""
        with self.heard:
            assert self.heard.wait_for(met, WAIT), self.events

    def told(self, kind: type[Kind]) -> list[Kind]:
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    def ends(self) -> dict[int, RunFinished]:
        """How each run ended."""
        return {event.run: event for event in self.told(RunFinished)}

    def end(self, run: int) -> RunFinished:
        """How a run ended, once it has."""
        self.until(lambda: run in self.ends())
        return self.ends()[run]

    def began(self) -> list[int]:
        """The runs that began, in order."""
        return [event.run for event in self.told(RunStarted)]

    def plan(self, kind: str, **values: Any) -> Plan:
        """A node of this kind, with a number before it where it takes one."""
        sheet = Sheet()
        if kind == "Saved":
            sheet.add("number", "Number", value=3)
            sheet.add("node", "Save", {"number": "number"})
            return lower(sheet.snapshot(), self.kinds)
        folder = {"folder": str(self.folder)} if kind in ("Gate", "Walk", "Fatal") else {}
        if kind == "Fatal":
            sheet.add("number", "Number", value=values.pop("value", 3))
        sheet.add("node", kind, **folder, **values)
        if kind == "Fatal":
            sheet.wires["node"]["number"] = (Source("number", "integer"),)
        return lower(sheet.snapshot(), self.kinds)

    def result(self, node: str = "node") -> str:
        """The fingerprint that a node gave last."""
        for event in reversed(self.events):
            if isinstance(event, NodeFinished) and event.node == node:
                return next(iter(event.results.values()))
            if isinstance(event, NodesCached) and node in event.results:
                return next(iter(event.results[node].values()))
        raise AssertionError(self.events)

    def inside(self, salt: int = 0) -> None:
        """Wait until a gate is entered."""
        until(lambda: (self.folder / f"inside-{salt}").exists())

    def open_gates(self) -> None:
        """Let all gates be passed."""
        (self.folder / "go").touch()

    def let_die(self, where: str, times: int = 1) -> None:
        """So many processes are to end there."""
        (self.folder / f"die-{where}").write_text(str(times), "utf-8")

    def close(self) -> None:
        """End the worker, and whatever it was."""
        self.open_gates()
        self.worker.close()
