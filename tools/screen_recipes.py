"""What the pictures of the window show: one small recipe for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screen_stage import Stage, Steps, ended_well, moment

FIRST = "text-to-image"
ANOTHER = "a pine to the left of a red house in the snow at night, mountains"
"""A prompt to compare that of the first starter graph with."""

SWEPT = (
    ("prompt", "text", "red -> blue\nred -> yellow\nred -> green"),
    ("sampler", "steps", "6, 20"),
)
"""Columns and rows of the sweep: node, parameter, and what a user writes into the field."""


@dataclass(frozen=True)
class Recipe:
    """How a picture comes about, from the window as other recipes have left it."""

    name: str
    take: Callable[[Stage], Steps]
    theme: str = "dark"
    language: str = "en"


def of_graph(name: str, graph: str = FIRST) -> Callable[[Stage], Steps]:
    """A starter graph that was run, with its Sampler selected."""

    def take(stage: Stage) -> Steps:
        yield from stage.painted(graph)
        stage.window.tab.go_to("sampler")
        stage.canvas.fit_all()
        yield moment()
        stage.keep(name)

    return take


def welcome(stage: Stage) -> Steps:
    """The page that a new user sees."""
    stage.act("welcome")
    yield moment()
    stage.keep("welcome")


def running(stage: Stage) -> Steps:
    """The Sampler half-way through."""
    stage.open(FIRST)
    tab = stage.window.tab
    tab.go_to("prompt")
    stage.canvas.fit_all()
    tab.run()
    half = tab.document.snapshot.main.nodes["sampler"].parameters["steps"] // 2

    def is_seen() -> bool:
        """Whether half is done, or all: a busy computer may have looked too late."""
        return ended_well(tab) or (tab.progress is not None and tab.progress.step >= half)

    yield is_seen
    stage.keep("running")


def compare(stage: Stage) -> Steps:
    """Two pictures, parted by a line."""
    yield from stage.painted(FIRST)
    stage.set("prompt", "text", ANOTHER)
    yield from stage.run()
    stage.window.tab.go_to("prompt")
    stage.canvas.fit_all()
    stage.act("wipe")
    yield moment()
    stage.keep("compare")
    stage.act("wipe")
    stage.act("undo")
    yield from stage.run()  # for recipes that come later


def search(stage: Stage) -> Steps:
    """The search, opened by a wire from the Sampler's Control socket."""
    from PySide6.QtCore import QPoint

    from app.graph.types import ValueType
    from app.ui.canvas.wires.fitting import End

    yield from stage.painted(FIRST)
    stage.window.tab.go_to("sampler")
    stage.canvas.fit_all()
    yield moment()
    popups = stage.canvas.popups
    popups.open_search(QPoint(160, 300), End("sampler", "in", "control", ValueType("Control")))
    yield moment()
    stage.keep("search")
    popups.search.close_search()


def mask(stage: Stage) -> Steps:
    """A mask that is painted over the sky."""
    from PySide6.QtCore import QPointF

    yield from stage.painted(FIRST)
    stage.canvas.select([])
    stage.act("paint_mask")
    painter = stage.window.viewer.painter
    for _ in range(6):
        painter.enlarge()
    painter.tool.layer.begin()
    for row, left, right in ((22, 24, 108), (40, 20, 96)):
        ends = QPointF(left, row), QPointF(right, row)
        painter.tool.layer.line(*ends, painter.tool.brush)
    painter.tool.layer.end()
    painter.tool.refresh()
    yield moment()
    stage.keep("mask")
    painter.cancel()


def palette(stage: Stage) -> Steps:
    """The palette that finds every command."""
    from app.ui.palette.palette import Palette, show_palette

    yield from stage.painted(FIRST)
    show_palette(stage.window, "al")
    yield moment()
    stage.keep("palette")
    stage.window.findChild(Palette).close_palette()


def keys(stage: Stage) -> Steps:
    """All keys on one sheet."""
    from app.ui.keys.overlay import ShortcutOverlay

    yield from stage.painted(FIRST)
    stage.act("shortcuts")
    yield moment()
    stage.keep("keys")
    stage.window.findChild(ShortcutOverlay).close_sheet()


def settings(stage: Stage) -> Steps:
    """The settings of the whole program."""
    from app.ui.settings.dialog import SettingsDialog, show_settings

    yield from stage.painted(FIRST)
    show_settings(stage.window, stage.window.housekeeping, "general")
    dialog = stage.window.findChild(SettingsDialog)
    dialog.resize(820, 560)  # the screen of a test is small
    yield moment()
    stage.keep("settings", dialog)
    dialog.close()


def of_panel(name: str, graph: str = FIRST) -> Callable[[Stage], Steps]:
    """A starter graph that was run, as a form beside its picture."""

    def take(stage: Stage) -> Steps:
        yield from stage.painted(graph)
        stage.act("panel_mode")
        yield moment()
        stage.keep(name)
        stage.act("panel_mode")
        yield moment()

    return take


def sweep(stage: Stage) -> Steps:
    """The results of a sweep as a grid."""
    from app.graph.sweeps import Sweep, make_axis
    from app.ui.sweeps.commands import begin_sweep

    yield from stage.painted(FIRST)
    tab = stage.window.tab
    axes = (make_axis(tab.document.snapshot, tab.kinds, *axis) for axis in SWEPT)
    run = begin_sweep(stage.window, Sweep(tuple(axes)))
    yield lambda: not run.is_busy
    yield from stage.run()  # the graph has another value than the last cell
    stage.canvas.fit_all()
    yield moment()
    stage.keep("sweep")
    stage.window.panels.docks["sweep"].hide()
    stage.window.panels.show("viewer")


def history(stage: Stage) -> Steps:
    """Everything that was made, below the picture."""
    yield from stage.painted(FIRST)
    stage.window.panels.show("history")
    stage.canvas.select([])
    yield moment()
    stage.keep("history")
    stage.window.panels.show("inspector")


def subgraph(stage: Stage) -> Steps:
    """Inside of a subgraph that holds both prompts."""
    yield from stage.painted(FIRST)
    stage.canvas.select(["prompt", "negative-prompt"])
    stage.act("make_subgraph")
    stage.act("open_subgraph")
    yield moment()
    stage.canvas.fit_all()
    yield moment()
    stage.keep("subgraph")
    stage.act("leave_subgraph")
    stage.act("undo")


RECIPES = (
    Recipe("welcome", welcome),
    Recipe("running", running),
    Recipe("graph", of_graph("graph")),
    Recipe("graph-light", of_graph("graph-light"), theme="light"),
    Recipe("search", search, theme="light"),
    Recipe("mask", mask),
    Recipe("palette", palette),
    Recipe("keys", keys),
    Recipe("settings", settings),
    Recipe("panel", of_panel("panel")),
    Recipe("sweep", sweep),
    Recipe("history", history),
    Recipe("subgraph", subgraph),
    Recipe("regions", of_graph("regions", "regions")),
    Recipe("two-styles", of_panel("two-styles", "two-styles")),
    Recipe("compare", compare),
    Recipe("chinese", of_graph("chinese"), theme="light", language="zh_CN"),
)
"""In an order in which little has to be done twice, and nothing is seen of what was done before."""
