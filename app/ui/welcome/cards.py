"""Cards with pictures that can be pressed, and the grid in which they flow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui import theme
from app.ui.icons import drawing

_NARROWEST, _WIDEST = 146, 172
_GAP, _RADIUS, _INSET = 14, 10.0, 12
_WORDS = 100
_BLANK_SIGN = 40


class PictureCard(QAbstractButton):
    """A picture with a title and a sentence; Return presses it as well as Space."""

    def __init__(
        self, title: str, about: str, picture: QPixmap, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.about, self._picture = about, picture
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tells_of(self, words: Sequence[str]) -> bool:
        """Whether each of these words is in the title or in the sentence."""
        said = f"{self.text()} {self.about}".casefold()
        return all(word in said for word in words)

    def sizeHint(self) -> QSize:
        """As large as there is use for."""
        return _card_size(_WIDEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the card by Return, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, what it shows, and a ring while the card has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(card, _RADIUS, _RADIUS)
        lit = self.underMouse() or self.hasFocus()
        painter.fillPath(shape, theme.HOVER if self.isDown() else theme.CARD)
        painter.save()
        painter.setClipPath(shape)
        self._paint_picture(
            painter, QRectF(card.topLeft(), QSize(round(card.width()), _side(card)))
        )
        painter.restore()
        self._paint_words(painter, card)
        painter.setPen(QPen(theme.ACCENT if lit else theme.LINE, 2 if self.hasFocus() else 1))
        painter.drawPath(shape)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, theme.BACKDROP)
        if not self._picture.isNull():
            ratio = max(box.width() / self._picture.width(), box.height() / self._picture.height())
            seen = QRectF(0, 0, box.width() / ratio, box.height() / ratio)
            seen.moveCenter(QPointF(self._picture.width() / 2, self._picture.height() / 2))
            painter.drawPixmap(box, self._picture, seen)
            return
        scale = self.devicePixelRatioF()
        sign = QPixmap(drawing("graph", theme.FAINT.name(), round(_BLANK_SIGN * scale)))
        sign.setDevicePixelRatio(scale)
        half = _BLANK_SIGN / 2
        painter.drawPixmap(box.center() - QPointF(half, half), sign)

    def _paint_words(self, painter: QPainter, card: QRectF) -> None:
        room = card.adjusted(_INSET, _side(card) + 9, -_INSET, -6)
        bold = theme.font(13, bold=True)
        painter.setFont(bold)
        painter.setPen(theme.TEXT)
        metrics = painter.fontMetrics()
        wrap = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        title = self.text()
        needed = metrics.boundingRect(room.toRect(), wrap, title)
        if needed.width() > room.width() or needed.height() > 2 * metrics.lineSpacing():
            title = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, int(room.width()))
            needed = metrics.boundingRect(room.toRect(), wrap, title)
        painter.drawText(room, wrap, title)
        painter.setFont(theme.font(12))
        painter.setPen(theme.DIM)
        painter.drawText(room.adjusted(0, needed.height() + 3, 0, 0), wrap, self.about)


def _side(card: QRectF) -> int:
    """How high the picture of a card is."""
    return round(card.height()) - _WORDS


class CardGrid(QWidget):
    """Cards in rows, as many in each as there is room for; arrow keys lead from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[PictureCard] = []
        self.seen: list[PictureCard] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: list[PictureCard]) -> None:
        """Show these cards instead of those before."""
        for card in self.cards:
            card.deleteLater()
        self.cards, self.seen = cards, cards
        for card in cards:
            card.installEventFilter(self)
            card.show()
        self._arrange()
        self.updateGeometry()

    def narrow(self, typed: str) -> None:
        """Show only the cards whose title or sentence holds every word that was typed."""
        words = typed.casefold().split()
        self.seen = [card for card in self.cards if card.tells_of(words)]
        for card in self.cards:
            card.setVisible(card in self.seen)
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the rows are."""
        rows = -(-len(self.seen) // self._columns(width))
        return max(0, rows * (self._card(width).height() + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """One row."""
        width = max(1, len(self.seen)) * (_WIDEST + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One card."""
        return _card_size(_NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards anew."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Up and Down lead to the card in the next row, Left and Right to the one beside."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, PictureCard):
            return False
        place = self.seen.index(watched) + step
        if 0 <= place < len(self.seen):
            self.seen[place].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (_NARROWEST + _GAP))

    def _card(self, width: int) -> QSize:
        """How large each card is where the rows are so wide."""
        columns = self._columns(width)
        return _card_size(min(_WIDEST, (width + _GAP) // columns - _GAP))

    def _arrange(self) -> None:
        columns, size = self._columns(self.width()), self._card(self.width())
        for place, card in enumerate(self.seen):
            row, column = divmod(place, columns)
            card.move(column * (size.width() + _GAP), row * (size.height() + _GAP))
            card.resize(size)


def _card_size(width: int) -> QSize:
    return QSize(width, width + _WORDS)
