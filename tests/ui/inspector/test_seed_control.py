"""What becomes of a seed before every run, chosen on the card and in the inspector."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from app.graph.seeds import Control, control_of
from app.ui.canvas.popups.menu import menu_at
from tests.ui.toys import Desk


def control(desk: Desk, node: str) -> Control:
    return control_of(desk.document.snapshot.main.nodes[node], "seed")


def over_pill(desk: Desk, node: str, name: str) -> QPointF:
    """A place of the view on the value of a parameter, once it is in sight."""
    canvas = desk.window.canvas
    card = canvas.projection.cards[node]
    field = next(each for each in card.layout.fields if each.parameter.name == name)
    middle = card.mapToScene(field.box.center())
    canvas.viewer.centerOn(middle)
    return QPointF(canvas.viewer.mapFromScene(middle))


def entry(menu: QMenu, text: str) -> QAction:
    texts = {action.text(): action for action in menu.actions()}
    assert text in texts, list(texts)
    return texts[text]


def test_the_menu_of_a_seed_says_what_becomes_of_it(desk: Desk) -> None:
    node = desk.add("Everything")
    menu = menu_at(desk.window.canvas, over_pill(desk, node, "seed"))
    assert entry(menu, "The same seed").isChecked()
    entry(menu, "The next seed before every run").trigger()
    assert control(desk, node) == "step"
    again = menu_at(desk.window.canvas, over_pill(desk, node, "seed"))
    assert entry(again, "The next seed before every run").isChecked()


def test_the_menu_of_a_value_offers_a_sweep_over_it(desk: Desk) -> None:
    node = desk.add("Everything")
    menu = menu_at(desk.window.canvas, over_pill(desk, node, "whole"))
    wanted: list[tuple[str, str]] = []
    desk.window.canvas.sweep_wanted.disconnect()
    desk.window.canvas.sweep_wanted.connect(lambda *told: wanted.append(told))
    entry(menu, "Sweep over Whole …").trigger()
    assert wanted == [(node, "whole")]


def test_the_die_in_the_inspector_has_the_same_menu(desk: Desk) -> None:
    node = desk.add("Everything")
    desk.select(node)
    panel = desk.window.inspector.panel
    assert panel is not None
    die: QToolButton = panel.rows["seed"].editor.die  # type: ignore[attr-defined]
    menu = die.menu()
    assert menu is not None

    def choose() -> None:
        """Choose the second entry by keys."""
        desk.qtbot.keyClick(menu, Qt.Key.Key_Down)
        desk.qtbot.keyClick(menu, Qt.Key.Key_Down)
        desk.qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    die.showMenu()
    assert control(desk, node) == "random"
    assert die.toolTip() == "A new random seed before every run"


def test_a_random_seed_is_another_one_in_every_run_and_can_be_undone(desk: Desk) -> None:
    node = desk.add("Everything")
    desk.window.canvas.set_control(node, "seed", "random")
    desk.run()
    first = desk.document.snapshot.main.nodes[node].parameters["seed"]
    desk.run()
    second = desk.document.snapshot.main.nodes[node].parameters["seed"]
    assert 0 != first != second
    desk.document.undo()
    assert desk.document.snapshot.main.nodes[node].parameters["seed"] == first
