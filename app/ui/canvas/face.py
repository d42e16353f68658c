"""What is seen of a card, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QPixmap

from app.ui import theme
from app.ui.canvas.content import Content
from app.ui.canvas.look import Look


@dataclass(frozen=True)
class Face:
    """All that is seen of a card besides its layout.

    ``sources`` names what feeds a wired parameter, by its name. ``colour`` is the header's.
    ``shown`` replaces the value of parameters while they are dragged; ``dimmed`` says that the wire
    in hand does not fit this card.
    """

    content: Content
    look: Look = field(default_factory=Look)
    colour: QColor = field(default_factory=lambda: QColor(theme.FAINT))
    selected: bool = False
    preview: QPixmap | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, object] = field(default_factory=dict)

    dimmed: bool = False

    @property
    def faded(self) -> bool:
        """Whether the card steps back: switched off, or of no use for the wire in hand."""
        return self.content.node.bypassed or self.content.node.muted or self.dimmed

    @property
    def telling(self) -> bool:
        """Whether there is something to see on the card even from very far away."""
        state = self.look.state
        return self.selected or self.preview is not None or state in ("running", "failed")

    @property
    def badge(self) -> tuple[str, QColor] | None:
        """The short text at the header's right end, with its colour."""
        node, look = self.content.node, self.look
        if node.muted or node.bypassed:
            return ("muted" if node.muted else "bypassed"), theme.DIM
        if look.state == "running":
            return (f"{look.step} / {look.total}" if look.total else "running"), theme.GOOD
        if look.state == "done" and look.seconds is not None:
            return seconds_text(look.seconds), theme.SOFT
        if look.state in ("idle", "done"):
            return None
        return look.state, theme.STATES[look.state]


def seconds_text(seconds: float) -> str:
    """A time as people say it: 8 ms, 0.41 s, 12.4 s, 3 min 05 s."""
    if seconds < 0.095:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 9.995:
        return f"{seconds:.2f} s"
    if seconds < 99.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"
