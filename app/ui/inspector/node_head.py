"""The head of the inspector's page: title, colour, and what switches a node off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.graph.document import Frame, Node, Note
from app.ui.canvas.boxes.palette import choices, swatch, wheel
from app.ui.editors.base import teach_manners
from app.ui.words import tr


class ColourButton(QToolButton):
    """A patch of colour that opens a menu of colours; a wheel of many for None, the usual one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("colourButton")
        self.setIconSize(QSize(16, 16))
        self.setToolTip(tr("Colour"))
        self.setAccessibleName(tr("Colour"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name, colour in choices():
            menu.addAction(swatch(colour), name, partial(self.chosen.emit, colour))
        menu.addSeparator()
        menu.addAction(tr("The usual colour"), lambda: self.chosen.emit(None))
        self.setMenu(menu)
        self.show_colour(None)

    def show_colour(self, colour: str | None) -> None:
        """Show a colour, or that it is the usual one."""
        self.setIcon(swatch(colour) if colour else wheel())


class NodeHead(QWidget):
    """Title, colour, bypass and mute of one node, or of several at once."""

    renamed = Signal(str)
    coloured = Signal(object)
    flagged = Signal(str, bool)

    def __init__(self, placeholder: str, parent: QWidget, *, several: bool = False) -> None:
        super().__init__(parent)
        self.title = QLineEdit(self)
        self.title.setObjectName("nodeTitle")
        self.title.setPlaceholderText(placeholder)
        self.title.setReadOnly(several)
        self.title.setAccessibleName(tr("Title"))
        if not several:
            self.title.setToolTip(tr("The name of this node; empty for the name of its kind"))
        self.title.textEdited.connect(self.renamed)
        teach_manners(self.title)
        self.colour = ColourButton(self)
        self.colour.chosen.connect(self.coloured)
        self.flags = {
            "bypassed": self._flag("bypassed", tr("Bypass"), tr("Hand the input straight on")),
            "muted": self._flag("muted", tr("Mute"), tr("Switch off, and all that needs it")),
        }
        self._arrange()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show what the document says of the nodes."""
        first = nodes[0]
        if len(nodes) == 1 and self.title.text() != first.title:
            self.title.setText(first.title)
        self.colour.show_colour(_shared_colour(nodes))
        for name, button in self.flags.items():
            button.setChecked(all(getattr(node, name) for node in nodes))

    def _flag(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flag")
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.flagged.emit(name, button.isChecked()))
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.colour)
        for button in self.flags.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(row)


def _shared_colour(items: Sequence[Node | Frame | Note]) -> str | None:
    found = {item.colour for item in items}
    return found.pop() if len(found) == 1 else None
