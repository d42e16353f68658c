"""The inspector's page for a frame or a note: its title or text, and its colour."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.graph.document import Frame, Note
from app.ui.editors.base import teach_manners
from app.ui.inspector.node_head import ColourButton
from app.ui.words import tr


class BoxPanel(QWidget):
    """Edits what is selected beside the nodes."""

    written = Signal(str)
    coloured = Signal(object)

    def __init__(self, box: Frame | Note, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nodePanel")
        self.id = box.id
        self.title = QLineEdit(self)
        self.title.setObjectName("nodeTitle")
        self.title.setPlaceholderText(tr("Frame without a title"))
        self.title.setAccessibleName(tr("Title"))
        self.title.textEdited.connect(self.written)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("Text in Markdown"))
        self.text.setAccessibleName(tr("Text in Markdown"))
        self.text.textChanged.connect(lambda: self.written.emit(self.text.toPlainText()))
        self.colour = ColourButton(self)
        self.colour.chosen.connect(self.coloured)
        self._arrange(is_frame=isinstance(box, Frame))

    def show_box(self, box: Frame | Note) -> None:
        """Show what the document says."""
        if isinstance(box, Frame) and self.title.text() != box.title:
            self.title.setText(box.title)
        if isinstance(box, Note) and self.text.toPlainText() != box.text:
            self.text.blockSignals(True)
            self.text.setPlainText(box.text)
            self.text.blockSignals(False)
        self.colour.show_colour(box.colour)

    def _arrange(self, *, is_frame: bool) -> None:
        heading = QLabel(tr("Frame") if is_frame else tr("Note"), self)
        heading.setObjectName("section")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addWidget(self.colour)
        self.title.setVisible(is_frame)
        self.text.setVisible(not is_frame)
        if is_frame:
            column.addStretch(1)
        for field in (self.title, self.text):
            teach_manners(field)
