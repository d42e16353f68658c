"""Language files that anybody may drop: a broken one leaves English words, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from app.graph.errors import BadValue
from app.graph.phrases import Phrase
from app.ui.languages.language import ENGLISH, LANGUAGES, languages, speak
from app.ui.languages.translation_source import compiled, written
from app.ui.words import said, say, tr

ENGLISH_TEXT = "Save the changes to {name}?"
BROKEN = [
    "{name", "}", "{unknown}", "{name!z}", "{name.nope}", "{name[0]}", "{0}", "{}", "{name:d}",
    "{name:{name}}", "{name.__class__}", "{name:>999999999}", "{na me}",
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_placeholders_fall_back_to_english(
    qtbot: QtBot, tmp_path: Path, broken: str
) -> None:
    english = (ENGLISH_TEXT, BadValue.english, "Add {title}")
    source = tmp_path / "latent-loom_de.ts"
    source.write_text(written(source, dict.fromkeys(english, broken)), "utf-8")
    compiled(source, tmp_path / "latent-loom_de.qm")
    application = QCoreApplication.instance()
    assert application is not None
    try:
        assert speak(application, "de", [tmp_path]).code == "de"
        assert tr(ENGLISH_TEXT, name="Mine") == "Save the changes to Mine?"
        error = BadValue(parameter="cfg", expected="large", value=0)
        assert say(error.message) == "cfg must be large, not 0."
        assert said(Phrase("Add {title}", title="Sampler")) == "Add Sampler"
    finally:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)


def test_a_translation_may_leave_fields_out_and_turn_them_round() -> None:
    from app.graph.phrases import filled

    english, fields = "{a} of {b:.1f}", {"a": 1, "b": 2.0}
    assert filled("{b:.1f}: {a}", english, fields) == "2.0: 1"
    assert filled("nothing", english, fields) == "nothing"
    assert filled("{b}", english, fields) == "1 of 2.0"


@pytest.mark.parametrize("percent", range(0, 100, 4))
def test_a_truncated_file_never_stops_the_start(qtbot: QtBot, tmp_path: Path, percent: int) -> None:
    whole = (LANGUAGES / "latent-loom_zh_CN.qm").read_bytes()
    cut = tmp_path / "latent-loom_zh_CN.qm"
    cut.write_bytes(whole[: len(whole) * percent // 100])
    application = QCoreApplication.instance()
    assert application is not None
    try:
        assert speak(application, "zh_CN", [tmp_path]).code in (ENGLISH, "zh_CN")
        assert "Mine" in tr(ENGLISH_TEXT, name="Mine")
    finally:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)


def test_odd_names_in_the_folder_are_listed_or_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("", "xx_YY_ZZ", "..", "C", "en", "\u202ede", "a" * 200):
        (tmp_path / f"latent-loom_{name}.qm").write_bytes(b"junk")
    (tmp_path / "latent-loom_fr.qm").mkdir()
    (tmp_path / "latent-loom_it.qm").symlink_to(tmp_path / "latent-loom_it.qm")
    application = QCoreApplication.instance()
    assert application is not None
    found = languages([tmp_path, tmp_path / "missing"])
    assert found[0].code == ENGLISH
    assert all(language.name for language in found)
    for language in found:
        assert speak(application, language.code, [tmp_path]).code == ENGLISH
