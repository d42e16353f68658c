"""The one editor that floats over the canvas while a value is typed or chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.engine.services import Models
from app.graph.errors import BadValue
from app.graph.spec import ParameterSpec, Plain
from app.ui import theme
from app.ui.canvas.cards.text import words
from app.ui.canvas.popups.grip import Grip
from app.ui.editors import Editor, make_editor
from app.ui.editors.base import keep_undo
from app.ui.words import label_of

_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH, _TALL_WIDTH, _TALL_HEIGHT = 190.0, 300.0, 150.0

Inform = Callable[[Editor, str], None]
"""Called with the editor and each text in it, to show what is known about that."""


class FloatingEditor(QFrame):
    """Lies where the value is drawn; Enter or a click elsewhere keeps the value, Esc does not.

    ``stepped`` asks for the next value (1) or the one before (-1), after this one was kept.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget, models: Models) -> None:
        super().__init__(parent)
        self._parent = parent
        self._models = models
        self._editor: Editor | None = None
        self._value: Plain = None
        self._keep: Callable[[Plain], None] = lambda value: None
        self._inform: Inform = lambda editor, text: None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3, 3, 3, 3)
        self._layout.setSpacing(1)
        self._name = QLabel(self)
        self._name.setContentsMargins(7, 1, 7, 0)
        self._layout.addWidget(self._name)
        # As a window of its own within the canvas: else the grip would resize the whole program.
        self.setWindowFlags(Qt.WindowType.SubWindow)
        self._grip = Grip(self)
        self._grip.installEventFilter(self)
        self._wanted = QSize()
        self.keeps_enter = False
        self.setObjectName("floating")
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def editor(self) -> Editor | None:
        """The editor that is open, if any."""
        return self._editor

    def open(
        self,
        parameter: ParameterSpec,
        value: Plain,
        area: QRectF,
        keep: Callable[[Plain], None],
        inform: Inform = lambda editor, text: None,
    ) -> None:
        """Edit ``value`` in an area of the parent; ``keep`` is called with the new one."""
        self.commit()
        self.keeps_enter = False
        editor = self._editor = make_editor(parameter, self._models, self)
        self._keep, self._value, self._inform = keep, value, inform
        editor.show_value(_shown(parameter, value))
        editor.setAccessibleName(label_of(parameter.name))
        self._name.setText(words(parameter.name))
        editor.edited.connect(self._edited)
        editor.chosen.connect(self.commit)
        self._layout.addWidget(editor)
        self.setFont(theme.font(13))
        self._name.setFont(theme.font(11))
        editor.fill()
        for part in (editor, *editor.findChildren(QWidget)):
            part.installEventFilter(self)
            keep_undo(part)
        inform(editor, str(value))
        self._place(area, editor)
        self._grip.setVisible(editor.is_tall)
        self.show()
        self.raise_()
        self._grip.raise_()
        editor.begin()
        self._watch_lists(editor)

    def _watch_lists(self, editor: Editor) -> None:
        """Hear the keys of the lists that open from the editor."""
        for box in editor.findChildren(QComboBox):
            box.view().installEventFilter(self)
            completer = box.completer()
            offered = completer.popup() if completer is not None else None
            if offered is not None:
                offered.installEventFilter(self)

    def _place(self, area: QRectF, editor: Editor) -> None:
        """Cover the drawn value, but be large enough to work in, and stay within the parent."""
        room, tall = self._parent.size(), editor.is_tall
        width = max(area.width() + 8, _TALL_WIDTH if tall else _WIDTH)
        height = max(area.height() + 26, _TALL_HEIGHT) if tall else self.sizeHint().height()
        if tall and self._wanted.isValid():
            width, height = self._wanted.width(), self._wanted.height()
            width, height = min(width, room.width() - 4), min(height, room.height() - 4)
        x = max(2.0, min(area.center().x() - width / 2, room.width() - width - 2))
        # The name stands above the value, which stays where it was drawn.
        head = self._name.sizeHint().height() + self._layout.spacing()
        y = area.y() - 4 - head if tall else area.center().y() - (height + head) / 2
        y = max(2.0, min(y, room.height() - height - 2))
        self.setGeometry(round(x), round(y), round(width), round(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grip in the corner."""
        super().resizeEvent(event)
        self._grip.move(self.rect().bottomRight() - self._grip.rect().bottomRight())

    def commit(self) -> None:
        """Keep the value and close."""
        if self._editor is not None:
            self._editor.settle()
            value = self._value
            self._close()
            self._keep(value)

    def cancel(self) -> None:
        """Close and leave the value as it was."""
        if self._editor is not None:
            self._close()

    def _edited(self, value: Plain) -> None:
        """Remember what is there now; it is kept once the editor closes."""
        self._value = value
        if self._editor is not None:
            self._inform(self._editor, str(value))

    def _close(self) -> None:
        """Hide, and give the focus back to the canvas where it was here."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        inside = self._holds(QApplication.focusWidget())
        self.hide()
        self._layout.removeWidget(editor)
        editor.hide()
        editor.setParent(None)
        editor.deleteLater()
        if inside:
            self._parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds(self, widget: QWidget | None) -> bool:
        """Whether a widget, or the window that it opened, belongs to the editor."""
        while widget is not None:
            if widget is self:
                return True
            widget = widget.parentWidget()
        return False

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """A click elsewhere keeps the value; another program coming to the front does not."""
        if self._editor is not None and new is not None and not self._holds(new):
            self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Esc does not; in text of many lines Enter starts a line and Esc keeps it,
        as it is too long to be lost by one key: what was there before is one undo away."""
        if watched is self._grip:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._wanted = self.size()  # the next text is to have as much room
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(watched, event)
            if event.type() == QEvent.Type.ShortcutOverride and self.keeps_enter:
                event.setAccepted(event.key() in _ENTER)
                return event.isAccepted()
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key was used here rather than by the editor."""
        key = Qt.Key(event.key())
        tall = self._editor is not None and self._editor.is_tall
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _TABS:
            if isinstance(watched, QAbstractItemView):
                _take_current(watched)
            self._step(_TABS[key])
        elif (key in _ENTER and (control or not tall)) or (key == Qt.Key.Key_Escape and tall):
            self.commit()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        """Go to the next part of the editor, or behind the last one to the next value."""
        parts = [part for part in self.findChildren(QWidget) if _is_typed_in(part)]
        focus = QApplication.focusWidget()
        here = parts.index(focus) if focus in parts else None
        if here is not None and 0 <= here + step < len(parts):
            parts[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.commit()
        self.stepped.emit(step)


def _take_current(view: QAbstractItemView) -> None:
    """Choose the current row of an open list, as Enter does; without one the list only closes."""
    if not view.currentIndex().isValid():
        view.hide()
        return
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, enter)


def _is_typed_in(part: QWidget) -> bool:
    """Whether a widget is one of several fields of an editor, and no button or slider beside it."""
    takes_keys = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    beside = isinstance(part, QAbstractButton | QAbstractSlider)
    return bool(takes_keys) and part.isVisible() and not beside


def _shown(parameter: ParameterSpec, value: Plain) -> Plain:
    """The value, or the default where the file holds what the parameter does not allow."""
    try:
        return parameter.accept(value)
    except BadValue:
        return parameter.default
