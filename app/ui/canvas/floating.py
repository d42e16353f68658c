"""The one editor that floats over the canvas while a value is typed or chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QVBoxLayout, QWidget

from app.graph.spec import ParameterSpec, Plain
from app.ui import theme
from app.ui.canvas.editors import Editor, ModelNames, make_editor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FloatingEditor(QFrame):
    """Lies where the value is drawn; Enter or a click elsewhere keeps the value, Esc does not."""

    def __init__(self, parent: QWidget, names: ModelNames) -> None:
        super().__init__(parent)
        self._parent = parent
        self._names = names
        self._editor: Editor | None = None
        self._keep: Callable[[Plain], None] = lambda value: None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("floating")
        self.setStyleSheet(f"#floating {{ background: {theme.CARD.name()}; border-radius: 6px; }}")
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
    ) -> None:
        """Edit ``value`` in an area of the parent; ``keep`` is called with the new one."""
        self.commit()
        editor = self._editor = make_editor(parameter, value, self._names, self.commit)
        self._keep = keep
        self._layout.addWidget(editor.widget)
        self.setFont(theme.font(13))
        editor.focus.installEventFilter(self)
        for child in editor.widget.findChildren(QWidget):
            child.installEventFilter(self)
        self._place(area, editor)
        self.show()
        self.raise_()
        editor.focus.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(editor.widget, QComboBox) and not editor.widget.isEditable():
            editor.widget.showPopup()

    def _place(self, area: QRectF, editor: Editor) -> None:
        """Cover the drawn value, but be large enough to work in, and stay within the parent."""
        room = self._parent.size()
        width = max(area.width(), 260 if editor.tall else 170)
        height = max(area.height(), 110) if editor.tall else editor.widget.sizeHint().height()
        x = max(2.0, min(area.center().x() - width / 2, room.width() - width - 2))
        y = area.y() if editor.tall else area.center().y() - height / 2
        y = max(2.0, min(y, room.height() - height - 2))
        self.setGeometry(round(x), round(y), round(width), round(height))

    def commit(self) -> None:
        """Keep the value and close."""
        editor = self._editor
        if editor is not None:
            value = editor.read()
            self._close()
            self._keep(value)

    def cancel(self) -> None:
        """Close and leave the value as it was."""
        if self._editor is not None:
            self._close()

    def _close(self) -> None:
        """Hide, and give the focus back to the canvas where it was here."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        inside = self._holds(QApplication.focusWidget())
        self.hide()
        self._layout.removeWidget(editor.widget)
        editor.widget.hide()
        editor.widget.setParent(None)
        editor.widget.deleteLater()
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
        """Enter keeps, Esc does not; in text of many lines Enter starts a line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return True
        tall = self._editor is not None and self._editor.tall
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and (control or not tall):
            self.commit()
            return True
        return False
