"""The die beside a seed: throws one now, and says what becomes of the seed before every run."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton

from app.ui import theme
from app.ui.icons import icon
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.seed_menu import add_controls, control_text
from app.ui.words import tr


class SeedControl:
    """Gives the die of a seed's editor a menu, and the colour of what is chosen in it."""

    def __init__(self, die: QToolButton, deeds: NodeDeeds, name: str) -> None:
        self._die, self._deeds, self._name = die, deeds, name
        self._menu = QMenu(die)
        self._menu.aboutToShow.connect(self._fill)
        die.setMenu(self._menu)
        die.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.show_control()

    def show_control(self) -> None:
        """Show what becomes of the seed as things are now."""
        control = self._deeds.control(self._name)
        moves = control is not None and control != "fixed"
        self._die.setIcon(icon("dice", theme.ACCENT if moves else theme.SOFT))
        throw = tr("A new random seed")
        self._die.setToolTip(control_text(control) if control and moves else throw)

    def _fill(self) -> None:
        self._menu.clear()
        now = self._deeds.control(self._name)
        add_controls(self._menu, now, lambda control: self._deeds.set_control(self._name, control))
