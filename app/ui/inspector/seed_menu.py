"""What becomes of a seed before every run, as a menu and in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.graph.seeds import CONTROLS, Control
from app.ui.words import tr


def control_text(control: Control) -> str:
    """What becomes of a seed, in words."""
    if control == "random":
        return tr("A new random seed before every run")
    return tr("The next seed before every run") if control == "step" else tr("The same seed")


def add_controls(menu: QMenu, now: Control | None, choose: Callable[[Control], object]) -> None:
    """Add the three ways to a menu; ``now`` is marked, None where nodes differ."""
    group = QActionGroup(menu)
    for control in CONTROLS:
        action = menu.addAction(control_text(control))
        action.setCheckable(True)
        action.setChecked(control == now)
        group.addAction(action)
        action.triggered.connect(partial(_chosen, choose, control))


def _chosen(choose: Callable[[Control], object], control: Control, _checked: bool = False) -> None:
    choose(control)
