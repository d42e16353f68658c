"""Opens the window and keeps it open until the user closes it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.allowed import Trusted
from app.engine.events import Event
from app.engine.services import Models
from app.graph.kinds import Kinds
from app.places import find_places
from app.reports.crashes import found
from app.ui.bridge import Bridge
from app.ui.desktop.fault_list import FaultList
from app.ui.desktop.faults import Faults
from app.ui.desktop.interrupt import Interrupt
from app.ui.diagnostics.crash_notice import crash_problem
from app.ui.files.session import SessionKeeper
from app.ui.languages.language import LANGUAGES, Language, can_be_shown, speak, wished
from app.ui.running.problem_list import Problem
from app.ui.running.runs import Worker
from app.ui.settings.remembered import Remembered
from app.ui.theme import apply_theme
from app.ui.trust.pack_dropping import tell_waiting
from app.ui.welcome.welcoming import show_welcome
from app.ui.window import MainWindow
from app.ui.words import tr

_SWITCH_SECONDS = 0.001


def run_window(
    kinds: Kinds,
    make_worker: Callable[[Callable[[Event], None]], Worker],
    models: Models,
    graph_path: Path | None,
    remembered: Remembered,
    trusted: Trusted | None = None,
) -> int:
    """Show the window until the user closes it; the exit status.

    The session lies beside the settings that are ``remembered``, the journals of what is open
    beside the history of pictures. ``trusted`` is what the user has allowed, without which nothing
    is asked about.

    The window is drawn and can be used before the worker begins to load what it computes with.
    """
    application = _application()
    # Every call of Qt's painter lets the engine's thread on and then waits for it to pause.
    sys.setswitchinterval(_SWITCH_SECONDS)
    letters = _dress(application, remembered)
    faults = Faults()
    bridge = Bridge()
    worker = make_worker(bridge.post)
    places = trusted.places if trusted else None
    window = MainWindow(kinds, worker, models, remembered, read_picture, places)
    bridge.arrived.connect(window.handle)
    fault_list = FaultList(lambda: window.tab.problems, lambda: _diagnose(window))
    faults.caught.connect(fault_list.take)
    # The computer is being shut down: there may be no time for questions.
    application.commitDataRequest.connect(lambda _manager: window.keep_session())
    interrupt = Interrupt(lambda: _end_without_asking(window))
    _tell_of_letters(window, letters)
    tell_waiting(window, trusted.waiting if trusted else 0)
    first_frame = FirstFrame(window.warm_up, window)
    window.installEventFilter(first_frame)
    journals = remembered.made.parent / "journals"
    window.session = session = SessionKeeper(window, remembered.folder, journals)
    _told_if_it_fails(lambda: open_first(window, session, graph_path))
    _tell_of_crashes(window)
    _told_if_it_fails(window.show)
    try:
        return application.exec()
    finally:
        interrupt.close()
        worker.close()
        bridge.close()
        faults.close()


def _application() -> QApplication:
    """The application of this process, named as the desktop knows it."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise RuntimeError("another kind of Qt application is running in this process")
    application.setApplicationName("Latent Loom")
    application.setDesktopFileName("latent-loom")
    return application


def _dress(application: QApplication, remembered: Remembered) -> Language:
    """Language and colours as the user wants them; the language that is wished."""
    folders = (LANGUAGES, remembered.folder / "languages")
    speak(application, remembered.settings.language, folders)
    apply_theme(application, remembered.settings.theme)
    return wished(remembered.settings.language, folders)


class FirstFrame(QObject):
    """Calls ``action`` once, as soon as its widget was drawn for the first time."""

    def __init__(self, action: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._action = action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first drawing, and act once it is done."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._action)
        return False


def open_first(window: MainWindow, session: SessionKeeper, path: Path | None) -> None:
    """Open what was open, and the file that is asked for; a new user is welcomed."""
    restored = session.restore()
    if path is not None:
        window.files.open_path(path)
    elif not restored or window.remembered.settings.start_with == "welcome":
        show_welcome(window)


def read_picture(path: Path) -> str | None:
    """The graph that a picture holds, as text; None where it holds none."""
    from app.interchange.picture_graph import read_graph  # not needed to show the window

    return read_graph(path)


def _end_without_asking(window: MainWindow) -> None:
    """Close the window on Ctrl+C; what was not saved is kept for the next start."""
    if not window.keep_session():
        for tab in window.tabs.all():
            tab.file.keep_unsaved()
    window.end()
    window.hide()
    QApplication.exit(0)  # quit() would ask the window, and the window the user


def _tell_of_letters(window: MainWindow, wished: Language) -> None:
    """Say why the window is not in the language that the user wants, where letters lack."""
    if can_be_shown(wished):
        return
    sentence = tr(
        "{language} cannot be shown, since no font here has its letters: install one, such as"
        " Noto Sans CJK, and start again.",
        language=QLocale.languageToString(QLocale(wished.code).language()),
    )
    window.report(Problem("program", sentence, tr("Language"), is_warning=True))


def _told_if_it_fails(work: Callable[[], object]) -> None:
    """Do what belongs to the start; a fault in it is told on the list, and the window stays."""
    try:
        work()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def _tell_of_crashes(window: MainWindow) -> None:
    """Say that the program did not end as usual the last time, if it did not."""
    problem = crash_problem(found(find_places().logs), lambda: _diagnose(window))
    if problem is not None:
        window.report(problem)


def _diagnose(window: MainWindow) -> None:
    window.actions_table.by_id["diagnostics"].trigger()
