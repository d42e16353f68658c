"""What all editors of parameters share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from app.graph.spec import ParameterSpec, Plain
from app.ui.icons import icon
from app.ui.words import tr


class Editor(QWidget):
    """Edits one parameter. ``edited`` brings what the user chose; ``show_value`` never emits it.

    Its focus proxy is the part that takes the keys.
    """

    edited = Signal(object)
    chosen = Signal()
    """A choice was made that leaves nothing to do here."""
    is_tall = False

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter

    def show_value(self, value: Plain) -> None:
        """Show a value of the document; does nothing where it is shown already."""
        raise NotImplementedError

    def show_several(self) -> None:
        """Show that the nodes this edits have different values."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take over what is half typed, as if the field were left."""

    def fill(self) -> None:
        """Take all the room that there is."""

    def begin(self) -> None:
        """Take the keyboard, with all that is there selected, or the list of choices open."""
        field = self.focusProxy() or self
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        line = field.lineEdit() if isinstance(field, QAbstractSpinBox | QComboBox) else field
        if isinstance(line, QLineEdit):
            line.selectAll()


def several() -> str:
    """What stands where nodes have different values."""
    return tr("several")


def leave_open(field: QAbstractSpinBox | QLineEdit) -> None:
    """Show in a field of one line that there are several values."""
    line = field.lineEdit() if isinstance(field, QAbstractSpinBox) else field
    line.clear()
    line.setPlaceholderText(several())


class FieldManners(QObject):
    """Manners of a field inside a panel that scrolls and a window that has one undo history.

    The wheel turns a value only while its field has the focus, else the panel scrolls. Undo and
    redo are left to the document, which holds every change that was typed.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on the wheel without the focus, and undo and redo always."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            if not watched.hasFocus():
                event.ignore()
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            own = bool(watched.property(_OWN_UNDO))
            if not own and (event.matches(undo) or event.matches(redo)):
                event.ignore()
                return True
        return False


_OWN_UNDO = "ownUndo"


def keep_undo(field: QWidget) -> None:
    """Let undo and redo act on what is typed: the document knows nothing of it yet."""
    field.setProperty(_OWN_UNDO, True)


def teach_manners(field: QWidget) -> None:
    """Make a field behave as FieldManners says."""
    manners = FieldManners(field)
    field.installEventFilter(manners)
    if isinstance(field, QAbstractSpinBox | QComboBox):
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if isinstance(field, QAbstractSpinBox):
        field.lineEdit().installEventFilter(manners)


def tool(name: str, tip: str, parent: QWidget) -> QToolButton:
    """A small button with an icon, beside a field."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def bare_row(parent: QWidget) -> QHBoxLayout:
    """A row for the parts of an editor, without borders."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    return row
