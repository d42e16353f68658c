"""What is seen of a card, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QPixmap

from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.signs import Sign
from app.ui.canvas.look import Look
from app.ui.words import tr


@dataclass(frozen=True)
class Face:
    """All that is seen of a card besides its layout.

    ``sources`` names what feeds a wired parameter, by its name. ``colour`` is the header's.
    ``shown`` replaces the value of parameters while they are dragged; ``dimmed`` says that the wire
    in hand does not fit this card, ``aside`` that the selection has nothing to do with it.
    ``previous`` says that the picture is not of the graph as it is now, ``caption`` what it is
    besides. ``hovered`` is the card under the mouse, ``awake`` whether the keys go to the canvas.
    """

    content: Content
    look: Look = field(default_factory=Look)
    colour: QColor = field(default_factory=lambda: QColor(theme.FAINT))
    selected: bool = False
    preview: QPixmap | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, object] = field(default_factory=dict)
    dimmed: bool = False
    aside: bool = False
    previous: bool = False
    caption: str = ""
    hovered: bool = False
    awake: bool = True

    @property
    def faded(self) -> bool:
        """Whether the card steps back: switched off, or of no use for what is in hand."""
        node = self.content.node
        return node.bypassed or node.muted or self.dimmed or self.aside

    @property
    def telling(self) -> bool:
        """Whether there is something to see on the card even from very far away."""
        state = self.look.state
        return self.selected or self.preview is not None or state in ("running", "failed")

    @property
    def sign(self) -> Sign:
        """What the sign in the header says: a switched off node says that before all else."""
        node = self.content.node
        if node.muted:
            return "muted"
        return "bypassed" if node.bypassed else self.look.state

    @property
    def badge(self) -> tuple[str, QColor] | None:
        """The short text at the header's right end, with its colour."""
        sign, look = self.sign, self.look
        if sign == "running":
            return (f"{look.step} / {look.total}" if look.total else tr("running")), theme.GOOD
        if sign == "done" and look.seconds is not None:
            return seconds_text(look.seconds), theme.SOFT
        text = badge_text(sign)
        if sign == "cached" and look.found == "disk":
            text = tr("from disk")
        return (text, theme.STATES.get(sign, theme.DIM)) if text else None

    @property
    def footer(self) -> str:
        """The line below the picture."""
        if self.look.progress is not None and self.preview is not None and not self.previous:
            parts = [tr("live preview"), self.look.note]
        elif self.look.note:
            parts = [self.look.note]
        else:
            old = self.previous and self.preview is not None
            parts = [self.caption, tr("previous run") if old else ""]
        return "  \u00b7  ".join(part for part in parts if part)


def header_colour(content: Content) -> QColor:
    """The header's colour: the node's own, else that of its category."""
    if content.node.colour:
        return QColor(content.node.colour)
    return theme.category_colour(content.spec.category) if content.spec else theme.UNKNOWN


def badge_text(sign: Sign) -> str:
    """What the badge says about a state that needs no number; nothing where none is needed."""
    match sign:
        case "queued":
            return tr("queued")
        case "cached":
            return tr("cached")
        case "failed":
            return tr("failed")
        case "skipped":
            return tr("waits")
        case "muted":
            return tr("muted")
        case "bypassed":
            return tr("bypassed")
        case _:
            return ""


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
