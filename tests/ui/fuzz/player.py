"""Random gestures all over a window: the canvas, the panels, tabs, subgraphs and files."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app.ui.actions.canvas import ARRANGE, SELECT
from app.ui.actions.spec import ActionSpec
from app.ui.canvas.view import Canvas
from app.ui.theme import DARK, LIGHT, current
from tests.ui.canvas.playing import Player
from tests.ui.canvas.toys import Hand
from tests.ui.fuzz.stage import Stage

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
_MOST_TABS, _MOST_NODES = 4, 40

SUBGRAPH_KEYS = (
    (Qt.Key.Key_G, CONTROL | SHIFT),
    (Qt.Key.Key_G, CONTROL | SHIFT),
    (Qt.Key.Key_U, CONTROL | SHIFT),
    (Qt.Key.Key_Down, CONTROL),
    (Qt.Key.Key_Down, CONTROL),
    (Qt.Key.Key_Up, CONTROL),
)
TEXTS = ("7", "-3", "soft", "0.5+1", "(a cat:1.2)", "#ff0000", "", "9" * 25, "a, b")


class WindowPlayer(Player):
    """Does something at random to the graph in front, or to the window around it."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage, self.window = stage, stage.window
        self._hands: dict[Canvas, Hand] = {}
        self.first = stage.window.tab
        """It stays open, so that there is much to undo at the end."""
        titles = [spec.title for spec in stage.kinds.specs()]
        super().__init__(self._hand(), random.Random(seed), titles)
        self.last = ""
        self._moves: list[tuple[int, Callable[[], None]]] = [
            (40, super().play),
            (4, self.keys_of_history),
            (5, self.subgraph),
            (3, self.arrange),
            (3, self.menu_by_key),
            (3, self.menu_by_mouse),
            (3, self.connect_by_keys),
            (4, self.edit_by_keys),
            (3, self.search_by_keys),
            (2, self.slice_by_key),
            (2, self.look_around),
            (3, self.outline),
            (2, self.list_of_edits),
            (3, self.inspector),
            (2, self.tabs),
            (1, self.theme),
            (1, self.save_and_open),
            (1, self.drop_file),
            (2, self.breadcrumb),
            (2, self.ends_of_subgraph),
            (1, self.palette),
            (1, self.layout_of_panels),
        ]

    def play(self) -> None:
        """One gesture."""
        self.hand = self._hand()
        self._thin_out()
        weights = [weight for weight, _ in self._moves]
        move = self.random.choices([move for _, move in self._moves], weights)[0]
        self.last = move.__name__
        move()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()

    def focus_canvas(self) -> None:
        """Give the keyboard to the canvas."""
        self.window.activateWindow()
        self.hand.canvas.viewer.setFocus()

    def press_one(self, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Press one of some keys, wherever the focus is."""
        self.hand.key(*self.random.choice(keys))

    def click_on(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a place of it."""
        if widget.isVisible() and widget.isEnabled():
            QTest.mouseClick(widget, _LEFT, PLAIN, place or widget.rect().center())

    def _hand(self) -> Hand:
        canvas = self.window.tab.canvas
        if canvas not in self._hands:
            # A hand would keep the canvas of a closed tab in memory.
            open_now = {tab.canvas for tab in self.window.tabs.all()}
            self._hands = {c: hand for c, hand in self._hands.items() if c in open_now}
            self._hands[canvas] = Hand(canvas)
        return self._hands[canvas]

    def _thin_out(self) -> None:
        """Keep the graph small enough for thousands of checks."""
        if len(self.hand.graph.nodes) > _MOST_NODES:
            self.focus_canvas()
            self.hand.key(Qt.Key.Key_A, CONTROL)
            self.hand.key(Qt.Key.Key_Delete)

    # --- the graph in front

    def keys_of_history(self) -> None:
        """Undo and redo by keys, wherever the focus is."""
        for _ in range(self.random.randrange(1, 6)):
            self.press_one((Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Y, CONTROL))

    def subgraph(self) -> None:
        """Make, unpack, enter or leave a subgraph."""
        self.focus_canvas()
        held = sorted(self.hand.graph.nodes)
        if held:
            self.hand.canvas.select(self.random.sample(held, min(len(held), 3)))
        self.press_one(*SUBGRAPH_KEYS)

    def ends_of_subgraph(self) -> None:
        """Do by the table of actions what can be done within a subgraph."""
        ids = ("add_input", "add_output", "end_up", "end_down", "unique_subgraph", "remove_unused")
        action = self.window.actions_table.by_id[self.random.choice(ids)]
        if action.isEnabled() and len(self.hand.graph.nodes) < _MOST_NODES:
            action.trigger()

    def arrange(self) -> None:
        """Align, lay out, move and walk."""
        specs = [s for s in (*ARRANGE, *SELECT) if isinstance(s, ActionSpec) and s.id]
        self.focus_canvas()
        if self.random.random() < 0.4:
            self.hand.key(Qt.Key.Key_A, CONTROL)
        action = self.window.actions_table.by_id.get(self.random.choice(specs).id)
        if action is not None and action.isEnabled():
            action.trigger()

    def menu_by_key(self) -> None:
        """Open the menu by its key, and take one of its first lines or none."""
        self.focus_canvas()
        self.hand.canvas.viewer.menu_wanted_by_key.emit()
        self._take_from_menu()

    def menu_by_mouse(self) -> None:
        """Open the menu under the mouse, and take one of its first lines or none."""
        place = self.random.choice((self.place(), self.port() or self.place()))
        viewport = self.hand.canvas.viewer.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, PLAIN, place)
        self._take_from_menu()

    def _take_from_menu(self) -> None:
        menu = QApplication.activePopupWidget()
        if menu is None:
            return
        for _ in range(self.random.randrange(1, 9)):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def connect_by_keys(self) -> None:
        """Draw a wire by the keyboard, or remove one."""
        self.focus_canvas()
        node = self.node()
        if node:
            self.hand.canvas.select([node])
        self.press_one((Qt.Key.Key_W, PLAIN), (Qt.Key.Key_W, PLAIN), (Qt.Key.Key_W, SHIFT))
        for _ in range(self.random.randrange(6)):
            self.press_one((Qt.Key.Key_Down, PLAIN), (Qt.Key.Key_Return, PLAIN))
        self.press_one((Qt.Key.Key_Escape, PLAIN), (Qt.Key.Key_Delete, PLAIN))

    def edit_by_keys(self) -> None:
        """Go through the values of a node by the keyboard, or rename it."""
        self.focus_canvas()
        node = self.node()
        if node:
            self.hand.canvas.select([node])
        self.press_one((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_F2, PLAIN))
        for _ in range(self.random.randrange(4)):
            self.hand.type(self.random.choice(TEXTS) if self.hand.canvas.popups.open else "")
            self.press_one((Qt.Key.Key_Tab, PLAIN), (Qt.Key.Key_Backtab, SHIFT))
        if self.hand.canvas.popups.open:
            self.press_one((Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Escape, PLAIN))

    def search_by_keys(self) -> None:
        """Search at the mouse for something that may be there."""
        if len(self.hand.graph.nodes) > 20:
            return
        self.focus_canvas()
        self.hand.move(self.place(), held=False)
        self.hand.key(Qt.Key.Key_Tab)
        self.hand.type(self.random.choice(("pa", "ev", "so", "zz", "frame", "sub", "")))
        self.press_one((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Escape, PLAIN))

    def slice_by_key(self) -> None:
        """Cut wires while Y is held."""
        self.focus_canvas()
        viewer = self.hand.canvas.viewer
        QTest.keyPress(viewer, Qt.Key.Key_Y)
        self.hand.drag(self.place(), self.place())
        QTest.keyRelease(viewer, Qt.Key.Key_Y)

    def look_around(self) -> None:
        """Turn the wheel, drag what is seen, fit it, show the minimap."""
        viewer, place = self.hand.canvas.viewer, self.place()
        match self.random.randrange(4):
            case 0:
                spot, turn = QPointF(place), self.random.choice((-120, 120, 240))
                event = QWheelEvent(
                    spot,
                    QPointF(viewer.viewport().mapToGlobal(place)),
                    QPoint(),
                    QPoint(0, turn),
                    Qt.MouseButton.NoButton,
                    PLAIN,
                    Qt.ScrollPhase.NoScrollPhase,
                    False,
                )
                QApplication.sendEvent(viewer.viewport(), event)
            case 1:
                self.hand.drag(place, self.place(), PLAIN, Qt.MouseButton.MiddleButton)
            case _:
                self.focus_canvas()
                self.press_one((Qt.Key.Key_H, PLAIN), (Qt.Key.Key_F, PLAIN), (Qt.Key.Key_M, ALT))

    # --- around it

    def outline(self) -> None:
        """Walk in the outline, and edit there."""
        outline = self.window.panels.show("outline")
        outline.setFocus()
        for _ in range(self.random.randrange(1, 5)):
            self.press_one(
                (Qt.Key.Key_Down, PLAIN),
                (Qt.Key.Key_Down, SHIFT),
                (Qt.Key.Key_Up, PLAIN),
                (Qt.Key.Key_Right, PLAIN),
                (Qt.Key.Key_Left, PLAIN),
            )
        self.press_one(
            (Qt.Key.Key_Delete, PLAIN),
            (Qt.Key.Key_B, CONTROL),
            (Qt.Key.Key_M, CONTROL),
            (Qt.Key.Key_F2, PLAIN),
            (Qt.Key.Key_Return, PLAIN),
        )
        if isinstance(QApplication.focusWidget(), QLineEdit):
            self.hand.type(self.random.choice(TEXTS))
            self.press_one((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Escape, PLAIN))

    def list_of_edits(self) -> None:
        """Click on one of the edits."""
        edits = self.window.panels.show("edits")
        self.stage.settle()
        rows = edits.model().rowCount()
        if rows:
            index = edits.model().index(self.random.randrange(max(0, rows - 12), rows), 0)
            edits.scrollTo(index)
            place = edits.visualRect(index).center()
            QTest.mouseClick(edits.viewport(), _LEFT, PLAIN, place)

    def inspector(self) -> None:
        """Type into a field of the selected node, or click on a button there."""
        self.window.panels.show("inspector")
        node = self.node()
        if node is None:
            return
        self.hand.canvas.select([node])
        panel = self.window.inspector.panel
        fields = panel.findChildren(QLineEdit) if panel else []
        if fields:
            field = self.random.choice(fields)
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
            QTest.keyClicks(field, self.random.choice(TEXTS))
            self.press_one((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Tab, PLAIN))
        panel = self.window.inspector.panel
        buttons = panel.findChildren(QAbstractButton) if panel else []
        if buttons and self.random.random() < 0.4:
            self.click_on(self.random.choice(buttons))

    def tabs(self) -> None:
        """Open, turn to and close tabs; carry something from one to another."""
        tabs = self.window.tabs
        match self.random.randrange(5):
            case 0 if tabs.count() < _MOST_TABS:
                self.hand.key(Qt.Key.Key_N, CONTROL)
            case 1 if tabs.count() > 2 and tabs.tab is not self.first:
                self.hand.key(Qt.Key.Key_W, CONTROL)
            case 2:
                self.focus_canvas()
                self.hand.key(Qt.Key.Key_C, CONTROL)
                self.hand.key(Qt.Key.Key_Tab, CONTROL)
                self.hand = self._hand()
                if len(self.hand.graph.nodes) < 15:
                    self.focus_canvas()
                    self.press_one((Qt.Key.Key_V, CONTROL), (Qt.Key.Key_V, CONTROL | SHIFT))
            case _:
                self.press_one((Qt.Key.Key_Tab, CONTROL), (Qt.Key.Key_Backtab, CONTROL | SHIFT))

    def theme(self) -> None:
        """Look otherwise."""
        current.choose(self.random.choice((DARK, LIGHT)))

    def save_and_open(self) -> None:
        """Save the graph under one of a few names; close it, or open it once more."""
        tab = self.window.tab
        path = self.stage.folder / f"graph-{self.random.randrange(3)}.loom"
        taken = any(t.file.path == path.resolve() for t in self.window.tabs.all() if t is not tab)
        if taken or not tab.file.save(path):
            return
        if tab is not self.first:
            self.window.files.close_tab(tab)
            self.window.files.open_path(path)

    def drop_file(self) -> None:
        """Drop a graph on the canvas."""
        path = self.stage.folder / f"graph-{self.random.randrange(3)}.loom"
        if not path.is_file() or self.window.tabs.count() >= _MOST_TABS:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy = Qt.DropAction.CopyAction
        spot = self.place()
        viewport = self.hand.canvas.viewer.viewport()
        enter = QDragEnterEvent(spot, copy, data, _LEFT, PLAIN)
        QApplication.sendEvent(viewport, enter)
        drop = QDropEvent(QPointF(spot), copy, data, _LEFT, PLAIN)
        QApplication.sendEvent(viewport, drop)
        if not drop.isAccepted():
            QApplication.sendEvent(self.window, drop)

    def breadcrumb(self) -> None:
        """Click on the bar that says where one is, or rename what is seen there."""
        bar = self.hand.canvas.breadcrumb
        buttons = [b for b in bar.findChildren(QAbstractButton) if b.isVisible()]
        if buttons and self.random.random() < 0.7:
            self.click_on(self.random.choice(buttons))
        elif bar.isVisible():
            bar.title.setFocus()
            self.hand.type(self.random.choice(("eyes", "detail & more")))
            self.press_one((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Escape, PLAIN))

    def palette(self) -> None:
        """Open the list of all commands, type and give up."""
        self.hand.key(Qt.Key.Key_P, CONTROL | SHIFT)
        self.hand.type(self.random.choice(("und", "bypass", "paint")))
        self.hand.key(Qt.Key.Key_Escape)

    def layout_of_panels(self) -> None:
        """Put panels away and back, and the form in place of the graph."""
        self.press_one((Qt.Key.Key_Backslash, CONTROL), (Qt.Key.Key_F6, PLAIN))
        if self.window.panels.are_away:
            self.window.panels.put_away()
        if self.random.random() < 0.3:
            for _ in range(2):
                self.hand.key(Qt.Key.Key_A, CONTROL | SHIFT)
        self.window.activateWindow()
