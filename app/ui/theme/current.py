"""Which theme is shown: the one that was chosen, or the system's as long as none was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication

from app.ui.theme.colours import is_dark, show_colours
from app.ui.theme.fonts import font
from app.ui.theme.palette import make_palette
from app.ui.theme.style import style_sheet

SYSTEM, DARK, LIGHT = "system", "dark", "light"

_SCHEMES = {
    SYSTEM: Qt.ColorScheme.Unknown,
    DARK: Qt.ColorScheme.Dark,
    LIGHT: Qt.ColorScheme.Light,
}


class Theme(QObject):
    """Tells those who keep something in the theme's colours that it looks different now.

    ``system_scheme`` answers what the system shows.
    """

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen = SYSTEM
        self.system_scheme: Callable[[], Qt.ColorScheme] = _system_scheme
        self._follows = False

    def choose(self, name: str) -> None:
        """Show "dark", "light" or, with "system" and any other word, what the system shows."""
        name = name if name in _SCHEMES else SYSTEM
        if name != self.chosen:
            self._take(name)

    def begin(self, name: str) -> None:
        """Show a theme for the first time, and change along with the system from now on."""
        if not self._follows:
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
            self._follows = True
        self._take(name if name in _SCHEMES else SYSTEM)

    def _take(self, name: str) -> None:
        self.chosen = name
        # Also colours what the system draws: the frame of the window and its own dialogs.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self.chosen])
        self._show()

    def _show(self) -> None:
        """Take on the colours that are due now."""
        before = is_dark()
        show_colours(dark=self._wants_dark())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(make_palette())
            sheet = style_sheet()
            if app.styleSheet() != sheet:  # setting it styles every widget anew
                app.setStyleSheet(sheet)
        if before is not is_dark():
            QPixmapCache.clear()
            self.theme_changed.emit()

    def _wants_dark(self) -> bool:
        """Dark as well where the system does not say what it shows."""
        if self.chosen != SYSTEM:
            return self.chosen == DARK
        return self.system_scheme() is not Qt.ColorScheme.Light

    def _system_changed(self) -> None:
        if is_dark() is not self._wants_dark():
            self._show()


def _system_scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()


current = Theme()
"""The theme that the program shows. A widget that keeps a painted picture listens to
``theme.current.theme_changed``; all others are painted again by themselves."""


def apply_theme(app: QApplication, chosen: str = SYSTEM) -> None:
    """Give the whole program its look, the same on every system."""
    app.setStyle("Fusion")
    app.setFont(font(13))
    current.begin(chosen)
    # Drawn cards are kept as pictures; with Qt's usual 10 MB large graphs redraw all of them.
    QPixmapCache.setCacheLimit(256 * 1024)
