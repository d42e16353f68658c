"""The window as a form: the panel at the left, a large viewer, and Run; the canvas is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.form.form import PanelForm
from app.ui.form.run_line import RunLine
from app.ui.plain import shortened
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab
    from app.ui.window import MainWindow

_FORM_SHARE = 0.36


class PanelMode(QObject):
    """Switches a window to its form and back; the layout of before comes back, too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._layout = QByteArray()
        self._tab: Tab | None = None
        self._before: QWidget | None = None
        self.page: FormPage | None = None
        window.tab_changed.connect(self.show_tab)

    @property
    def is_on(self) -> bool:
        """Whether the window is a form now."""
        return self.page is not None

    def toggle(self) -> None:
        """Switch over."""
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def show_tab(self, tab: Tab) -> None:
        """Show the form of another graph."""
        if self.page is not None:
            self._put_back()
            self._put_in(tab)

    def _enter(self) -> None:
        window = self._window
        self._layout = window.saveState()
        for id, dock in window.panels.docks.items():
            dock.setVisible(id == "viewer")
        self.page = FormPage(window)
        self._put_in(window.tab)
        viewer, width = window.panels.docks["viewer"], window.width()
        window.resizeDocks([viewer], [round(width * (1 - _FORM_SHARE))], Qt.Orientation.Horizontal)
        window.panels.docks["viewer"].raise_()
        self.page.form.setFocus()

    def leave(self) -> None:
        """Show the graph again, if the window is a form now."""
        if self.page is not None:
            self._put_back()
            self.page.form.close_document()
            self.page.runs.close_tab()
            self.page.deleteLater()
            self.page = None
            self._window.restoreState(self._layout)
            self._window.tab.canvas.setFocus()

    def _put_in(self, tab: Tab) -> None:
        """Lay the form over the canvas of a tab."""
        if self.page is not None:
            self._tab, self._before = tab, tab.page.currentWidget()
            self.page.show_tab(tab)
            tab.page.addWidget(self.page)
            tab.page.setCurrentWidget(self.page)

    def _put_back(self) -> None:
        """Let the canvas of the tab be seen again."""
        if self._tab is not None and self.page is not None:
            self._tab.page.setCurrentWidget(self._before or self._tab.canvas)
            self._tab.page.removeWidget(self.page)
            self._tab = None


class FormPage(QWidget):
    """The panel of a graph under its name, with a large button that runs it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("formPage")
        self.name = QLabel(self)
        self.name.setObjectName("formTitle")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.form = PanelForm(window.models, window.tokens, self)
        self.runs = RunLine(window, self)
        back = QPushButton(tr("Show the graph"), self)
        back.clicked.connect(window.actions_table.by_id["panel_mode"].trigger)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.name, self.form, self.runs, back):
            column.addWidget(part, 1 if part is self.form else 0)

    def show_tab(self, tab: Tab) -> None:
        """Be about a graph."""
        self.name.setText(shortened(tab.name))
        self.form.show_tab(tab)
        self.runs.show_tab(tab)


def make_panel_form(window: MainWindow) -> PanelForm:
    """The panel as one of the docks."""
    return PanelForm(window.models, window.tokens)
