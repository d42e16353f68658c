"""The palette under the style sheet, so that what it does not name has the theme's colours too."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from app.ui.theme import colours as theme


def make_palette() -> QPalette:
    """A palette of the colours that are shown now."""
    palette = QPalette()
    role = QPalette.ColorRole
    roles = {
        role.Window: theme.PANEL,
        role.WindowText: theme.TEXT,
        role.Base: theme.INPUT,
        role.AlternateBase: theme.CARD,
        role.Text: theme.TEXT,
        role.Button: theme.CARD,
        role.ButtonText: theme.TEXT,
        role.BrightText: theme.BAD,
        role.ToolTipBase: theme.CARD,
        role.ToolTipText: theme.TEXT,
        role.PlaceholderText: theme.FAINT,
        role.Highlight: theme.SELECTED,
        role.HighlightedText: theme.TEXT,
        role.Accent: theme.ACCENT,
        role.Link: theme.ACCENT,
        role.LinkVisited: theme.ACCENT,
        role.Light: theme.HOVER,
        role.Midlight: theme.HOVER,
        role.Mid: theme.LINE,
        role.Dark: theme.BACKDROP,
    }
    for name, colour in roles.items():
        palette.setColor(name, colour)
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, theme.OFF)
    return palette
