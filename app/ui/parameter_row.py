"""One row of the inspector: the label of a parameter, its editor, and the way back to default."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.engine.services import Models
from app.graph.errors import BadValue
from app.graph.spec import ParameterSpec, Plain
from app.ui.editors import make_editor
from app.ui.editors.base import tool
from app.ui.words import label_of, tr

LABEL_WIDTH = 96


class ParameterRow(QWidget):
    """Shows and edits one parameter; ``edited`` brings its name and the new, allowed value."""

    edited = Signal(str, object)

    def __init__(self, parameter: ParameterSpec, models: Models, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self.editor = make_editor(parameter, models, self)
        self.editor.edited.connect(self._edited)
        self.label = _Label(label_of(parameter.name), self)
        self.label.setToolTip(_tip(parameter))
        self.label.double_clicked.connect(self.reset)
        self.reset_tool = tool("reset", tr("Back to the default (double-click the label)"), self)
        self.reset_tool.clicked.connect(self.reset)
        keeps_place = self.reset_tool.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.reset_tool.setSizePolicy(keeps_place)
        self._source = QLabel(self)
        self._source.setObjectName("wired")
        self._refusal = QLabel(self)
        self._refusal.setObjectName("refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        for field in self.editor.findChildren(QWidget):
            if not field.accessibleName():
                field.setAccessibleName(self.label.text())
        self._arrange()

    def show_value(self, value: Plain, source: str | None = None) -> None:
        """Show the literal ``value``, or that the parameter is fed by ``source``."""
        self._refusal.hide()
        self._source.setVisible(source is not None)
        self.editor.setVisible(source is None)
        self.reset_tool.setVisible(source is None and value != self.parameter.default)
        if source is not None:
            self._source.setText(tr("from {source}", source=source))
            return
        try:
            self.editor.show_value(self.parameter.accept(value))
        except BadValue as error:
            self._refuse(str(error))

    def reset(self) -> None:
        """Go back to the default."""
        if self.editor.isVisible():
            self._edited(self.parameter.default)

    def _edited(self, value: Plain) -> None:
        try:
            accepted = self.parameter.accept(value)
        except BadValue as error:
            self._refuse(str(error))
            return
        self._refusal.hide()
        self.edited.emit(self.parameter.name, accepted)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        if self.editor.is_tall:
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(self.reset_tool, 0, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.editor, 1, 0, 1, 3)
            grid.addWidget(self._source, 1, 0, 1, 3)
            grid.setColumnStretch(1, 1)
        else:
            self.label.setFixedWidth(LABEL_WIDTH)
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(self.editor, 0, 1)
            grid.addWidget(self._source, 0, 1)
            grid.addWidget(self.reset_tool, 0, 2)
            grid.setColumnStretch(1, 1)
        grid.addWidget(self._refusal, 2, 0, 1, 3)


class _Label(QLabel):
    """The name of a parameter; a double click on it asks for the default."""

    double_clicked = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("parameterLabel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the default."""
        self.double_clicked.emit()


def _tip(parameter: ParameterSpec) -> str:
    """Tip, range, unit and default of a parameter, for the tooltip of its label."""
    lines = [parameter.tip] if parameter.tip else []
    unit = f" {parameter.unit}" if parameter.unit else ""
    if parameter.low is not None and parameter.high is not None:
        lines.append(
            tr("From {low:g} to {high:g}{unit}.", low=parameter.low, high=parameter.high, unit=unit)
        )
    if parameter.default not in ("", None):
        shown = parameter.default
        shown = " × ".join(map(str, shown)) if isinstance(shown, list) else shown
        lines.append(tr("Default: {default}{unit}.", default=shown, unit=unit))
    return "\n".join(lines)
