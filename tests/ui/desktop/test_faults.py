"""Errors that nobody catches end on the list of problems, wherever they come from."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
    qCritical,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.reports.crashes import found
from app.ui.desktop.fault_list import FaultList
from app.ui.desktop.faults import Fault, Faults, hear
from tests.ui.toys import Desk

ROOT = Path(__file__).parents[3]


@pytest.fixture
def taker(qtbot: QtBot) -> Iterator[Faults]:
    """The hooks, for the length of a test."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    taker = Faults()
    yield taker
    taker.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


@pytest.fixture
def faults(taker: Faults) -> list[Fault]:
    """What is caught while a test goes on."""
    caught: list[Fault] = []
    taker.caught.connect(caught.append)
    return caught


def fail() -> None:
    raise ValueError("here")


class Bell(QObject):
    """Something with a signal."""

    rang = Signal()


def test_an_error_in_a_slot_is_told(qtbot: QtBot, faults: list[Fault]) -> None:
    bell = Bell()
    bell.rang.connect(fail)
    bell.rang.emit()
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert faults[0].sentence == "ValueError: here"
    assert "in fail" in faults[0].details


def test_an_error_in_a_timer_is_told(qtbot: QtBot, faults: list[Fault]) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(faults) == 1)


def test_an_error_in_an_event_filter_is_told(qtbot: QtBot, faults: list[Fault]) -> None:
    class Filter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.User:
                fail()
            return False

    target, spy = QObject(), Filter()
    target.installEventFilter(spy)
    QCoreApplication.postEvent(target, QEvent(QEvent.Type.User))
    qtbot.waitUntil(lambda: len(faults) == 1)


@pytest.mark.parametrize("way", ["thread", "Qt thread", "runnable", "future"])
def test_an_error_on_another_thread_is_told(qtbot: QtBot, faults: list[Fault], way: str) -> None:
    class Work(QRunnable):
        def run(self) -> None:
            fail()

    class Thread(QThread):
        def run(self) -> None:
            fail()

    if way == "thread":
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join(10)
    elif way == "Qt thread":
        worker = Thread()
        worker.start()
        assert worker.wait(10_000)
    elif way == "runnable":
        QThreadPool.globalInstance().start(Work())
        assert QThreadPool.globalInstance().waitForDone(10_000)
    else:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(fail).add_done_callback(hear)
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert faults[0].sentence == "ValueError: here"


def test_an_error_while_an_object_is_freed_is_told(qtbot: QtBot, faults: list[Fault]) -> None:
    class Bad:
        def __del__(self) -> None:
            fail()

    Bad()
    qtbot.waitUntil(lambda: len(faults) == 1)


def test_what_qt_finds_critical_is_told(qtbot: QtBot, faults: list[Fault]) -> None:
    qCritical("the wheel came off")
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert faults[0].sentence == "the wheel came off"


def test_an_error_in_every_drawing_is_told_once_and_counted(
    qtbot: QtBot, taker: Faults, faults: list[Fault]
) -> None:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            fail()

    widget = Broken()
    qtbot.addWidget(widget)
    clock = QTimer(widget, interval=1)
    clock.timeout.connect(widget.update)
    QTimer.singleShot(0, widget.show)
    clock.start()
    with qtbot.waitSignal(taker.caught, check_params_cb=lambda fault: fault.count >= 60):
        pass  # in an event loop, as the program has one
    assert [fault.is_new for fault in faults] == [True] + [False] * (len(faults) - 1)
    assert len(faults) <= 8
    assert len({fault.key for fault in faults}) == 1


def test_ctrl_c_is_no_fault(qtbot: QtBot, faults: list[Fault]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert faults == []


class Wordless(Exception):
    """Its words are broken, too."""

    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_an_error_without_words_is_told_by_its_kind(qtbot: QtBot, faults: list[Fault]) -> None:
    def fail_wordlessly() -> None:
        raise Wordless

    QTimer.singleShot(0, fail_wordlessly)
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert faults[0].sentence.startswith("Wordless: ")


def test_a_line_of_the_list_counts_and_does_not_come_back_once_cleared(desk: Desk) -> None:
    window, asked = desk.window, []
    faults = FaultList(lambda: window.tab.problems, lambda: asked.append(True))
    faults.take(Fault("k", "ValueError: here", "where"))
    faults.take(Fault("k", "ValueError: here", "where", 40, is_new=False))
    faults.take(Fault("other", "KeyError: x", "where"))
    assert desk.sentences() == ["ValueError: here (40 times)", "KeyError: x"]
    window.problems.all()[0].remedies[0].do()
    assert asked == [True]
    window.problems.clear()
    faults.take(Fault("k", "ValueError: here", "where", 90, is_new=False))
    assert desk.sentences() == []
    faults.take(Fault("k", "ValueError: here", "where", 91))
    assert desk.sentences() == ["ValueError: here (91 times)"]


def test_a_fatal_message_of_qt_leaves_an_account_of_where(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication, qFatal;"
        "from app.reports.reported import reported; from app.ui.desktop.faults import Faults;"
        "app = QCoreApplication([]); place = Path(sys.argv[1])\n"
        "with reported(place, 'window'):\n    faults = Faults(); qFatal('the axle broke')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, timeout=60
    )
    assert done.returncode != 0
    [crash] = found(tmp_path)
    assert "Abort" in crash.stacks
    assert "Qt: the axle broke" in (tmp_path / "latent-loom.log").read_text(encoding="utf-8")
