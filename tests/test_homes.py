"""A home that takes nothing, has odd letters or is not there: the program works, and says so."""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from app.places import HOME_VARIABLE, find_places
from tests.command import MODELS, TEXT_TO_IMAGE, call, files, run

ROOT = Path(__file__).resolve().parent.parent
FEW = {"sampler.steps": 1}


def below_a_file(folder: Path) -> Path:
    """A place in which nobody may make a folder, not even the system's administrator."""
    (folder / "file").write_text("not a folder")
    return folder / "file" / "home"


def test_a_home_that_takes_nothing_costs_what_is_kept_and_not_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    home = below_a_file(tmp_path)
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    for _ in range(2):
        answer = run(TEXT_TO_IMAGE, tmp_path / "out", FEW)
        assert answer.status == 0
        assert answer.states["sampler"] == "ran"
    assert len(list(files(tmp_path / "out"))) == 2
    told = "\n".join(record.getMessage() for record in caplog.records)
    for what in ("memory of file contents", "What the nodes did", "results"):
        assert what in told
    assert not any(record.exc_info for record in caplog.records)


def test_a_home_with_odd_letters_is_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "Ünïcödé 家 %s {0} 'x' \N{GRINNING FACE}"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    out = tmp_path / "bïlder 画"
    assert run(TEXT_TO_IMAGE, out, FEW).status == 0
    assert run(TEXT_TO_IMAGE, out, FEW).states["sampler"] == "cached"
    assert (home / "caches" / "results").is_dir()
    assert [path.suffix for path in files(out)] == [".png"]
    # A model in such a place, too: libraries written in C++ and Rust have to open it.
    (home / "models").mkdir(exist_ok=True)
    (home / "models" / "modèle").symlink_to(MODELS / "pocket", target_is_directory=True)
    assert run(TEXT_TO_IMAGE, out, {**FEW, "load-model.model": "modèle"}).status == 0


def no_such_user(number: int) -> NoReturn:
    raise KeyError(number)


@pytest.mark.parametrize("home", [None, ""])
def test_without_any_home_everything_lies_where_the_program_was_started(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(os.environ):
        if name.startswith("XDG_") or name in ("HOME", HOME_VARIABLE):
            monkeypatch.delenv(name)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    monkeypatch.setattr(pytest.importorskip("pwd"), "getpwuid", no_such_user)
    monkeypatch.chdir(tmp_path)
    places = find_places()
    for place in (places.settings, places.models, places.caches, places.pictures):
        assert place.is_relative_to(tmp_path / "latent-loom")
    assert call("nodes").status == 0


@pytest.mark.timeout(280)
def test_the_window_opens_and_closes_without_a_home_and_names_what_is_not_kept(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--quit-after", "3"],
        env={**os.environ, HOME_VARIABLE: str(below_a_file(tmp_path))},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode in (0, 130), done.stderr
    for what in ("settings", "history", "models"):
        assert what in done.stderr


def comma() -> str:
    """A locale of this system that writes a comma into numbers; "" where there is none."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        for name in (
            "de_DE.UTF-8",
            "de_DE.utf8",
            "de_DE",
            "fr_FR.UTF-8",
            "fr_FR",
            "German_Germany",
        ):
            try:
                locale.setlocale(locale.LC_NUMERIC, name)
            except locale.Error:
                continue
            return name
        return ""
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


@pytest.mark.skipif(not comma(), reason="this system has no locale with a decimal comma")
def test_a_decimal_comma_changes_no_picture_and_no_number_in_a_file(tmp_path: Path) -> None:
    before = locale.setlocale(locale.LC_ALL)
    plain = run(TEXT_TO_IMAGE, tmp_path / "plain", FEW)
    locale.setlocale(locale.LC_ALL, comma())
    try:
        local = run(TEXT_TO_IMAGE, tmp_path / "local", {**FEW, "sampler.cfg": "4.0"})
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert (plain.status, local.status) == (0, 0)
    (one,), (other,) = files(tmp_path / "plain"), files(tmp_path / "local")
    assert one.read_bytes() == other.read_bytes()
