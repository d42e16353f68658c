"""The bar of the slots above the viewer's picture, and the ways to compare two of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QMouseEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.brief_menu import open_menu
from app.ui.compare.difference import GAINS
from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW, Comparison
from app.ui.plain import tip_text
from app.ui.small_button import small_button
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr

_THUMBNAIL = 22
_MOST_WITH_PICTURES = 4
"""Of how many tabs each still has room for a small picture."""


class CompareBar(QWidget):
    """A tab for what is new and for every slot that is filled; hidden while none is."""

    chosen = Signal(int)
    second_chosen = Signal(int)
    clear_wanted = Signal(int)
    mode_wanted = Signal(Mode)
    swap_wanted = Signal()
    turn_wanted = Signal()
    gain_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareBar")
        self.tabs: dict[int, SlotTab] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 8, 4)
        self._grid.setSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self._row.addStretch(1)
        self._grid.addLayout(self._row, 0, 0)
        self.gain = self._make_gain()
        self.turn = small_button("turn", tr("Turn the line upright or level"), self)
        self.turn.clicked.connect(self.turn_wanted)
        self.swap = small_button("swap", tr("Swap A and B"), self)
        self.swap.clicked.connect(self.swap_wanted)
        self.modes = {
            mode: self._mode_button(mode, name, tip)
            for mode, name, tip in (
                (Mode.WIPE, "wipe", tr("Part A and B by a line")),
                (Mode.SIDE, "side", tr("A and B side by side")),
                (Mode.DIFFERENCE, "difference", tr("How far A and B differ")),
                (Mode.SLOTS, "grid", tr("All slots at once")),
            )
        }
        self._ways = QWidget(self)
        self._grid.addWidget(self._ways, 0, 1)
        self._arrange_ways()

    def _arrange_ways(self) -> None:
        """What compares, in one piece that can be hidden."""
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(2)
        for widget in (self.gain, self.turn, self.swap, *self.modes.values()):
            ways.addWidget(widget)

    def show_slots(
        self, filled: Mapping[int, KnownPicture], now: KnownPicture | None, state: Comparison
    ) -> None:
        """Show what there is, and which of it is A and B."""
        wanted = {NOW: now, **filled}
        for slot in self.tabs.keys() - wanted.keys():
            self.tabs.pop(slot).deleteLater()
        for slot, picture in wanted.items():
            if slot not in self.tabs:
                self._add_tab(slot)
            role = "A" if slot == state.first else ""
            if state.is_comparing and slot == state.second:
                role = "B"
            self.tabs[slot].show_picture(picture, role)
            self.tabs[slot].set_narrow(len(wanted) > _MOST_WITH_PICTURES)
        self._place_ways(below=len(wanted) > _MOST_WITH_PICTURES)
        for mode, button in self.modes.items():
            button.setChecked(state.mode is mode)
        self.gain.setVisible(state.mode is Mode.DIFFERENCE)
        self.turn.setVisible(state.mode is Mode.WIPE)
        self.swap.setVisible(state.is_comparing)
        self.setVisible(bool(filled))

    def _place_ways(self, *, below: bool) -> None:
        """Beside the tabs, or below them where these take all the room."""
        place = (1, 0) if below else (0, 1)
        index = self._grid.indexOf(self._ways)
        if self._grid.getItemPosition(index)[:2] != place:
            self._grid.removeWidget(self._ways)
            self._grid.addWidget(self._ways, *place, Qt.AlignmentFlag.AlignRight)

    def _add_tab(self, slot: int) -> None:
        tab = SlotTab(slot, self)
        tab.clicked.connect(lambda: self.chosen.emit(slot))
        tab.second_chosen.connect(self.second_chosen)
        tab.clear_wanted.connect(self.clear_wanted)
        self.tabs[slot] = tab
        self._row.insertWidget(sorted(self.tabs).index(slot), tab)
        tab.show()

    def _mode_button(self, mode: Mode, name: str, tip: str) -> QToolButton:
        button = small_button(name, tip, self, checkable=True)
        button.clicked.connect(lambda: self.mode_wanted.emit(mode))
        return button

    def _make_gain(self) -> QComboBox:
        box = QComboBox(self)
        for gain in GAINS:
            box.addItem(f"× {gain}", gain)
        tip = tr("How much differences are brightened")
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        box.currentIndexChanged.connect(lambda place: self.gain_changed.emit(GAINS[place]))
        return box


class SlotTab(QToolButton):
    """One slot: a click looks at it, a click with Shift compares with it."""

    second_chosen = Signal(int)
    clear_wanted = Signal(int)

    def __init__(self, slot: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("slotTab")
        self.slot = slot
        self.setCheckable(True)
        self.setIconSize(QSize(_THUMBNAIL, _THUMBNAIL))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._shown: KnownPicture | None = None
        self._name, self._role, self._is_narrow = "", "", False

    def show_picture(self, picture: KnownPicture | None, role: str) -> None:
        """Show the picture of the slot, and whether it is A or B."""
        name = tr("Now") if self.slot == NOW else str(self.slot)
        self._name, self._role = name, role
        self._write()
        self.setChecked(bool(role))
        self.setEnabled(picture is not None)
        title = picture.title if picture else ""
        self.setToolTip(tip_text(tr("{title}\nShift+click compares with it", title=title)))
        self.setAccessibleName(tr("Slot {name}: {title} {role}", name=name, title=title, role=role))
        if picture is not None and picture is not self._shown:
            side = round(_THUMBNAIL * self.devicePixelRatioF())
            self.setIcon(QIcon(QPixmap.fromImage(picture.image.scaled(side, side))))
        self._shown = picture

    def set_narrow(self, narrow: bool) -> None:
        """Show the number alone, or a small picture beside it."""
        style = Qt.ToolButtonStyle
        beside = style.ToolButtonTextOnly if narrow else style.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside)
        self._is_narrow = narrow
        self._write()

    def _write(self) -> None:
        if self._is_narrow:
            self.setText(f"{self._name} {self._role}".strip())
        else:
            self.setText(f" {self._name} · {self._role}" if self._role else f" {self._name}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with Shift or Ctrl makes it B."""
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if event.modifiers() & held:
            self.setDown(False)
            self.second_chosen.emit(self.slot)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the slot."""
        menu = QMenu(self)
        menu.addAction(tr("Compare with it")).triggered.connect(
            lambda: self.second_chosen.emit(self.slot)
        )
        if self.slot != NOW:
            menu.addAction(tr("Empty the slot")).triggered.connect(
                lambda: self.clear_wanted.emit(self.slot)
            )
        open_menu(menu, event.globalPos())
