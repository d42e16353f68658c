"""The panels around the canvas: where they stand, and that they stand there again next time."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from app.ui.remembered import Remembered
from app.ui.words import tr

LAYOUT_VERSION = 1
_SIDE_WIDTH = 400


class Panels:
    """Viewer and inspector at the right, problems below. All can be hidden and resized."""

    def __init__(
        self, window: QMainWindow, viewer: QWidget, inspector: QWidget, problems: QWidget
    ) -> None:
        self._window = window
        right, bottom = (
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        self.viewer = self._dock("viewerDock", tr("Viewer"), viewer, right)
        self.inspector = self._dock("inspectorDock", tr("Inspector"), inspector, right)
        self.problems = self._dock("problemsDock", tr("Problems"), problems, bottom)
        window.setCorner(Qt.Corner.BottomRightCorner, right)
        self.arrange()

    def arrange(self) -> None:
        """Put all panels where they stand in a new window."""
        window, vertical = self._window, Qt.Orientation.Vertical
        for dock in (self.viewer, self.inspector):
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            dock.show()
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.problems)
        window.splitDockWidget(self.viewer, self.inspector, vertical)
        window.resizeDocks([self.viewer], [_SIDE_WIDTH], Qt.Orientation.Horizontal)
        half = max(300, window.height() // 2)
        window.resizeDocks([self.viewer, self.inspector], [half, half], vertical)
        self.problems.hide()

    def toggles(self) -> list[QAction]:
        """An action for each panel that shows or hides it."""
        docks = (self.viewer, self.inspector, self.problems)
        return [dock.toggleViewAction() for dock in docks]

    def show_problems(self, count: int) -> None:
        """Show the list of problems while there are any."""
        typing = QApplication.focusWidget()
        if count == 0 and typing is not None and self.problems.isAncestorOf(typing):
            # Else the keyboard would go to whatever comes next, such as a node's name.
            self._window.centralWidget().setFocus()
        self.problems.setVisible(count > 0)
        height = self.problems.widget().sizeHint().height()
        self._window.resizeDocks([self.problems], [height], Qt.Orientation.Vertical)

    def restore(self, remembered: Remembered) -> None:
        """Take the size and layout of the last session, where there was one."""
        settings = remembered.settings
        geometry = QByteArray.fromBase64(settings.window_geometry.encode(errors="replace"))
        layout = QByteArray.fromBase64(settings.window_layout.encode(errors="replace"))
        if not geometry.isEmpty():
            self._window.restoreGeometry(geometry)
        if not layout.isEmpty():
            self._window.restoreState(layout, LAYOUT_VERSION)
        self.problems.hide()

    def remember(self, remembered: Remembered) -> None:
        """Keep the size and layout for the next session."""
        geometry = self._window.saveGeometry().toBase64().toStdString()
        layout = self._window.saveState(LAYOUT_VERSION).toBase64().toStdString()
        remembered.change(window_geometry=geometry, window_layout=layout)

    def _dock(
        self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea
    ) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(content)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self._window.addDockWidget(area, dock)
        return dock
