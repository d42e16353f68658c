"""Asks which parameters to sweep over, with which values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.forecast import Forecast
from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.kinds import Kinds
from app.graph.spec import ParameterSpec
from app.graph.sweep_values import example
from app.graph.sweeps import Axis, Sweep, make_axis
from app.ui.running.cost import cost_text
from app.ui.sweeps.choices import choices_of
from app.ui.words import say, tr

_FIELD_HEIGHT = 58
_WIDTH = 620


class SweepDialog(QDialog):
    """Up to three parameters with their values; says how many runs that makes.

    ``sweep_changed`` tells that there is another ``sweep``, or none.
    """

    sweep_changed = Signal()

    def __init__(self, snapshot: Snapshot, kinds: Kinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweepDialog")
        self.setWindowTitle(tr("Sweep"))
        self.setMinimumWidth(_WIDTH)
        self._snapshot, self._kinds = snapshot, kinds
        self.choices = choices_of(snapshot, kinds)
        self.sweep: Sweep | None = None
        about = QLabel(
            tr("Run the graph with several values. The results become a labelled grid."), self
        )
        about.setObjectName("dim")
        self.boxes: list[QComboBox] = []
        self.fields: list[QPlainTextEdit] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for row, name in enumerate((tr("Columns"), tr("Rows"), tr("Sheets"))):
            self._add_axis(grid, row, name)
        line_of(self.boxes[0]).selectAll()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().height())
        buttons = QDialogButtonBox(self)
        self.start: QPushButton = self._fill_buttons(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self._check()

    def _fill_buttons(self, buttons: QDialogButtonBox) -> QPushButton:
        """Both ends of the dialog; the button that starts the sweep."""
        start: QPushButton = buttons.addButton(
            tr("Start the sweep"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return start

    def choose(self, row: int, node: str, parameter: str, text: str = "") -> None:
        """Put a parameter on an axis."""
        for index, choice in enumerate(self.choices):
            if (choice.node, choice.parameter.name) == (node, parameter):
                self.boxes[row].setCurrentIndex(index + 1)
        self.fields[row].setPlainText(text)
        self.fields[row].setFocus()

    def show_cost(self, cost: Forecast) -> None:
        """Say what all runs together cost."""
        if self.sweep is not None:
            parts = [_runs_text(self.sweep), cost_text(cost)]
            self._say(" · ".join(part for part in parts if part), wrong=False)

    def _add_axis(self, grid: QGridLayout, row: int, name: str) -> None:
        box = _searchable([tr("none"), *(choice.text for choice in self.choices)], self)
        box.setAccessibleName(tr("Parameter of the {axis}", axis=name))
        field = QPlainTextEdit(self)
        field.setAccessibleName(tr("Values of the {axis}", axis=name))
        field.setFixedHeight(_FIELD_HEIGHT)
        field.setTabChangesFocus(True)
        field.setPlaceholderText(_first_choose())
        label = QLabel(name, self)
        label.setBuddy(box)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label, row, 0, top)
        grid.addWidget(box, row, 1, top)
        grid.addWidget(field, row, 2)
        self.boxes.append(box)
        self.fields.append(field)
        box.currentIndexChanged.connect(lambda index: self._chosen(row, index))
        field.textChanged.connect(self._check)

    def _chosen(self, row: int, index: int) -> None:
        field = self.fields[row]
        # Never disabled: Tab leads to it before what was typed into the box is taken.
        chosen = index > 0
        field.setPlaceholderText(
            _hint(self.choices[index - 1].parameter) if chosen else _first_choose()
        )
        self._check()

    def _check(self) -> None:
        """Say what would run, or what is wrong."""
        self._find_sweep()
        self.sweep_changed.emit()

    def _find_sweep(self) -> None:
        self.sweep = None
        try:
            axes = self._axes()
            sweep = Sweep(axes)
            sweep.check()
        except LoomError as error:
            self._say(say(error.message), wrong=True)
            return
        if not axes:
            self._say(tr("Choose a parameter to begin."), wrong=False)
            return
        self.sweep = sweep
        self._say(_runs_text(sweep), wrong=False)

    def _axes(self) -> tuple[Axis, ...]:
        """The axes that were chosen; raises a LoomError that says what is wrong."""
        axes = []
        for box, field in zip(self.boxes, self.fields, strict=True):
            index = box.currentIndex()
            if index > 0:
                choice, text = self.choices[index - 1], field.toPlainText()
                axes.append(
                    make_axis(self._snapshot, self._kinds, choice.node, choice.parameter.name, text)
                )
        return tuple(axes)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self.said.setObjectName("refusal" if wrong else "dim")
        self.said.setText(sentence)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.start.setEnabled(self.sweep is not None)


def _runs_text(sweep: Sweep) -> str:
    count = len(sweep)
    return tr("1 run") if count == 1 else tr("{count} runs", count=count)


def _searchable(texts: Sequence[str], parent: QWidget) -> QComboBox:
    """A box whose many entries are found by any part of them."""
    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setMinimumWidth(220)
    box.setMaxVisibleItems(16)
    box.addItems(list(texts))
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(completer)
    line_of(box).editingFinished.connect(lambda: _settle(box))
    return box


def line_of(box: QComboBox) -> QLineEdit:
    """The line of a box that can be typed into."""
    line = box.lineEdit()
    assert line is not None
    return line


def _settle(box: QComboBox) -> None:
    """Take the entry that was typed, else the first that begins with it or has it in it; the one
    before where none has. "Prompt: Text" is a part of "Negative prompt: Text", too.
    """
    typed, match = box.currentText(), Qt.MatchFlag
    ways = (match.MatchFixedString, match.MatchStartsWith, match.MatchContains)
    found = next((place for way in ways if (place := box.findText(typed, way)) >= 0), -1)
    box.setCurrentIndex(found if found >= 0 else box.currentIndex())
    box.setEditText(box.itemText(box.currentIndex()))


def _first_choose() -> str:
    return tr("Choose a parameter, then write its values here")


def _hint(parameter: ParameterSpec) -> str:
    """How values are written, as the empty field shows it."""
    shown = example(parameter)
    if shown == "1, 2, 4":
        return tr("{example}, or a range with a count: 2:8:4", example=shown)
    if "->" in shown:
        return tr("One text on each line; {example} replaces a word", example=shown)
    return shown
