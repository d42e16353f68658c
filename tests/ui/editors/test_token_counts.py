"""Tokens are counted off the screen's thread; only the newest answer counts."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.sdk.token_count import TokenCount
from app.ui.editors.token_counts import TokenCounts


class Slow:
    """Counts letters, once it is let go on."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked: list[str] = []
        self.threads: set[str] = set()

    def count_tokens(self, fingerprint: str, text: str, reading: str) -> TokenCount | None:
        self.asked.append(text)
        self.threads.add(threading.current_thread().name)
        self.gate.wait(5)
        if text == "broken":
            raise RuntimeError("no such tokenizer")
        return TokenCount(len(text), 1, 75) if fingerprint else None


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def counts(slow: Slow) -> Iterator[TokenCounts]:
    made = TokenCounts(slow)
    yield made
    slow.gate.set()
    made.close()


def test_the_newest_question_of_an_asker_is_answered(
    qtbot: QtBot, slow: Slow, counts: TokenCounts
) -> None:
    asker, other, told = QObject(), QObject(), []
    for text in ("a", "ab", "abc"):
        counts.ask(asker, ("model", text, "A1111"), told.append)
    counts.ask(other, ("model", "abcd", "A1111"), told.append)
    slow.gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [count.count for count in told] == [3, 4]
    assert "ab" not in slow.asked
    assert threading.current_thread().name not in slow.threads


def test_what_was_counted_once_is_known_at_once(
    qtbot: QtBot, slow: Slow, counts: TokenCounts
) -> None:
    asker, told = QObject(), []
    slow.gate.set()
    counts.ask(asker, ("model", "ab", "A1111"), told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    counts.ask(asker, ("model", "ab", "A1111"), told.append)
    assert len(told) == 2
    assert slow.asked == ["ab"]


def test_an_asker_that_is_gone_is_told_nothing(
    qtbot: QtBot, slow: Slow, counts: TokenCounts
) -> None:
    asker, other, told = QObject(), QObject(), []
    counts.ask(asker, ("model", "ab", "A1111"), lambda count: told.append("gone"))
    asker.deleteLater()
    qtbot.waitSignal(asker.destroyed).wait()
    counts.ask(other, ("model", "abc", "A1111"), lambda count: told.append("here"))
    slow.gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["here"]


def test_a_broken_tokenizer_gives_no_answer_but_an_end(
    qtbot: QtBot, slow: Slow, counts: TokenCounts, caplog: pytest.LogCaptureFixture
) -> None:
    asker, told = QObject(), []
    slow.gate.set()
    counts.ask(asker, ("model", "broken", "A1111"), told.append)
    qtbot.waitUntil(lambda: told == [None])
    assert "could not be counted" in caplog.text
