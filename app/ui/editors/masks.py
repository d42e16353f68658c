"""The editor of a painted mask: what it looks like, and a button that opens the painter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.graph.spec import ParameterSpec, Plain
from app.ui.editors.base import Editor, several
from app.ui.icons import icon
from app.ui.masks.text import mask_in
from app.ui.words import tr

_SIDE = 72
_ACTION = "edit_mask"
"""The window's action that paints the mask of the selected node."""


class MaskEditor(Editor):
    """Shows a mask; painting it is the viewer's work."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.thumbnail = QToolButton(self)
        self.thumbnail.setIconSize(QSize(_SIDE, _SIDE))
        self.thumbnail.setToolTip(tr("Paint on in the viewer"))
        self.thumbnail.setAccessibleName(tr("Edit the painted mask"))
        self.thumbnail.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the button beside it has it
        self.thumbnail.clicked.connect(self._open)
        self._size = QLabel(self)
        self._size.setObjectName("dim")
        self.edit = QPushButton(icon("brush"), tr("Edit"), self)
        self.edit.setAccessibleName(tr("Edit the painted mask"))
        self.edit.clicked.connect(self._open)
        self._shown: Plain = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.thumbnail)
        row.addWidget(self._size, 1)
        row.addWidget(self.edit)

    def show_value(self, value: Plain) -> None:
        """Show the mask in a text."""
        if value == self._shown:
            return
        self._shown = value
        mask, _ = mask_in(str(value))
        self.thumbnail.setVisible(not mask.isNull())
        if mask.isNull():
            self._size.setText(tr("Nothing is painted yet."))
            return
        side = round(_SIDE * self.devicePixelRatioF())
        small = mask.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        self.thumbnail.setIcon(QIcon(QPixmap.fromImage(small)))
        self._size.setText(f"{mask.width()} × {mask.height()}")

    def show_several(self) -> None:
        """Show that there are several masks; each is painted by itself."""
        self._shown = None
        self.thumbnail.hide()
        self._size.setText(several())

    def _open(self) -> None:
        action = self.window().findChild(QAction, _ACTION)
        if isinstance(action, QAction):
            action.trigger()
