"""Colours, fonts and the dark theme: every colour of the window is named here."""

from __future__ import annotations

import sys
import zlib
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

BACKDROP = QColor("#121419")
"""The canvas behind everything."""
GRID = QColor("#2a2f39")
PANEL = QColor("#191c22")
"""Docks, bars and menus."""
CARD = QColor("#21252d")
"""The body of a node."""
FIELD = QColor("#171a20")
"""Where something is typed or chosen."""
LINE = QColor("#363c49")
HOVER = QColor("#2c313c")
TEXT = QColor("#e9ecf2")
SOFT = QColor("#c6ccd8")
DIM = QColor("#98a1b2")
FAINT = QColor("#6b7486")
ACCENT = QColor("#7aa2ff")
GOOD = QColor("#4ade80")
BUSY = QColor("#22d3ee")
KEPT = QColor("#60a5fa")
WARNING = QColor("#fbbf24")
BAD = QColor("#f87171")

_TYPES = {
    "Model": "#a78bfa",
    "TextModel": "#facc15",
    "VAE": "#fb7185",
    "Conditioning": "#fb923c",
    "Latent": "#f472b6",
    "Image": "#38bdf8",
    "Mask": "#5eead4",
    "ControlNetwork": "#a3e635",
    "Control": "#6fcf97",
    "Guidance": "#f0abfc",
    "Seeds": "#a5b4fc",
    "Files": "#b8c08a",
    "Integer": "#93c5fd",
    "Float": "#86c7b4",
    "Boolean": "#fca5a5",
    "Text": "#d6c8a5",
    "Size": "#c4b5fd",
    "Any": "#aab2c0",
}

_CATEGORIES = {
    "Loaders": "#6d5bd0",
    "Models": "#6d5bd0",
    "Conditioning": "#b7791f",
    "Text": "#b7791f",
    "Sampling": "#b83280",
    "Latent": "#a83a8f",
    "Image": "#1d7fb8",
    "ControlNet": "#4d8a2f",
    "Control": "#4d8a2f",
    "Mask": "#1f8a7d",
    "Masks": "#1f8a7d",
    "Values": "#4b6584",
    "Logic": "#5a6478",
    "Output": "#2f7f5f",
}

STATES = {
    "idle": FAINT,
    "queued": DIM,
    "running": GOOD,
    "cached": KEPT,
    "done": GOOD,
    "failed": BAD,
    "skipped": FAINT,
    "muted": FAINT,
}
"""State of a node -> the colour of its sign; the sign's shape differs as well."""


def _any_colour(name: str, saturation: int, lightness: int) -> QColor:
    """A colour for a name that has none of its own: always the same one."""
    return QColor.fromHsl(zlib.crc32(name.encode()) % 360, saturation, lightness)


@cache
def type_colour(name: str) -> QColor:
    """The colour of wires that carry values of the type ``name``."""
    if name in _TYPES:
        return QColor(_TYPES[name])
    return QColor(_TYPES["Any"]) if name.startswith("~") else _any_colour(name, 150, 165)


@cache
def category_colour(category: str) -> QColor:
    """The colour of a node's header; ``Image/Filters`` has that of ``Image``."""
    top = category.split("/")[0]
    return QColor(_CATEGORIES[top]) if top in _CATEGORIES else _any_colour(top, 90, 105)


def faded(colour: QColor, alpha: float) -> QColor:
    """The same colour with the opacity ``alpha``, 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: ``share`` of the second one, 0 to 1."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


@cache
def _family() -> str:
    """The best interface font at hand; where the system brings a good one, that one."""
    if sys.platform in ("win32", "darwin"):
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    # Where several foundries offer a family, its name ends in the foundry: "Name [foundry]".
    there = {name.partition(" [")[0] for name in QFontDatabase.families()}
    wished = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans", "Nimbus Sans")
    return next((name for name in wished if name in there), QFont().family())


@cache
def font(pixels: int = 12, *, bold: bool = False) -> QFont:
    """The interface font at a height in pixels."""
    made = QFont(_family())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _palette() -> QPalette:
    """The dark palette under the style sheet, so that what it does not name is dark as well."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: PANEL,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: FIELD,
        QPalette.ColorRole.AlternateBase: CARD,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.Button: CARD,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.ToolTipBase: CARD,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: FAINT,
        QPalette.ColorRole.Highlight: ACCENT.darker(160),
        QPalette.ColorRole.HighlightedText: TEXT,
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.Light: HOVER,
        QPalette.ColorRole.Mid: LINE,
        QPalette.ColorRole.Dark: BACKDROP,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, FAINT)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, FAINT)
    return palette


_STYLE = """
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 5px 7px; }}
QMenu {{ background: {card}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 24px 5px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenuBar {{ background: {panel}; border-bottom: 1px solid {backdrop}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QToolBar {{ background: {panel}; border: none; padding: 4px; spacing: 4px; }}
QToolButton {{ border: none; border-radius: 5px; padding: 5px 9px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selected}; }}
QPushButton {{ background: {hover}; border: 1px solid {line}; border-radius: 6px;
  padding: 5px 14px; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {field}; }}
QPushButton:disabled {{ color: {faint}; border-color: {hover}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {{ background: {field};
  border: 1px solid {line}; border-radius: 6px; padding: 3px 7px;
  selection-background-color: {selected}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus,
QComboBox:focus {{ border-color: {accent}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 15px; border: none; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {line};
  selection-background-color: {selected}; outline: none; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 1px;
  min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QDockWidget {{ color: {dim}; }}
QDockWidget::title {{ background: {panel}; padding: 7px 10px; }}
QMainWindow::separator {{ background: {backdrop}; width: 4px; height: 4px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QStatusBar {{ background: {panel}; color: {dim}; }}
QStatusBar::item {{ border: none; }}
QListView, QTreeView, QTableView {{ background: {panel}; border: none; outline: none; }}
QListView::item, QTreeView::item {{ padding: 4px; border-radius: 4px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {hover}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {selected}; }}
QHeaderView::section {{ background: {panel}; color: {dim}; border: none; padding: 5px; }}
QTabBar::tab {{ padding: 7px 14px; color: {dim}; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabWidget::pane {{ border: none; }}
QProgressBar {{ background: {field}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {good}; border-radius: 3px; }}
"""


def _style_sheet() -> str:
    """The style sheet with its colours filled in."""
    return _STYLE.format(
        backdrop=BACKDROP.name(),
        panel=PANEL.name(),
        card=CARD.name(),
        field=FIELD.name(),
        line=LINE.name(),
        hover=HOVER.name(),
        text=TEXT.name(),
        dim=DIM.name(),
        faint=FAINT.name(),
        accent=ACCENT.name(),
        good=GOOD.name(),
        selected=ACCENT.darker(210).name(),
    )


def apply_theme(app: QApplication) -> None:
    """Give the whole program its dark look, the same on every system."""
    app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setFont(font(13))
    app.setStyleSheet(_style_sheet())
    # Drawn cards are kept as pictures; with Qt's usual 10 MB large graphs redraw all of them.
    QPixmapCache.setCacheLimit(256 * 1024)
