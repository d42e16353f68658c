"""The bar above the canvas that says in which subgraph one is, and leads back out of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui.words import tr


class Title(QLineEdit):
    """A name that is as wide as its text and looks like a label until it is edited."""

    left = Signal()
    kept = ""

    def show_name(self, name: str) -> None:
        """Show a name; Escape comes back to it."""
        self.kept = name
        self.setText(name)

    def sizeHint(self) -> QSize:
        """The text, with room for the cursor."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text() or " ") + 26, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape give the keyboard back to the canvas; Escape keeps the old name."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self.kept)
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.clearFocus()
            self.left.emit()


class Breadcrumb(QFrame):
    """Main › Detail › Eyes: every name but the last is a button; hidden in the main graph.

    ``chosen`` carries how many steps of the path are left; the buttons at its end add a socket to
    the subgraph that is shown, or give it a definition of its own.
    """

    chosen = Signal(int)
    renamed = Signal(str)
    input_wanted = Signal()
    output_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setAccessibleName(tr("Where you are"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 3, 8, 3)
        self._row.setSpacing(2)
        self._titles: tuple[str, ...] = ()
        self._shared = QToolButton(self)
        self._shared.setObjectName("crumbShared")
        self._shared.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shared.setToolTip(tr("Give this one a definition of its own"))
        self._shared.clicked.connect(self.own_wanted)
        self.title = Title(self)
        self.title.setObjectName("crumbHere")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.title.textChanged.connect(lambda _: self.title.updateGeometry())
        self.title.setAccessibleName(tr("Name of this subgraph"))
        self.title.setToolTip(tr("Click to rename this subgraph"))
        self.title.editingFinished.connect(self._rename)
        self._add_input = self._button(tr("Add input"), tr("Add a socket on the left"))
        self._add_output = self._button(tr("Add output"), tr("Add a socket on the right"))
        self._add_input.clicked.connect(self.input_wanted)
        self._add_output.clicked.connect(self.output_wanted)
        self.hide()

    def show_path(self, titles: Sequence[str], uses: int) -> None:
        """Show the names on the way; ``uses`` counts the places where the last one is used."""
        if tuple(titles) != self._titles:
            self._titles = tuple(titles)
            self._fill()
        self._shared.setVisible(uses > 1)
        self._shared.setText(tr("Used in {count} places: make unique", count=uses))
        self.setVisible(bool(titles))

    def begin_renaming(self) -> None:
        """Take the keyboard to the name; Enter and Escape lead back."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def _fill(self) -> None:
        """Lay out the row anew."""
        kept = (self.title, self._shared, self._add_input, self._add_output)
        while item := self._row.takeAt(0):
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        names = [tr("Main"), *self._titles]
        for depth, name in enumerate(names[:-1]):
            step = self._button(name, tr("Go to {graph}", graph=name))
            step.clicked.connect(partial(self._choose, depth))
            self._row.addWidget(step)
            arrow = QLabel("›", self)
            arrow.setObjectName("crumbArrow")
            self._row.addWidget(arrow)
        self._row.addWidget(self.title)
        self.title.show_name(names[-1])
        self._row.addStretch(1)
        for widget in kept[1:]:
            self._row.addWidget(widget)

    def _rename(self) -> None:
        title = self.title.text().strip()
        if title and self._titles and title != self._titles[-1]:
            self.renamed.emit(title)
        elif self._titles:
            self.title.show_name(self._titles[-1])

    def _choose(self, depth: int) -> None:
        self.chosen.emit(depth)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("crumb")
        button.setText(text.replace("&", "&&"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
