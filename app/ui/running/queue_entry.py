"""One run as the queue shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QImage

from app.ui.running.asked import Asked
from app.ui.running.pace import Progress
from app.ui.tab import Tab

State = Literal["waiting", "running", "done", "failed", "stopped", "interrupted"]


@dataclass(frozen=True)
class Entry:
    """One run. ``title`` is what its graph is called, ``about`` names what it makes.

    ``problem`` says why it failed and ``node`` where. ``picture`` is a thumbnail of what it made,
    ``shown`` the fingerprint of that, ``is_of_target`` whether it was meant to be made.
    """

    asked: Asked
    tab: Tab
    title: str
    about: str = ""
    state: State = "waiting"
    progress: Progress | None = None
    doing: str = ""
    seconds: float = 0.0
    worked: int = 0
    problem: str = ""
    node: str = ""
    shown: str = ""
    is_of_target: bool = False
    picture: QImage | None = None

    @property
    def run(self) -> int:
        """The number of the run."""
        return self.asked.run
