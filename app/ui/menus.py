"""Menus and toolbar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QToolBar, QToolButton, QWidget

from app.engine.forecast import Forecast
from app.places import is_file
from app.ui import theme
from app.ui.actions.bound import Actions
from app.ui.actions.table import MENUS, SEPARATOR
from app.ui.icons import icon
from app.ui.plain import tip_text
from app.ui.running.cost_label import CostLabel
from app.ui.settings.remembered import Remembered
from app.ui.words import tr


def fill_menus(
    window: QMainWindow, actions: Actions, submenus: dict[str, Callable[[QMenu], None]]
) -> None:
    """Fill the menu bar; ``submenus`` fill theirs each time they open."""
    for title, specs in MENUS:
        menu = window.menuBar().addMenu(tr(title))
        menu.setToolTipsVisible(False)
        for spec in specs:
            if spec is SEPARATOR:
                menu.addSeparator()
            elif spec.id in submenus:
                _add_submenu(menu, tr(spec.text), submenus[spec.id])
            elif spec.id in actions.by_id:
                menu.addAction(actions.by_id[spec.id])


def _add_submenu(menu: QMenu, title: str, fill: Callable[[QMenu], None]) -> None:
    submenu = menu.addMenu(title)

    def refill() -> None:
        """Show what there is now."""
        submenu.clear()
        fill(submenu)

    submenu.aboutToShow.connect(refill)


def fill_with_paths(
    menu: QMenu, paths: Sequence[Path], title: Callable[[Path], str], open: Callable[[Path], object]
) -> None:
    """One entry for each path; a line that says so where there is none."""
    for path in paths:
        action = menu.addAction(title(path))
        action.setToolTip(tip_text(str(path)))
        action.triggered.connect(lambda _checked=False, path=path: open(path))
    if not paths:
        menu.addAction(tr("None yet")).setEnabled(False)


def fill_recent(menu: QMenu, remembered: Remembered, open: Callable[[Path], object]) -> None:
    """The files that were open last, as far as they are still there."""
    paths = [Path(path) for path in remembered.settings.recent_files]
    there = [path for path in paths if is_file(path)]
    names = [path.name for path in there]

    def title(path: Path) -> str:
        """The name, with the folder where another file has the same."""
        name = path.name.replace("&", "&&")
        return f"{name} — {path.parent.name}" if names.count(path.name) > 1 else name

    fill_with_paths(menu, there, title, open)
    if paths:
        menu.addSeparator()
        forget = menu.addAction(tr("Clear the list"))
        forget.triggered.connect(lambda: remembered.change(recent_files=()))


class ToolBar(QToolBar):
    """Run, stop, undo, redo, add: what is used all the time."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(tr("Tools"), window)
        self.setObjectName("toolBar")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.toggleViewAction().setEnabled(False)
        self._run = RunButton(actions.by_id["run"], self)
        self.addWidget(self._run)
        self.addAction(actions.by_id["stop"])
        self.cost = CostLabel(self)
        self.addWidget(self.cost)
        self.addSeparator()
        for name in ("undo", "redo"):
            self.addAction(actions.by_id[name])
        self.addSeparator()
        for name in ("add", "fit_all"):
            self.addAction(actions.by_id[name])
        add = self.widgetForAction(actions.by_id["add"])
        if isinstance(add, QToolButton):
            add.setText(tr("Add node"))
            add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(self)

    def set_busy(self, busy: bool) -> None:
        """Whether a run goes on."""
        self._run.set_busy(busy)

    def show_cost(self, forecast: Forecast | None, details: str) -> None:
        """Say what a run will cost: in few words beside the button, in full in its tip."""
        self.cost.show_forecast(forecast, details)
        self._run.tell_cost(details)


class RunButton(QPushButton):
    """The one button that matters. While a run goes on it starts the graph anew, as it is now."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("runButton")
        self._tip, self._cost = action.toolTip(), ""
        self.clicked.connect(action.trigger)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that a run goes on."""
        self.setProperty("busy", busy)
        self.setText(tr("Running") if busy else tr("Run"))
        colour = theme.GOOD if busy else theme.ON_ACCENT
        self.setIcon(icon("refresh" if busy else "run", colour))
        self._again = tr("Run again with the graph as it is now") if busy else ""
        self._tell()
        self.style().unpolish(self)
        self.style().polish(self)

    def tell_cost(self, details: str) -> None:
        """Say in the tip what a run will do."""
        self._cost = details
        self._tell()

    def _tell(self) -> None:
        about = f"{self._tip}\n\n{self._cost}" if self._cost else self._tip
        self.setToolTip(self._again or about)
