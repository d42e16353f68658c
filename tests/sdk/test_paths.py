"""Which file a path in a parameter means."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.sdk.paths import full_path


def test_resources_lie_with_the_program() -> None:
    assert full_path("resources:pictures/cottage.png").is_file()


def test_a_relative_path_starts_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert full_path(" a/b.png ") == tmp_path / "a" / "b.png"


def test_the_tilde_is_the_users_home() -> None:
    assert full_path("~/b.png") == Path.home() / "b.png"


def test_an_absolute_path_stays(tmp_path: Path) -> None:
    assert full_path(str(tmp_path)) == tmp_path


def test_an_unknown_users_home_is_taken_as_a_name() -> None:
    assert full_path("~nobody-of-this-name/b.png").name == "b.png"
