"""What is told of a worker process that ended."""

from __future__ import annotations

from app.engine.events import Event, RunFailed, RunFinished, RunRetried
from app.engine.process.book import Losses
from app.engine.process.endings import (
    Ending,
    IdleWorkerEnded,
    WorkerDoesNotStart,
    WorkerEnded,
    WorkerReplaced,
)

_NO_RUN = 0


def events_after(losses: Losses, ending: Ending, *, idle: bool) -> list[Event]:
    """The events that tell of an ending. ``idle``: it came while no run was going on."""
    why = ending.why
    told: list[Event] = []
    failed = WorkerDoesNotStart(why=why) if idle else WorkerEnded(why=why)
    for run in losses.failed:
        told.append(RunFailed(run, failed.message, ending.said))
        told.append(RunFinished(run, ok=False, stopped=False, seconds=0.0))
    for run in losses.dropped:
        told.append(RunFinished(run, ok=False, stopped=True, seconds=0.0))
    replaced = WorkerReplaced(why=why).message
    told += [RunRetried(run, replaced, ending.said) for run in losses.retried]
    if not told:
        told.append(RunFailed(_NO_RUN, IdleWorkerEnded(why=why).message, ending.said))
    return told
