"""The way from a fault to a report that holds nothing private."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton

from app import __version__
from app.reports.crashes import Crash
from app.ui.desktop import outside
from app.ui.diagnostics.crash_notice import crash_problem
from app.ui.diagnostics.dialog import DiagnosticsDialog, show_log, window_diagnostics
from tests.ui.toys import Desk


def test_what_is_shown_is_what_is_copied(desk: Desk) -> None:
    dialog = DiagnosticsDialog(window_diagnostics(desk.window))
    desk.qtbot.addWidget(dialog)
    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert shown.startswith(f"Latent Loom {__version__}")
    assert "Qt: 6." in shown
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == shown
    assert "clipboard" in dialog.told.text()


def test_prompts_and_titles_of_the_graph_are_not_told(desk: Desk) -> None:
    desk.add("Everything", prose="a secret castle", file="/home/anna/castle.png")
    text = window_diagnostics(desk.window)
    assert "nodes: 1" in text
    assert "castle" not in text


def test_list_of_problems_help_and_about_lead_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr("app.ui.diagnostics.dialog.show_diagnostics", shown.append)
    desk.window.actions_table.by_id["diagnostics"].trigger()
    buttons = desk.window.problems.findChildren(QToolButton)
    next(each for each in buttons if "Diagnostics" in each.toolTip()).click()
    assert shown == [desk.window] * 2


def test_the_log_is_shown_in_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        outside.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    show_log()
    assert opened[0].endswith("/logs")


@pytest.mark.parametrize(
    ("crash", "words"),
    [
        (Crash("window", "", "Segmentation fault"), "crashed the last time"),
        (Crash("worker", "", "Segmentation fault"), "crashed the last time"),
        (Crash("window", "", ""), "ended from outside"),
        (Crash("command", "", ""), None),
        (Crash("worker", "", ""), None),
    ],
)
def test_a_crash_is_told_calmly_once(crash: Crash, words: str | None) -> None:
    told = crash_problem([crash], lambda: None)
    assert (told is None) == (words is None)
    if told is not None and words is not None:
        assert words in told.sentence
        assert told.is_warning
        assert len(told.remedies) == 1


def test_the_dialog_closes_by_its_button(desk: Desk) -> None:
    dialog = DiagnosticsDialog("text")
    desk.qtbot.addWidget(dialog)
    dialog.show()
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Close").click()
    assert not dialog.isVisible()
