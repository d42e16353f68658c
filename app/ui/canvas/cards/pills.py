"""Pressing on what lies on a card: a click edits or unfolds, a drag on a number changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.ui.canvas.cards.fields import dice_box
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.layout import Field
from app.ui.canvas.gestures.gestures import Desk, near
from app.ui.canvas.gestures.moving import Move
from app.ui.editors.seeds import another_seed

_NUMBERS = (ParameterKind.INTEGER, ParameterKind.FLOAT)
_PIXELS_A_STEP = 4.0


class PillPress:
    """The press on a pill, until it is clear what it means. ``edit`` opens the editor."""

    def __init__(
        self,
        desk: Desk,
        event: QMouseEvent,
        card: Card,
        field: Field,
        edit: Callable[[Card, Field], None],
    ) -> None:
        self._desk = desk
        self._card = card
        self._field = field
        self._edit = edit
        self._press = event.position()
        self._mover = Move(desk, event, card)
        self._value: Plain = card.face.content.value(field.parameter)
        self._mode: str | None = None
        self._wired = field.parameter.name in card.face.sources

    def move(self, event: QMouseEvent) -> None:
        """Scrub a number; anything else is moved with its card."""
        if self._mode is None and not near(event.position(), self._press):
            number = self._field.parameter.kind in _NUMBERS and not self._wired
            self._mode = "scrub" if number else "move"
            if number:
                self._desk.viewer.viewport().setCursor(Qt.CursorShape.BlankCursor)
        if self._mode == "move":
            self._mover.move(event)
        elif self._mode == "scrub":
            way = (event.position().x() - self._press.x()) / self._desk.viewer.zoom
            speed = _speed(event.modifiers())
            parameter = self._field.parameter
            start = self._card.face.content.value(parameter)
            self._value = scrubbed(parameter, start, way, self._field.box.width(), speed=speed)
            self._card.show_value(parameter.name, self._value)
            self._desk.viewer.value_tried.emit(self._card.id, parameter.name, self._value)

    def release(self, event: QMouseEvent) -> None:
        """Keep the scrubbed value as one step, or edit what was clicked."""
        if self._mode == "scrub":
            self._desk.viewer.viewport().unsetCursor()
            self._card.forget_values()
            self._desk.editing.set_value(self._card.id, self._field.parameter.name, self._value)
            return
        self._mover.release(event)
        adding = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if self._mode is None and not self._wired and not adding:
            self._open()

    def _open(self) -> None:
        """Edit the value; on the die of a seed, take another one at once."""
        dice = dice_box(self._field)
        place = self._card.mapFromScene(self._desk.viewer.to_scene(self._press))
        if dice is not None and dice.contains(place):
            parameter = self._field.parameter
            seed = another_seed(parameter)
            self._desk.editing.set_value(self._card.id, parameter.name, seed)
        else:
            self._edit(self._card, self._field)

    def cancel(self) -> None:
        """Put the value, or the card, back."""
        self._desk.viewer.viewport().unsetCursor()
        self._card.forget_values()
        self._mover.cancel()
        if self._mode == "scrub":
            self._desk.viewer.value_tried.emit(self._card.id, self._field.parameter.name, None)


class MorePress:
    """The press on the line that unfolds a card: a click does it, a drag moves the card."""

    def __init__(self, desk: Desk, event: QMouseEvent, card: Card) -> None:
        self._card = card
        self._press = event.position()
        self._mover = Move(desk, event, card)
        self._moved = False

    def move(self, event: QMouseEvent) -> None:
        """Move the card."""
        self._moved = self._moved or not near(event.position(), self._press)
        self._mover.move(event)

    def release(self, event: QMouseEvent) -> None:
        """Unfold or fold, or keep the card's new place."""
        self._mover.release(event)
        if not self._moved:
            self._card.unfold(not self._card.face.content.unfolded)

    def cancel(self) -> None:
        """Put the card back."""
        self._mover.cancel()


def _speed(held: Qt.KeyboardModifier) -> float:
    """Shift drags ten times finer, Ctrl ten times coarser."""
    if held & Qt.KeyboardModifier.ShiftModifier:
        return 0.1
    return 10.0 if held & Qt.KeyboardModifier.ControlModifier else 1.0


def scrubbed(
    parameter: ParameterSpec, start: Plain, way: float, width: float, *, speed: float
) -> Plain:
    """The number after a drag of ``way`` units over a pill that is ``width`` units wide.

    A short range is run through once along the pill; in a long one each step takes a few units.
    ``speed`` is 1 as a rule; less is finer than the steps of the parameter.
    """
    low, high = parameter.low, parameter.high
    step = parameter.step or (1.0 if parameter.kind is ParameterKind.INTEGER else 0.01)
    pace = step / _PIXELS_A_STEP
    if low is not None and high is not None and (high - low) / step <= 400:
        pace = (high - low) / width
    number = float(start) + way * pace * speed
    number = round(number / step) * step if speed >= 1 else number
    number = max(number, low) if low is not None else number
    number = min(number, high) if high is not None else number
    return round(number) if parameter.kind is ParameterKind.INTEGER else round(number, 6)
