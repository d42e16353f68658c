"""The foot of a form: a large button that runs, what that costs, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.engine.forecast import Forecast
from app.ui import theme
from app.ui.connections import Connections
from app.ui.icons import icon
from app.ui.running.cost import cost_text
from app.ui.running.pace import Progress
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab
    from app.ui.window import MainWindow

_WHOLE = 1000


class RunLine(QWidget):
    """Follows the runs of one tab at a time."""

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cost = window.running.cost
        self._actions = window.actions_table.by_id
        self._connections = Connections()
        self._tab: Tab | None = None
        self.run = QPushButton(self)
        self.run.setObjectName("formRun")
        self.run.clicked.connect(self._actions["run"].trigger)
        self.stop = QPushButton(icon("stop"), tr("Stop"), self)
        self.stop.setToolTip(self._actions["stop"].toolTip())
        self.stop.clicked.connect(self._actions["stop"].trigger)
        self.said = QLabel(self)
        self.said.setObjectName("dim")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the run"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.run, 1)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self.bar)
        column.addWidget(self.said)

    def show_tab(self, tab: Tab) -> None:
        """Be about another graph from now on."""
        self.close_tab()
        self._tab = tab
        self._connections.make(self._cost.changed, self._foretold)
        self._connections.make(tab.began, lambda: self._set_busy(True))
        self._connections.make(tab.progressed, self._progressed)
        self._connections.make(tab.ended, lambda _: self._set_busy(False))
        self._set_busy(tab.runs.is_busy)
        self._foretold(self._cost.forecast)

    def close_tab(self) -> None:
        """Follow no graph."""
        self._connections.cut()

    def _set_busy(self, busy: bool) -> None:
        self.run.setText(tr("Run again") if busy else tr("Run"))
        self.run.setIcon(icon("refresh" if busy else "run", theme.ON_ACCENT))
        self.stop.setVisible(busy)
        self.bar.setVisible(busy)
        if busy:
            self.bar.setRange(0, 0)
            self.said.setText(tr("Starting …"))
        else:
            self._foretold(self._cost.forecast)

    def _foretold(self, forecast: Forecast | None) -> None:
        if self._tab is not None and not self._tab.runs.is_busy:
            self.said.setText(cost_text(forecast))
            self.run.setToolTip(self._cost.details)

    def _progressed(self, progress: Progress) -> None:
        if self._tab is None:
            return
        title = self._tab.title_of(progress.node)
        parts = (title, progress.text(), progress.run_text())
        self.said.setText(" · ".join(part for part in parts if part))
        if progress.share is not None:
            self.bar.setRange(0, _WHOLE)
            self.bar.setValue(round(_WHOLE * progress.share))
        elif progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.step)
