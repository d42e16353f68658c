"""Connections that end together, for what follows one graph after another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMetaObject, QObject


class Connections:
    """Connects signals until ``cut``."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []

    def make(self, signal: Any, slot: Any) -> None:
        """Call ``slot``, or emit it where it is a signal, on each ``signal`` from now on."""
        self._made.append(signal.connect(slot))

    def cut(self) -> None:
        """End all connections."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
