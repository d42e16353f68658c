"""The runs of the queue in words."""

from __future__ import annotations

from app.ui.running.queue_entry import Entry
from app.ui.words import seconds_text, tr


def action_text(name: str) -> str:
    """What can be done with a run, in words."""
    texts = {
        "stop": tr("Stop this run"),
        "cancel": tr("Take out of the queue"),
        "front": tr("Put at the front"),
        "up": tr("Move up"),
        "down": tr("Move down"),
        "retry": tr("Run again"),
        "go_to": tr("Go to the node that failed"),
        "open": tr("Open this graph as it was then"),
        "go_on": tr("Go on from the last step that is kept"),
        "forget": tr("Forget this run"),
    }
    return texts[name]


def state_text(entry: Entry) -> str:
    """How a run is, in one line."""
    match entry.state:
        case "waiting":
            return tr("waits")
        case "interrupted":
            return tr("interrupted when the program ended")
        case "running":
            return _running(entry)
        case "failed":
            return entry.problem or tr("failed")
        case "stopped":
            return tr("stopped after {time}", time=seconds_text(entry.seconds))
    if not entry.worked:
        return tr("all results were kept")
    return tr("done in {time}", time=seconds_text(entry.seconds))


def _running(entry: Entry) -> str:
    progress = entry.progress
    if progress is None:
        return tr("begins")
    parts = [entry.doing, progress.run_text() or progress.text()]
    return " · ".join(part for part in parts if part)
