"""What is said of one action in the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["window", "canvas", "viewer"]
"""Where the keys of an action act: anywhere, or only while canvas or viewer has the focus."""


@dataclass(frozen=True)
class ActionSpec:
    """One action. Its ``id`` names the function in the tables of commands; ``when`` names the
    condition under which it can be used, empty for always. Single keys need the ``scope`` of a
    widget: elsewhere one types with them. ``icon`` names the drawing, if it is not called as the
    action. ``checked`` names the condition that tells whether a switch is on."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    when: str = ""
    icon: str = ""
    tip: str = ""
    scope: Scope = "window"
    checked: str = ""


SEPARATOR = ActionSpec("", "")
