"""What the search finds besides nodes: frames and notes."""

from __future__ import annotations

from app.graph.spec import NodeSpec
from app.ui.words import tr

FRAME, NOTE = "canvas.Frame", "canvas.Note"


def own_kinds() -> tuple[NodeSpec, ...]:
    """Frames and notes, described as if they were nodes."""
    category = tr("Canvas")
    return (
        NodeSpec(
            FRAME,
            tr("Frame"),
            category,
            tr("A titled box that carries along what lies in it."),
            aliases=("group", "backdrop", "box"),
        ),
        NodeSpec(
            NOTE,
            tr("Note"),
            category,
            tr("A sticky note with text in Markdown."),
            aliases=("comment", "sticky", "text", "markdown"),
        ),
    )
