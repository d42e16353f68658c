"""One row of a panel: the label of a parameter, its editor, and what else can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.engine.services import Models
from app.graph.errors import BadValue
from app.graph.spec import ParameterSpec, Plain
from app.ui import theme
from app.ui.brief_menu import open_menu
from app.ui.editors import make_editor
from app.ui.editors.base import tool
from app.ui.icons import icon
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.parameter_menu import parameter_menu
from app.ui.inspector.parameter_tip import parameter_tip
from app.ui.inspector.seed_control import SeedControl
from app.ui.words import label_of, say, tr

LABEL_WIDTH = 96


class ParameterRow(QWidget):
    """Shows and edits one parameter of one node, or of several at once."""

    def __init__(
        self,
        parameter: ParameterSpec,
        models: Models,
        deeds: NodeDeeds,
        parent: QWidget,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self.parameter, self.deeds = parameter, deeds
        self.editor = make_editor(parameter, models, self)
        self.editor.edited.connect(self._edited)
        self.label = _Label(title or label_of(parameter.name), self)
        self.label.setToolTip(parameter_tip(parameter))
        self.label.double_clicked.connect(self.reset)
        self._make_tools()
        self._make_source()
        self._refusal = QLabel(self)
        self._refusal.setObjectName("refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        die = getattr(self.editor, "die", None)
        self.seed = SeedControl(die, deeds, parameter.name) if die is not None else None
        self._name_fields()
        self._arrange()

    def _make_tools(self) -> None:
        """What undoes a change of the value, and what shows it in the panel."""
        self.reset_tool = tool("reset", tr("Back to the default (double-click the label)"), self)
        self.reset_tool.clicked.connect(self.reset)
        self.pin = tool("pin", tr("Show in the panel"), self)
        self.pin.setObjectName("pin")
        self.pin.setCheckable(True)
        self.pin.clicked.connect(
            lambda: self.deeds.expose(self.parameter.name, self.pin.isChecked())
        )
        for kept in (self.reset_tool, self.pin):
            policy = kept.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            kept.setSizePolicy(policy)

    def _make_source(self) -> None:
        """What is seen in place of the editor while a wire feeds the parameter."""
        deeds, name = self.deeds, self.parameter.name
        self.source = QToolButton(self)
        self.source.setObjectName("wired")
        self.source.setToolTip(tr("Go to the node that feeds this"))
        self.source.clicked.connect(lambda: deeds.go_to_source(name))
        self.unplug = tool("unplug", tr("Disconnect"), self)
        self.unplug.clicked.connect(lambda: deeds.disconnect(name))

    @property
    def is_changed(self) -> bool:
        """Whether the value is another than the default."""
        return bool(self.label.property("changed"))

    def show_values(self, values: Sequence[Plain]) -> None:
        """Show the value that all nodes have, or that there are several; and what feeds it."""
        self._refusal.hide()
        if self.seed is not None:
            self.seed.show_control()
        self._show_pin(self.deeds.is_exposed(self.parameter.name))
        source = self.deeds.source_words(self.parameter.name)
        for widget in (self.source, self.unplug):
            widget.setVisible(bool(source))
        self.editor.setVisible(not source)
        changed = not source and any(value != self.parameter.default for value in values)
        self.reset_tool.setVisible(changed)
        self._mark(changed)
        if source:
            self.source.setText(tr("from {source}", source=source))
        elif len(values) > 1:
            self.editor.show_several()
        else:
            self._show_value(values[0])

    def reset(self) -> None:
        """Go back to the default."""
        if self.editor.isVisible():
            self.deeds.reset(self.parameter.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the parameter."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(QPoint(12, self.height()))
        open_menu(parameter_menu(self.deeds, self.parameter.name, self), place)
        event.accept()

    def _show_pin(self, on: bool) -> None:
        """A pin that holds nothing is quiet."""
        self.pin.setChecked(on)
        colour = theme.ACCENT if on else theme.FAINT
        self.pin.setIcon(icon("pin", colour.name()))

    def _show_value(self, value: Plain) -> None:
        try:
            self.editor.show_value(self.parameter.accept(value))
        except BadValue as error:
            self._refuse(error)

    def _mark(self, changed: bool) -> None:
        """Let the label of a changed value stand out."""
        if self.is_changed != changed:
            self.label.setProperty("changed", changed)
            self.label.style().unpolish(self.label)
            self.label.style().polish(self.label)

    def _edited(self, value: Plain) -> None:
        try:
            accepted = self.parameter.accept(value)
        except BadValue as error:
            self._refuse(error)
            return
        self._refusal.hide()
        self.deeds.edit(self.parameter.name, accepted)

    def _refuse(self, error: BadValue) -> None:
        self._refusal.setText(say(error.message))
        self._refusal.show()

    def _name_fields(self) -> None:
        """Let screen readers say what each field is for."""
        for field in (self.editor, *self.editor.findChildren(QWidget)):
            if not field.accessibleName():
                field.setAccessibleName(self.label.text())
                field.setAccessibleDescription(self.parameter.tip)
        for button in (self.reset_tool, self.pin, self.unplug):
            words = tr("{name}: {action}", name=self.label.text(), action=button.toolTip())
            button.setAccessibleName(words)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.reset_tool, 0, 3)
        grid.addWidget(self.pin, 0, 4)
        if self.editor.is_tall:
            grid.addWidget(self.editor, 1, 0, 1, 5)
        else:
            self.label.setFixedWidth(LABEL_WIDTH)
            grid.addWidget(self.editor, 0, 1, 1, 2)
        grid.addWidget(self.source, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.unplug, 0, 2)
        grid.addWidget(self._refusal, 2, 0, 1, 5)


class _Label(QLabel):
    """The name of a parameter; a double click on it asks for the default."""

    double_clicked = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("parameterLabel")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the default."""
        self.double_clicked.emit()
