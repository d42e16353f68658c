"""Settings: kept, and never a reason not to start."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.settings import (
    FILE_NAME,
    MOST_RECENT_FILES,
    Settings,
    load_settings,
    save_settings,
)


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = replace(Settings(), recent_files=("/a.loom",), memory_budget=7, sharp_pixels=True)
    save_settings(tmp_path / "new folder", settings)
    assert load_settings(tmp_path / "new folder") == settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"a": \x00}', "\x80"])
def test_a_damaged_file_is_set_aside_and_defaults_are_used(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="latin-1")
    assert load_settings(tmp_path) == Settings()
    kept = tmp_path / "settings.damaged.json"
    assert kept.read_text(encoding="latin-1") == text


def test_one_wrong_value_does_not_spoil_the_others(tmp_path: Path) -> None:
    data = {"memory_budget": "much", "output_folder": "/pictures", "recent_files": [1, "/a.loom"]}
    (tmp_path / FILE_NAME).write_text(json.dumps(data), encoding="utf-8")
    expected = replace(Settings(), output_folder="/pictures", recent_files=("/a.loom",))
    assert load_settings(tmp_path) == expected


def test_fields_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"format": 9, "theme": "light"}', encoding="utf-8")
    save_settings(tmp_path, load_settings(tmp_path))
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))["theme"] == "light"


def test_recent_files_are_few_and_the_newest_comes_first() -> None:
    settings = Settings()
    for number in range(20):
        settings = settings.with_recent(Path(f"/{number % 15}.loom"))
    assert len(settings.recent_files) == MOST_RECENT_FILES
    assert settings.recent_files[0] == str(Path("/4.loom"))
    assert len(set(settings.recent_files)) == MOST_RECENT_FILES
    gone = settings.without_recent(Path("/4.loom"))
    assert str(Path("/4.loom")) not in gone.recent_files
