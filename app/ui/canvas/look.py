"""How a node looks while the graph runs: what the window tells the canvas about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["idle", "queued", "running", "cached", "done", "failed", "skipped", "muted"]

CAPTION = "caption"
"""Under this key of a picture's own texts stands what a card says below it."""


@dataclass(frozen=True)
class Look:
    """The state of a node, as far as the last run knows it.

    ``step`` of ``total`` is the progress while it runs, ``seconds`` the time that it took, ``note``
    a short line below the preview, ``error`` the sentence that says why it failed, ``reason`` why
    it ran or need not run, ``found`` where the result of a cached one lies.
    """

    state: State = "idle"
    step: int = 0
    total: int = 0
    seconds: float | None = None
    note: str = ""
    error: str = ""
    reason: str = ""
    found: Literal["", "memory", "disk"] = ""

    @property
    def progress(self) -> float | None:
        """How much of the work is done, 0 to 1; None where that is not known."""
        if self.state != "running" or self.total <= 0:
            return None
        return min(1.0, max(0.0, self.step / self.total))
