"""The one door to NodeGraphQt 0.6.44, and what has to be put right for it to be imported.

Only three of its classes are used: the viewer, and the items for nodes and wires. Its
controller with undo stack, sessions, clipboard and embedded widgets is never made, so none of its
commands can ever change what the canvas shows: the document alone decides.

Three stand-ins exist while it is imported, and are gone afterwards:

1. ``distutils.version`` was removed in Python 3.12 and warns before that.
2. ``Qt`` (Qt.py) loads some twenty modules of Qt, and prints warnings where one cannot be loaded.
3. ``NodeGraphQt`` itself, as a bare package: its own ``__init__`` loads dialogs, trees and menus.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

_MOVED = ("QAction", "QActionGroup", "QUndoCommand", "QUndoStack", "QUndoGroup", "QShortcut")


class _LooseVersion:
    """A version number that can be compared, as much of it as the library asks for."""

    def __init__(self, text: str) -> None:
        self.numbers = [int(number) for number in re.findall(r"\d+", text)]

    def __ge__(self, other: _LooseVersion) -> bool:
        return self.numbers >= other.numbers


def _module(name: str, source: ModuleType | None = None, **names: Any) -> ModuleType:
    """A module with the names of ``source`` and some more.

    Qt's classes are looked up when they are asked for: each is made ready the first time, and all
    of them together take as long as everything else that the window imports from Qt.
    """
    made = ModuleType(name)
    made.__dict__.update(names)
    if source is not None:
        made.__dict__["__getattr__"] = partial(getattr, source)
    return made


def _stand_ins() -> dict[str, ModuleType]:
    """The modules that NodeGraphQt asks for, in a form that suits it."""
    core = _module("Qt.QtCore", QtCore, QRegExp=QtCore.QRegularExpression)
    gui = _module("Qt.QtGui", QtGui, QRegExpValidator=QtGui.QRegularExpressionValidator)
    moved = {name: getattr(QtGui, name) for name in _MOVED}
    widgets = _module("Qt.QtWidgets", QtWidgets, **moved)
    qt = _module("Qt", QtCore=core, QtGui=gui, QtWidgets=widgets, __path__=[])
    version = _module("distutils.version", LooseVersion=_LooseVersion)
    found = importlib.util.find_spec("NodeGraphQt")
    if found is None:
        raise ModuleNotFoundError("NodeGraphQt is not installed", name="NodeGraphQt")
    package = _module("NodeGraphQt", __path__=list(found.submodule_search_locations or []))
    return {
        "Qt": qt,
        "Qt.QtCore": core,
        "Qt.QtGui": gui,
        "Qt.QtWidgets": widgets,
        "distutils": _module("distutils", version=version, __path__=[]),
        "distutils.version": version,
        "NodeGraphQt": package,
    }


@contextmanager
def _standing_in() -> Iterator[None]:
    """Put the stand-ins in place, except for what somebody else has already imported."""
    placed = {name: made for name, made in _stand_ins().items() if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]


if TYPE_CHECKING:
    # What is used of the library, as it behaves.

    class AbstractNodeItem(QtWidgets.QGraphicsItem):
        """A node: an item that can be selected and moved."""

        id: str
        visible: bool
        _width: float
        _height: float

        def __init__(self, name: str = "node", parent: object = None) -> None: ...
        def delete(self) -> None:
            """Take the node from the scene."""

    class PipeItem(QtWidgets.QGraphicsPathItem):
        """A wire between two ports."""

        input_port: Any
        output_port: Any
        _dir_pointer: QtWidgets.QGraphicsPolygonItem

        def set_connections(self, port1: Any, port2: Any) -> None:
            """Plug both ends in."""

        def draw_path(self, start_port: Any, end_port: Any = None, cursor_pos: Any = None) -> None:
            """Follow both ends."""

        def delete(self) -> None:
            """Unplug both ends and take the wire from the scene."""

    class NodeViewer(QtWidgets.QGraphicsView):
        """The view with its scene; shows the part ``_scene_range`` of it."""

        _scene_range: QtCore.QRectF
        _rubber_band: QtWidgets.QRubberBand
        _LIVE_PIPE: PipeItem
        _SLICER_PIPE: QtWidgets.QGraphicsPathItem

        def __init__(self, parent: QtWidgets.QWidget | None = None) -> None: ...
        def add_node(self, node: AbstractNodeItem, pos: tuple[float, float]) -> None:
            """Put a node into the scene."""

else:
    with _standing_in():
        NodeViewer = importlib.import_module("NodeGraphQt.widgets.viewer").NodeViewer
        AbstractNodeItem = importlib.import_module(
            "NodeGraphQt.qgraphics.node_abstract"
        ).AbstractNodeItem
        PipeItem = importlib.import_module("NodeGraphQt.qgraphics.pipe").PipeItem

__all__ = ["AbstractNodeItem", "NodeViewer", "PipeItem"]
