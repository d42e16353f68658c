"""Fields of parameters: sums, searched lists, prompts, and values that differ."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.ui import theme
from app.ui.editors import Editor, make_editor
from app.ui.editors.prompts import PromptEditor
from tests.ui.toys import TwoModels

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

WHOLE = ParameterSpec("width", ParameterKind.INTEGER, 64, low=8, high=4096, unit="px")
SEED = ParameterSpec("seed", ParameterKind.SEED, 0, low=0, high=2**63 - 1)
DECIMAL = ParameterSpec("cfg", ParameterKind.FLOAT, 7.0, low=1.0, high=30.0, step=0.5)
SIZE = ParameterSpec("size", ParameterKind.SIZE, [64, 64], low=8, high=4096)
MODEL = ParameterSpec("model", ParameterKind.MODEL, "large", model_kind="checkpoint")
MASK = ParameterSpec("mask", ParameterKind.TEXT, "", control="mask")
FEW = ParameterSpec("solver", ParameterKind.CHOICE, "one", choices=("one", "two"))
MANY = ParameterSpec(
    "solver",
    ParameterKind.CHOICE,
    "euler",
    choices=("euler", "heun", "dpm_2", "dpmpp_2m", "dpmpp_sde", "ddim", "pndm", "lms", "unipc"),
)
PROMPT = ParameterSpec("text", ParameterKind.TEXT, "", many_lines=True, read_by="reading")


class Hand:
    """One editor on the screen, and what it told."""

    def __init__(self, qtbot: QtBot, parameter: ParameterSpec, value: Plain) -> None:
        self.qtbot, self.told, self._parent = qtbot, [], QWidget()
        self.editor: Editor = make_editor(parameter, TwoModels(), self._parent)
        qtbot.addWidget(self._parent)
        self.editor.edited.connect(self.told.append)
        self.editor.show_value(value)
        self._parent.show()
        qtbot.waitExposed(self._parent)
        self.editor.begin()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.editor.focusProxy(), text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        held = modifiers or Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.editor.focusProxy(), key, held)

    def prompt(self) -> PromptEditor:
        assert isinstance(self.editor, PromptEditor)
        return self.editor


@pytest.mark.parametrize(
    ("parameter", "typed", "value"),
    [
        (WHOLE, "512*1.5", 768),
        (WHOLE, "8+8", 16),
        (WHOLE, "9*9999", 4096),
        (SEED, "2**3", 2),
        (DECIMAL, "30/4", 7.5),
        (DECIMAL, "2", 2.0),
        (DECIMAL, "(1+2)*2.5", 7.5),
    ],
)
def test_a_sum_is_worked_out_on_enter(
    qtbot: QtBot, parameter: ParameterSpec, typed: str, value: float
) -> None:
    hand = Hand(qtbot, parameter, parameter.default)
    hand.type(typed)
    hand.key(Qt.Key.Key_Return)
    assert (hand.told or [parameter.default])[-1] == value


def test_letters_are_not_taken_by_a_number(qtbot: QtBot) -> None:
    hand = Hand(qtbot, WHOLE, 64)
    hand.type("12abs")
    hand.key(Qt.Key.Key_Return)
    assert hand.told[-1] == 12


@pytest.mark.parametrize("parameter", [WHOLE, SEED, DECIMAL])
def test_several_values_stay_until_one_is_typed(qtbot: QtBot, parameter: ParameterSpec) -> None:
    hand = Hand(qtbot, parameter, parameter.default)
    hand.editor.show_several()
    hand.key(Qt.Key.Key_Tab)
    assert hand.told == []
    hand.editor.begin()
    hand.type("9")
    hand.key(Qt.Key.Key_Return)
    assert hand.told[-1] == 9


def test_of_several_sizes_one_side_alone_is_not_taken(qtbot: QtBot) -> None:
    hand = Hand(qtbot, SIZE, [64, 32])
    hand.editor.show_several()
    hand.editor.begin()
    hand.type("128")
    hand.key(Qt.Key.Key_Return)
    assert hand.told == []
    other = hand.editor.fields[1]
    other.setFocus()
    qtbot.keyClicks(other, "96")
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert hand.told[-1] == [128, 96]


def test_a_long_list_is_searched_by_a_part_of_a_name(qtbot: QtBot) -> None:
    hand = Hand(qtbot, MANY, "euler")
    hand.type("sde")
    hand.key(Qt.Key.Key_Return)
    assert hand.told == ["dpmpp_sde"]


def test_what_is_no_name_of_a_list_is_forgotten(qtbot: QtBot) -> None:
    hand = Hand(qtbot, MANY, "heun")
    hand.type("xyz")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Tab)
    assert hand.told == []
    assert hand.editor.focusProxy().currentText() == "heun"


def test_a_short_list_opens_at_once(qtbot: QtBot) -> None:
    hand = Hand(qtbot, FEW, "one")
    assert hand.editor.focusProxy().view().isVisible()
    hand.editor.focusProxy().hidePopup()


def test_keys_weigh_the_word_at_the_cursor(qtbot: QtBot) -> None:
    hand = Hand(qtbot, PROMPT, "a red cat")
    hand.prompt().read_as("A1111")
    hand.key(Qt.Key.Key_Up, CONTROL)
    assert hand.told[-1] == "a red (cat:1.05)"
    hand.key(Qt.Key.Key_Up, CONTROL | SHIFT)
    assert hand.told[-1] == "a red (cat:1.15)"
    for _ in range(3):
        hand.key(Qt.Key.Key_Down, CONTROL)
    assert hand.told[-1] == "a red cat"


def test_weighing_tells_a_text_once_and_never_an_empty_one(qtbot: QtBot) -> None:
    hand = Hand(qtbot, PROMPT, "cat")
    hand.prompt().read_as("ComfyUI")
    hand.key(Qt.Key.Key_Up, CONTROL)
    assert hand.told == ["(cat:1.05)"]


def test_a_prompt_shows_weights_and_stray_brackets(qtbot: QtBot) -> None:
    hand = Hand(qtbot, PROMPT, "")
    prompt = hand.prompt()
    prompt.read_as("ComfyUI")
    hand.type("a (b:1.5) c)")
    assert colour_at(prompt, 3) != colour_at(prompt, 10)
    assert colour_at(prompt, 11) == theme.BAD
    prompt.read_as("plain")
    assert colour_at(prompt, 11) != theme.BAD


def colour_at(prompt: PromptEditor, place: int) -> object:
    """The colour of the character at a place of the first line."""
    block = prompt.field.document().firstBlock()
    for piece in block.layout().formats():
        if piece.start <= place < piece.start + piece.length:
            return piece.format.foreground().color()
    return None


def test_a_bracket_in_another_line_changes_colours_in_this_one(qtbot: QtBot) -> None:
    hand = Hand(qtbot, PROMPT, "a (b\nc")
    prompt = hand.prompt()
    prompt.read_as("A1111")
    assert colour_at(prompt, 2) == theme.BAD
    prompt.field.moveCursor(QTextCursor.MoveOperation.End)
    hand.type(")")
    assert colour_at(prompt, 2) != theme.BAD


def test_tokens_are_shown_where_they_are_known(qtbot: QtBot) -> None:
    hand = Hand(qtbot, PROMPT, "a")
    prompt = hand.prompt()
    assert not prompt.tokens.isVisible()
    prompt.show_tokens(34, 1, 75)
    assert prompt.tokens.text() == "34 / 75"
    prompt.show_tokens(110, 2, 75)
    assert prompt.tokens.text() == "110 tokens, 2 × 75"
    prompt.hide_tokens()
    assert not prompt.tokens.isVisible()


def test_a_model_is_found_by_a_part_of_its_name(qtbot: QtBot) -> None:
    hand = Hand(qtbot, MODEL, "large")
    hand.type("ock")
    popup = hand.editor.focusProxy().completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert hand.told[-1] == "pocket"


@pytest.mark.parametrize("parameter", [WHOLE, SEED, DECIMAL, FEW, MANY, PROMPT, SIZE, MODEL, MASK])
def test_every_editor_can_say_that_there_are_several_values(
    qtbot: QtBot, parameter: ParameterSpec
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[Plain] = []
    editor = make_editor(parameter, TwoModels(), parent)
    editor.edited.connect(told.append)
    editor.show_value(parameter.default)
    editor.show_several()
    editor.show_value(parameter.default)
    assert told == []
