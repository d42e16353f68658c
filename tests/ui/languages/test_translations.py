"""The languages that come with the program: whole, up to date, and with every field in its place.

Where one of these fails after a text was added or changed, docs/translating.md says what to do.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from app.ui.languages.language import LANGUAGES, PREFIX
from app.ui.languages.translation_source import ROOT, all_texts, translations
from app.ui.words import CONTEXT

SOURCES = sorted(LANGUAGES.glob(f"{PREFIX}*.ts"))
TEXTS = all_texts()

shipped = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def test_chinese_is_among_them() -> None:
    assert LANGUAGES / f"{PREFIX}zh_CN.ts" in SOURCES


@shipped
def test_a_file_holds_every_text_and_no_other(source: Path) -> None:
    assert sorted(translations(source)) == TEXTS


@shipped
def test_every_text_is_translated(source: Path) -> None:
    assert [text for text, said in translations(source).items() if not said.strip()] == []


@shipped
def test_a_translation_has_the_fields_of_its_text(source: Path) -> None:
    wrong = {text: said for text, said in translations(source).items() if not _alike(text, said)}
    assert wrong == {}


@shipped
def test_a_translation_has_a_letter_for_the_keyboard_where_its_text_has_one(source: Path) -> None:
    found = translations(source).items()
    assert [text for text, said in found if _letters(text) != _letters(said)] == []


@shipped
def test_what_the_program_reads_is_what_translators_wrote(qtbot: QtBot, source: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(source.with_suffix(".qm")))
    for text, said in translations(source).items():
        assert translator.translate(CONTEXT, text) == said


def test_no_sentence_is_chosen_before_it_is_said() -> None:
    paths = sorted((ROOT / "app" / "ui").rglob("*.py"))
    functions = (
        (path.name, each)
        for path in paths
        for each in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(each, ast.FunctionDef)
    )
    hidden = [(name, text) for name, each in functions for text in _said_by_name(each)]
    assert [text for text in hidden if text[1] not in TEXTS] == []


def _said_by_name(function: ast.FunctionDef) -> Iterator[str]:
    """Texts that are given to ``tr`` by a name, where those who gather texts see none."""
    inside = list(ast.walk(function))
    calls = [each for each in inside if isinstance(each, ast.Call) and each.args]
    said = {ast.unparse(each.args[0]) for each in calls if ast.unparse(each.func) == "tr"}
    for each in inside:
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) in said:
            constants = (part for part in ast.walk(each.value) if isinstance(part, ast.Constant))
            yield from (part.value for part in constants if isinstance(part.value, str))


def _alike(text: str, said: str) -> bool:
    return _fields(text) == _fields(said) and text.count("\n\n") == said.count("\n\n")


def _fields(text: str) -> list[tuple[str, str | None]]:
    """Names and forms of the fields; [] for a text that only speaks of braces."""
    try:
        found = list(string.Formatter().parse(text))
    except ValueError:
        return []
    return sorted({(name, form or "") for _, name, form, _ in found if name is not None})


def _letters(text: str) -> int:
    return len(re.findall(r"&(?=\w)", text))
