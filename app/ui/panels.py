"""The panels around the canvas: which there are, and that they stand where they were left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from app.ui.dock_titles import DockTitles
from app.ui.form.mode import make_panel_form
from app.ui.help.node_help import make_node_help
from app.ui.outline.outline import make_outline
from app.ui.running.commands import make_queue_panel
from app.ui.settings.remembered import Remembered
from app.ui.shelf.commands import make_shelf_panel
from app.ui.sweeps.commands import make_sweep_panel
from app.ui.undo_panel import UndoPanel
from app.ui.words import mark, tr

if TYPE_CHECKING:
    from app.ui.tab import Tab
    from app.ui.window import MainWindow

LAYOUT_VERSION = 2
"""Goes up whenever a layout of an older program would stand wrongly."""

_SIDE_WIDTH = 400
_OPTIONS = (
    QMainWindow.DockOption.AnimatedDocks
    | QMainWindow.DockOption.AllowNestedDocks
    | QMainWindow.DockOption.AllowTabbedDocks
    | QMainWindow.DockOption.GroupedDragging
)
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@runtime_checkable
class ShowsTab(Protocol):
    """A panel that is about the graph that is seen."""

    def show_tab(self, tab: Tab) -> None:
        """Be about another graph from now on."""


@dataclass(frozen=True)
class PanelSpec:
    """One panel: ``make`` builds what is in it. All tabs share it: if it has a ``show_tab``, that
    is called whenever another graph is seen. ``tabbed_with`` names the panel that it shares a place
    with; panels of one area stand below, or beside, one another otherwise."""

    id: str
    title: str
    area: Qt.DockWidgetArea
    make: Callable[[MainWindow], QWidget]
    shown_at_first: bool = True
    tabbed_with: str = ""


PANELS = (
    PanelSpec("viewer", mark("Viewer"), _RIGHT, lambda window: window.viewer),
    PanelSpec("inspector", mark("Inspector"), _RIGHT, lambda window: window.inspector),
    PanelSpec(
        "history",
        mark("History"),
        _RIGHT,
        lambda window: window.viewing.make_history(),
        tabbed_with="inspector",
    ),
    PanelSpec(
        "problems", mark("Problems"), _BOTTOM, lambda window: window.problems, shown_at_first=False
    ),
    PanelSpec("shelf", mark("Models"), _RIGHT, make_shelf_panel, tabbed_with="inspector"),
    PanelSpec("form", mark("Panel"), _RIGHT, make_panel_form, False, "inspector"),
    PanelSpec("help", mark("Help"), _RIGHT, make_node_help, False, "inspector"),
    PanelSpec("outline", mark("Outline"), _RIGHT, make_outline, False, "inspector"),
    PanelSpec("edits", mark("Edits"), _RIGHT, lambda window: UndoPanel(), False, "inspector"),
    PanelSpec("queue", mark("Queue"), _RIGHT, make_queue_panel, False, "inspector"),
    PanelSpec("sweep", mark("Sweep"), _RIGHT, make_sweep_panel, False, "viewer"),
)


class Panels:
    """The panels of a window. All can be hidden, moved, torn off and laid on one another."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.docks = {spec.id: self._dock(spec) for spec in PANELS}
        self._put_away: list[QDockWidget] = []
        self._titles = DockTitles(window, self.docks.values())
        window.setDockOptions(_OPTIONS)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        self.arrange()

    def show_tab(self, tab: Tab) -> None:
        """Tell all panels which graph is seen now."""
        for dock in self.docks.values():
            content = dock.widget()
            if isinstance(content, ShowsTab):
                content.show_tab(tab)

    def show(self, id: str) -> QWidget:
        """Bring a panel to the front; what is in it."""
        dock = self.docks[id]
        dock.show()
        dock.raise_()
        return dock.widget()

    def arrange(self) -> None:
        """Put all panels where they stand in a new window."""
        window = self._window
        self._put_away.clear()
        for dock in self.docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)  # else it would stay a tab of another one
        for spec in PANELS:
            window.addDockWidget(spec.area, self.docks[spec.id])
            self.docks[spec.id].setVisible(spec.shown_at_first)
        right = [self.docks[id] for id in ("viewer", "inspector")]
        window.splitDockWidget(right[0], right[1], Qt.Orientation.Vertical)
        for spec in PANELS:
            if spec.tabbed_with:
                window.tabifyDockWidget(self.docks[spec.tabbed_with], self.docks[spec.id])
                self.docks[spec.tabbed_with].raise_()
        window.resizeDocks(right[:1], [_SIDE_WIDTH], Qt.Orientation.Horizontal)
        half = max(300, window.height() // 2)
        window.resizeDocks(right, [half, half], Qt.Orientation.Vertical)

    @property
    def are_away(self) -> bool:
        """Whether the panels were put away to leave the graph alone."""
        return bool(self._put_away)

    def put_away(self) -> None:
        """Hide all panels, or show those again that were hidden so."""
        if self._put_away:
            for dock in self._put_away:
                dock.show()
            self._put_away.clear()
            return
        self._put_away = [dock for dock in self.docks.values() if not dock.isHidden()]
        for dock in self._put_away:
            dock.hide()
        self._window.tab.canvas.setFocus()

    def toggles(self) -> list[QAction]:
        """An action for each panel that shows or hides it."""
        return [dock.toggleViewAction() for dock in self.docks.values()]

    def show_problems(self, count: int) -> None:
        """Show the list of problems while there are any."""
        problems, typing = self.docks["problems"], QApplication.focusWidget()
        if count == 0 and typing is not None and problems.isAncestorOf(typing):
            # Else the keyboard would go to whatever comes next, such as a node's name.
            self._window.tab.canvas.setFocus()
        problems.setVisible(count > 0)
        height = problems.widget().sizeHint().height()
        self._window.resizeDocks([problems], [height], Qt.Orientation.Vertical)

    def restore(self, remembered: Remembered) -> None:
        """Take the size and layout of the last session, where there was one."""
        settings = remembered.settings
        geometry = QByteArray.fromBase64(settings.window_geometry.encode(errors="replace"))
        layout = QByteArray.fromBase64(settings.window_layout.encode(errors="replace"))
        if not geometry.isEmpty():
            self._window.restoreGeometry(geometry)
        if not layout.isEmpty():
            self._window.restoreState(layout, LAYOUT_VERSION)
        self.docks["problems"].hide()

    def remember(self, remembered: Remembered) -> None:
        """Keep the size and layout for the next session, with the panels that were put away."""
        if self._put_away:
            self.put_away()
        self._window.panel_mode.leave()
        geometry = self._window.saveGeometry().toBase64().toStdString()
        layout = self._window.saveState(LAYOUT_VERSION).toBase64().toStdString()
        remembered.change(window_geometry=geometry, window_layout=layout)

    def _dock(self, spec: PanelSpec) -> QDockWidget:
        dock = QDockWidget(tr(spec.title), self._window)
        dock.setObjectName(f"{spec.id}Dock")
        dock.setWidget(spec.make(self._window))
        # Of several panels in one place, the one that was asked for is to be seen.
        dock.toggleViewAction().triggered.connect(lambda: dock.raise_())
        self._window.addDockWidget(spec.area, dock)
        return dock


def take_usual_size(window: QMainWindow) -> None:
    """The size of a first start; all of a screen that is smaller."""
    wanted, room = QSize(1440, 900), window.screen().availableSize()
    window.resize(wanted.boundedTo(room))
    if window.size() != wanted:
        # The frame around the window would reach beyond the screen.
        window.setWindowState(Qt.WindowState.WindowMaximized)
