"""The bar of the player: play and pause, where in the film one is, how fast, and what follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from app.ui.icons import icon
from app.ui.small_button import small_button
from app.ui.viewer.film.course import Ending
from app.ui.viewer.film.player import SPEEDS, Player
from app.ui.words import tr


class PlayerBar(QWidget):
    """Shows the state of a player; its signals say what the user wants."""

    speed_wanted = Signal(float)
    frame_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playerBar")
        self.play = small_button("run", tr("Play or pause"), self)
        self.scrubber = QSlider(Qt.Orientation.Horizontal, self)
        self.scrubber.setAccessibleName(tr("Frame of the video"))
        self.scrubber.setMinimumWidth(60)
        self.scrubber.setPageStep(5)
        self.place = QLabel(self)
        self.place.setObjectName("dim")
        self.speed = QComboBox(self)
        self.speed.setAccessibleName(tr("Speed of the video"))
        self.speed.setToolTip(tr("How fast the video plays"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}\u00d7", speed)
        self.ending = small_button("loop", tr("What follows the last frame"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 2)
        row.setSpacing(4)
        for widget in (self.play, self.scrubber, self.place, self.speed, self.ending):
            row.addWidget(widget, 1 if widget is self.scrubber else 0)
        self.scrubber.valueChanged.connect(self.frame_wanted)
        self.speed.activated.connect(lambda index: self.speed_wanted.emit(SPEEDS[index]))

    def show_player(self, player: Player) -> None:
        """Show where the player is and what it does; hide where it has no film."""
        self.setVisible(player.film is not None)
        self.play.setIcon(icon("pause" if player.is_playing else "run"))
        self.speed.setCurrentIndex(SPEEDS.index(player.speed))
        self.ending.setIcon(icon(player.ending.value))
        words = _words(player.ending)
        self.ending.setToolTip(words)
        self.ending.setAccessibleName(words)
        self.show_place(player)

    def show_place(self, player: Player) -> None:
        """Show which frame is seen, without asking for it."""
        film = player.film
        if film is None:
            return
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, film.count - 1)
        self.scrubber.setValue(player.index)
        self.scrubber.blockSignals(False)
        widest = f"{film.count} / {film.count}   {film.seconds:.2f} s"
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance(widest) + 4)
        words = f"{player.index + 1} / {film.count}   {player.index / film.rate:.2f} s"
        self.place.setText(words)
        self.scrubber.setAccessibleDescription(words)
        self.scrubber.setToolTip(words)


def _words(ending: Ending) -> str:
    """What a player does after the last frame."""
    return {
        Ending.LOOP: tr("After the last frame: begin again"),
        Ending.BACK_AND_FORTH: tr("After the last frame: back to the first"),
        Ending.ONCE: tr("After the last frame: stop"),
    }[ending]
