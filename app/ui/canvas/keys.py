"""The keys of the canvas: they act only while the canvas itself has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier

KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_Tab, _NONE): "open_search",
    (Qt.Key.Key_Delete, _NONE): "delete_selected",
    (Qt.Key.Key_Backspace, _NONE): "delete_selected",
    (Qt.Key.Key_Escape, _NONE): "cancel",
    (Qt.Key.Key_F, _NONE): "frame_selected",
    (Qt.Key.Key_H, _NONE): "fit_all",
    (Qt.Key.Key_Home, _NONE): "fit_all",
    (Qt.Key.Key_D, _NONE): "toggle_bypass",
    (Qt.Key.Key_B, _CONTROL): "toggle_bypass",
    (Qt.Key.Key_M, _NONE): "toggle_mute",
    (Qt.Key.Key_M, _CONTROL): "toggle_mute",
    (Qt.Key.Key_C, _ALT): "toggle_collapsed",
    (Qt.Key.Key_F2, _NONE): "rename_selected",
    (Qt.Key.Key_A, _CONTROL): "select_all",
    (Qt.Key.Key_C, _CONTROL): "copy",
    (Qt.Key.Key_X, _CONTROL): "cut",
    (Qt.Key.Key_V, _CONTROL): "paste",
    (Qt.Key.Key_V, _CONTROL | _SHIFT): "paste_wired",
    (Qt.Key.Key_D, _CONTROL): "duplicate",
    (Qt.Key.Key_D, _CONTROL | _SHIFT): "duplicate_wired",
    (Qt.Key.Key_X, _CONTROL | _SHIFT): "extract",
    (Qt.Key.Key_L, _NONE): "arranging.tidy_selected",
    (Qt.Key.Key_L, _CONTROL): "arranging.tidy_all",
    (Qt.Key.Key_G, _CONTROL): "box_commands.add_frame",
    (Qt.Key.Key_N, _SHIFT): "box_commands.add_note",
}
"""Key and modifiers -> the method of the canvas."""


def action_for(event: QKeyEvent) -> str | None:
    """The name of the method that a key stands for."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), modifiers))
