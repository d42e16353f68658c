"""One editor for every kind of parameter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.engine.services import Models
from app.graph.spec import ParameterKind, ParameterSpec
from app.ui.editors.base import Editor
from app.ui.editors.choices import BooleanEditor, ChoiceEditor, ColourEditor
from app.ui.editors.masks import MaskEditor
from app.ui.editors.models import ModelEditor
from app.ui.editors.numbers import FloatEditor, IntegerEditor
from app.ui.editors.prompts import PromptEditor
from app.ui.editors.seeds import SeedEditor
from app.ui.editors.sizes import SizeEditor
from app.ui.editors.texts import LineEditor, ParagraphEditor, PathEditor

_EDITORS: dict[ParameterKind, type[Editor]] = {
    ParameterKind.INTEGER: IntegerEditor,
    ParameterKind.FLOAT: FloatEditor,
    ParameterKind.BOOLEAN: BooleanEditor,
    ParameterKind.CHOICE: ChoiceEditor,
    ParameterKind.FILE: PathEditor,
    ParameterKind.FOLDER: PathEditor,
    ParameterKind.SEED: SeedEditor,
    ParameterKind.COLOUR: ColourEditor,
    ParameterKind.SIZE: SizeEditor,
}


def make_editor(parameter: ParameterSpec, models: Models, parent: QWidget) -> Editor:
    """The editor that fits a parameter."""
    if parameter.control == "mask":
        return MaskEditor(parameter, parent)
    if parameter.kind is ParameterKind.MODEL:
        return ModelEditor(parameter, models, parent)
    if parameter.kind is ParameterKind.TEXT and parameter.many_lines:
        made = PromptEditor if parameter.read_by else ParagraphEditor
        return made(parameter, parent)
    return _EDITORS.get(parameter.kind, LineEditor)(parameter, parent)


__all__ = ["Editor", "make_editor"]
