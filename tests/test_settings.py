"""Settings: kept, and never a reason not to start."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.as_set import memories_of, output_folder_of
from app.places import find_places
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


JUNK = [
    None, True, -1, 2**70, float("nan"), float("inf"), -0.5, "x\0y", "\ud800", "~nobody/x", [], {},
    [[0], "\0", "/a"], {"undo": [1, "\ud800"], "none": "F9"},
]  # fmt: skip


@pytest.mark.parametrize("field", [each.name for each in fields(Settings)])
def test_a_field_may_hold_anything(tmp_path: Path, field: str) -> None:
    for junk in JUNK:
        (tmp_path / FILE_NAME).write_text(json.dumps({field: junk}), encoding="utf-8")
        settings = load_settings(tmp_path)
        save_settings(tmp_path, settings)
        assert load_settings(tmp_path) == settings
        assert settings.memory_budget >= 0
        assert 0 <= settings.run_delay <= 3600
        assert memories_of(settings, find_places()).paces is None or settings.disk_cache
        assert output_folder_of(settings, find_places())


def test_deep_nesting_and_a_folder_in_its_place_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"a":' * 100_000, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / "settings.damaged.json").unlink()
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").is_dir()


def test_a_whole_number_stands_for_a_duration(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"run_delay": 2, "notice_after": 0}', encoding="utf-8")
    settings = load_settings(tmp_path)
    assert (settings.run_delay, settings.notice_after) == (2.0, 0.0)


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
