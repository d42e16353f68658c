"""Whether a window can be had, told before Qt is touched."""

from __future__ import annotations

import pytest

from app.desktop import BadPair, NoDisplay, check_desktop, check_pair, explain_import


def test_a_machine_without_a_display_is_told_the_command_that_needs_none() -> None:
    with pytest.raises(NoDisplay, match=r"python main\.py run resources/graphs/text-to-image"):
        check_desktop("linux", {})


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("win32", {}),
        ("darwin", {}),
    ],
)
def test_a_machine_with_a_display_may_go_on(platform: str, environment: dict[str, str]) -> None:
    check_desktop(platform, environment)


@pytest.mark.parametrize(("qt", "python"), [("6.12.0", (3, 11)), ("6.13.1", (3, 11, 7))])
def test_the_pair_that_crashes_is_refused(qt: str, python: tuple[int, ...]) -> None:
    with pytest.raises(BadPair, match=r"PySide6-Essentials<6\.12"):
        check_pair(qt, python)


@pytest.mark.parametrize(
    ("qt", "python"), [("6.11.3", (3, 11)), ("6.12.0", (3, 12)), ("6.8", (3, 11))]
)
def test_pairs_that_run_are_let_through(qt: str, python: tuple[int, ...]) -> None:
    check_pair(qt, python)


def test_a_missing_system_library_brings_the_line_that_installs_it() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    explained = explain_import(error)
    assert explained is not None
    assert "lacks libEGL.so.1" in str(explained)
    assert "sudo apt install libegl1" in str(explained)


def test_another_import_error_is_not_explained_away() -> None:
    assert explain_import(ImportError("No module named 'spam'")) is None
