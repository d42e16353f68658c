"""The language of the screen: which is taken, and what it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from app.graph.errors import Message
from app.sdk.registry import Registry
from app.ui.languages.language import (
    ENGLISH,
    Language,
    can_be_shown,
    chosen,
    languages,
    speak,
)
from app.ui.languages.translated_kinds import TranslatedKinds
from app.ui.languages.translation_source import compiled, translations, written
from app.ui.words import label_of, say, tr
from tests.ui.toys import Paint

KNOWN = [
    Language(ENGLISH, "English"),
    Language("zh_CN", "简体中文", Path("a.qm")),
    Language("de", "Deutsch", Path("b.qm")),
]


@pytest.mark.parametrize(
    ("wanted", "spoken", "taken"),
    [
        ("system", ["de-DE", "en-GB"], "de"),
        ("system", ["zh-Hans-CN", "zh-CN"], "zh_CN"),
        ("system", ["zh-Hant-TW", "en-GB"], "en"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("zh_CN", ["de-DE"], "zh_CN"),
        ("en", ["de-DE"], "en"),
        ("nonsense", ["de-DE"], "en"),
    ],
)
def test_the_language_is_the_users_or_the_first_that_the_system_speaks(
    wanted: str, spoken: list[str], taken: str
) -> None:
    assert chosen(wanted, KNOWN, spoken).code == taken


@pytest.fixture
def german(qtbot: QtBot, tmp_path: Path) -> Path:
    """A folder with a German file of a few texts; what was installed is taken out at the end."""
    texts = {
        "Run": "Ausführen",
        "Steps": "Schritte",
        "{parameter} must be {expected}, not {value}.": "{parameter} muss {expected} sein.",
    }
    source = tmp_path / "latent-loom_de.ts"
    source.write_text(written(source, texts), "utf-8")
    compiled(source, tmp_path / "latent-loom_de.qm")
    return tmp_path


def _quiet(application: QCoreApplication) -> None:
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)


def test_a_file_that_is_dropped_into_a_folder_gives_its_language(german: Path) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    assert [language.name for language in languages([german])] == ["English", "Deutsch"]
    try:
        assert speak(application, "de", [german]).code == "de"
        assert tr("Run") == "Ausführen"
        assert label_of("steps") == "Schritte"
        fields = {"parameter": "cfg", "expected": "größer", "value": 0}
        message = Message("BadValue", "{parameter} must be {expected}, not {value}.", fields)
        assert say(message) == "cfg muss größer sein."
        assert tr("Never translated") == "Never translated"
    finally:
        _quiet(application)
    assert tr("Run") == "Run"


def test_a_damaged_file_leaves_english(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "latent-loom_de.qm").write_bytes(b"no translation")
    application = QCoreApplication.instance()
    assert application is not None
    assert speak(application, "de", [tmp_path]).code == ENGLISH
    assert tr("Run") == "Run"


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    texts = {"Run": "Ausführen", 'Say "<this>" & that': "", "Two\nlines": "Zwei\nZeilen"}
    path = tmp_path / "latent-loom_de.ts"
    path.write_text(written(path, texts), "utf-8")
    assert translations(path) == texts


def test_kinds_of_nodes_stay_the_same_objects_until_they_change(qtbot: QtBot) -> None:
    toys = Registry()
    toys.add(Paint)
    kinds = TranslatedKinds(toys)
    spec = kinds.spec(toys.specs()[0].type)
    assert spec is not None
    assert kinds.spec(spec.type) is spec
    assert kinds.specs()[0] is spec
    assert kinds.spec("toy.Missing") is None


def test_a_language_without_a_font_for_its_letters_leaves_english(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    assert can_be_shown(KNOWN[2])
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    assert not can_be_shown(KNOWN[1])
    assert can_be_shown(KNOWN[2])
    assert speak(application, "zh_CN").code == ENGLISH


def test_a_file_that_is_replaced_meanwhile_changes_nothing(german: Path) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    try:
        speak(application, "de", [german])
        (german / "latent-loom_de.qm").write_bytes(b"")
        assert tr("Run") == "Ausführen"
    finally:
        _quiet(application)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("start_step", "Start step"),
        ("cfg", "CFG"),
        ("textmodel", "Text model"),
        ("promptadapter", "IP-Adapter"),
    ],
)
def test_names_of_sockets_read_as_words(name: str, label: str) -> None:
    assert label_of(name) == label
