"""The whole window in Chinese: no English is left, and nothing else depends on the language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph import edits
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.graph.file import open_file
from app.graph.interface import ENDS
from app.graph.writing import to_text
from app.sdk.registry import Registry
from app.ui.canvas.search.ranking import rank
from app.ui.files.starter_words import FIRST
from app.ui.files.starters import starters
from app.ui.languages.language import translate, wished
from app.ui.languages.translated_kinds import TranslatedKinds
from app.ui.languages.translation_source import all_texts
from app.ui.words import plain, said, say
from tests.ui.languages.stage import NODES, Stage, english_in, open_menus, said_by, translator


@pytest.fixture
def chinese(qtbot: QtBot) -> Iterator[None]:
    """Everything that is made from now on speaks Chinese, whatever fonts are installed."""
    application = translator()
    assert translate(application, wished("zh_CN")).code == "zh_CN"
    yield
    for each in application.findChildren(QTranslator):
        application.removeTranslator(each)


@pytest.fixture
def stage(chinese: None, tmp_path: Path) -> Iterator[Stage]:
    """A window on the real kinds of nodes."""
    made = Stage(tmp_path)
    yield made
    made.close()


@pytest.fixture
def kinds() -> Registry:
    """The real kinds of nodes, in English."""
    registry = Registry()
    registry.load_folder(NODES)
    return registry


def _open_starter(stage: Stage) -> None:
    (path,) = (each.path for each in starters() if each.path.stem == FIRST)
    stage.window.files.open_starter(path)


def _own_words(stage: Stage) -> set[str]:
    """What the user wrote."""
    nodes = stage.window.document.snapshot.main.nodes.values()
    values = [value for node in nodes for value in node.parameters.values()]
    return {value for value in values if isinstance(value, str) and value}


def _english(stage: Stage) -> set[str]:
    """What is English of all that can be seen, read or heard now."""
    QCoreApplication.processEvents()
    own = _own_words(stage)
    texts = {text for top in QApplication.topLevelWidgets() for text in said_by(top)}
    for text in tuple(texts):
        for written in own:
            if written in text:
                texts.discard(text)
    return {text for text in texts if english_in(text)}


def test_no_english_is_left_in_the_window(stage: Stage, qtbot: QtBot) -> None:
    _open_starter(stage)
    window = stage.window
    for dock in window.panels.docks.values():
        dock.show()
    open_menus(window)
    assert _english(stage) == set()


def test_no_english_is_left_beside_any_kind_of_node(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    left = set()
    for spec in stage.kinds.specs():
        if spec.type in ENDS:
            continue
        document = window.document
        change = edits.add_node(document.snapshot, window.tab.kinds, spec.type, (0.0, 0.0))
        document.apply(change)
        window.canvas.select(change.added_nodes)
        QCoreApplication.processEvents()
        left |= {text for text in said_by(window.inspector) if english_in(text)}
    assert left == set()


@pytest.mark.parametrize("action", ["settings", "palette", "shortcuts"])
def test_no_english_is_left_in_what_opens(stage: Stage, qtbot: QtBot, action: str) -> None:
    _open_starter(stage)
    stage.window.actions_table.by_id[action].trigger()
    assert _english(stage) == set()


@pytest.mark.parametrize("action", ["about", "sweep"])
def test_no_english_is_left_in_dialogs(stage: Stage, qtbot: QtBot, action: str) -> None:
    _open_starter(stage)
    left = {"not looked at"}

    def look() -> None:
        left.clear()
        left.update(_english(stage))
        box = QApplication.activeModalWidget()
        assert box is not None
        box.close()

    QTimer.singleShot(0, stage.window, look)
    stage.window.actions_table.by_id[action].trigger()
    assert left == set()


def test_nothing_is_shown_that_translators_were_not_told_of(
    chinese: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    known, unknown = set(all_texts()), set[str]()

    class Listener:
        @staticmethod
        def translate(context: str, text: str) -> str:
            if text not in known:
                unknown.add(text)
            return QCoreApplication.translate(context, text)

    monkeypatch.setattr("app.ui.words.QCoreApplication", Listener)
    stage = Stage(tmp_path)
    _open_starter(stage)
    open_menus(stage.window)
    stage.window.grab()
    stage.close()
    assert unknown == set()


def test_a_graph_file_and_a_plan_are_the_same_in_every_language(
    chinese: None, kinds: Registry
) -> None:
    spoken = TranslatedKinds(kinds)
    for starter in starters():
        snapshot = open_file(starter.path, kinds).snapshot
        assert to_text(snapshot, spoken) == to_text(snapshot, kinds)
        assert _work(lower(snapshot, spoken)) == _work(lower(snapshot, kinds))


def _work(plan: Plan) -> list[object]:
    """What a plan says but for titles, which are for people."""
    return [(node.type, node.parameters, node.inputs) for node in plan.nodes.values()]


@pytest.mark.parametrize("typed", ["采样", "Sampler", "ksampler", "K 采样器"])
def test_a_node_is_found_by_its_chinese_and_its_english_names(
    chinese: None, kinds: Registry, typed: str
) -> None:
    assert rank(typed, TranslatedKinds(kinds).specs())[0].type == "loom.Sampler"


def test_edits_are_named_in_chinese(chinese: None, kinds: Registry) -> None:
    document, spoken = Document(), TranslatedKinds(kinds)
    change = edits.add_node(document.snapshot, spoken, "loom.Sampler", (0.0, 0.0))
    document.apply(change)
    (node,) = change.added_nodes
    document.apply(edits.set_parameter(document.snapshot, spoken, node, "cfg", 5.0))
    assert [said(name) for name in document.undo_names] == ["设置“CFG”", "添加采样器"]


def test_a_refusal_is_a_whole_chinese_sentence(chinese: None, kinds: Registry) -> None:
    document, spoken = Document(), TranslatedKinds(kinds)
    change = edits.add_node(document.snapshot, spoken, "loom.Sampler", (0.0, 0.0))
    document.apply(change)
    (node,) = change.added_nodes
    with pytest.raises(GraphError) as caught:
        edits.set_parameter(document.snapshot, spoken, node, "steps", 0)
    sentence = say(caught.value.message)
    assert "步数" in sentence
    assert not english_in(sentence)


@pytest.mark.parametrize("menu", ["&Open …", "Open", "Open(&O)…", "&Open (&O)"])
def test_words_of_menus_lose_their_letters_elsewhere(menu: str) -> None:
    assert plain(menu) == "Open"
