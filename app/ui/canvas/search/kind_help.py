"""What a kind of node is, beside the list that it is chosen from."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from app.graph.spec import NodeSpec
from app.graph.types import ValueType
from app.ui import theme
from app.ui.canvas.cards.text import words
from app.ui.help.help_page import prose
from app.ui.words import path_of, tr, type_words

_MOST = 7
"""How many sockets or values are listed before the rest is only counted."""


class KindHelp(QScrollArea):
    """Title, category and help of a kind, and its sockets with the colours of their types."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("kindHelp")
        self.setFixedWidth(width)

    def show_kind(self, spec: NodeSpec | None) -> None:
        """Tell about a kind, or about none."""
        self.setStyleSheet(
            f"#kindHelp {{ background: transparent; border-left: 1px solid {theme.LINE.name()}; }}"
            f" #kindHelp QLabel {{ background: transparent; color: {theme.SOFT.name()};"
            f" padding: 4px 4px 4px 14px; }}"
        )
        self.verticalScrollBar().setValue(0)
        self.label.setText(about(spec) if spec is not None else "")


def about(spec: NodeSpec) -> str:
    """A kind in rich text."""
    first, _, rest = spec.help.strip().partition("\n\n")
    paragraphs = [f"<p>{prose(first)}</p>"]
    if rest:
        short = rest if len(rest) <= 240 else rest[:240].rsplit(" ", 1)[0] + " …"
        paragraphs.append(f"<p style='color:{theme.DIM.name()}'>{prose(short)}</p>")
    takes = [(words(s.name), s.type) for s in spec.inputs]
    gives = [(words(o.name), o.type) for o in spec.outputs]
    values = [(words(p.name), p.type) for p in spec.parameters if not p.advanced]
    return "".join(
        [
            f"<b style='font-size:15px; color:{theme.TEXT.name()}'>{escape(spec.title)}</b><br>",
            f"<span style='color:{theme.DIM.name()}'>{escape(path_of(spec.category))}</span>",
            *paragraphs,
            _listed(tr("Takes"), takes),
            _listed(tr("Gives"), gives),
            _listed(tr("Values"), values),
        ]
    )


def _listed(title: str, ports: list[tuple[str, ValueType]]) -> str:
    """Sockets under a heading, each with a dot in the colour of its type."""
    if not ports:
        return ""
    lines = [
        f"<span style='color:{_colour(kind)}'>●</span> {escape(name)} "
        f"<span style='color:{theme.DIM.name()}'>{escape(type_words(kind))}</span>"
        for name, kind in ports[:_MOST]
    ]
    if len(ports) > _MOST:
        lines.append(escape(tr("and {count} more", count=len(ports) - _MOST)))
    head = f"<span style='color:{theme.DIM.name()}'>{escape(title)}</span>"
    return f"<p>{head}<br>{'<br>'.join(lines)}</p>"


def _colour(kind: ValueType) -> str:
    """The colour of a type."""
    return theme.type_colour(kind.name).name()
