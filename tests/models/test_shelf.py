"""Finding models by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.models.shelf import NoSuchModel, Shelf


def _checkpoint(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "model_index.json").write_text("{}")
    return folder


def _network(folder: Path, kind: str = "ControlNetModel") -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"_class_name": kind}))
    return folder


def test_models_are_named_by_their_folders(tmp_path: Path) -> None:
    _checkpoint(tmp_path / "plain")
    deep = _checkpoint(tmp_path / "people" / "portraits")
    _network(tmp_path / "edges")
    shelf = Shelf([tmp_path])
    assert shelf.names("checkpoint") == ("people/portraits", "plain")
    assert shelf.names("controlnet") == ("edges",)
    assert shelf.find("checkpoint", "people/portraits") == deep


def test_what_lies_inside_a_model_is_no_model_of_its_own(tmp_path: Path) -> None:
    _network(_checkpoint(tmp_path / "model") / "controlnet")
    assert Shelf([tmp_path]).names("controlnet") == ()


def test_other_folders_are_passed_over(tmp_path: Path) -> None:
    _network(tmp_path / "unet", "UNet2DConditionModel")
    _checkpoint(tmp_path / ".hidden" / "model")
    _checkpoint(tmp_path / "a" / "b" / "c" / "d" / "too-deep")
    for number, content in enumerate(["", "[]", "{", "[" * 99999, "\x00"]):
        (_network(tmp_path / f"broken{number}") / "config.json").write_text(content)
    shelf = Shelf([tmp_path, tmp_path / "missing"])
    assert shelf.names("checkpoint") == shelf.names("controlnet") == ()


def test_the_earlier_folder_wins(tmp_path: Path) -> None:
    mine = _checkpoint(tmp_path / "mine" / "pocket")
    _checkpoint(tmp_path / "shipped" / "pocket")
    shelf = Shelf([tmp_path / "mine", tmp_path / "shipped"])
    assert shelf.names("checkpoint") == ("pocket",)
    assert shelf.find("checkpoint", "pocket") == mine


def test_a_model_folder_may_be_on_the_shelf_itself(tmp_path: Path) -> None:
    model = _checkpoint(tmp_path / "model")
    assert Shelf([model]).find("checkpoint", "model") == model


def test_a_name_may_be_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = _checkpoint(tmp_path / "elsewhere" / "model")
    shelf = Shelf([tmp_path / "shelf"])
    assert shelf.find("checkpoint", str(model)) == model.resolve()
    monkeypatch.chdir(tmp_path)
    assert shelf.find("checkpoint", "elsewhere/model") == model.resolve()


def test_a_model_that_came_later_is_found(tmp_path: Path) -> None:
    shelf = Shelf([tmp_path])
    assert shelf.names("checkpoint") == ()
    model = _checkpoint(tmp_path / "new")
    assert shelf.find("checkpoint", "new") == model
    assert shelf.names("checkpoint") == ("new",)


def test_a_model_that_went_is_missing(tmp_path: Path) -> None:
    model = _checkpoint(tmp_path / "old")
    shelf = Shelf([tmp_path])
    assert shelf.find("checkpoint", "old")
    (model / "model_index.json").unlink()
    model.rmdir()
    with pytest.raises(NoSuchModel):
        shelf.find("checkpoint", "old")


@pytest.mark.parametrize("name", ["nope", "", " ", "a\0b", "x" * 5000, "~nobody-here/x"])
def test_a_missing_model_is_told_with_those_that_are_there(tmp_path: Path, name: str) -> None:
    _checkpoint(tmp_path / "pocket")
    with pytest.raises(NoSuchModel, match=r"choose pocket, or give its path"):
        Shelf([tmp_path]).find("checkpoint", name)


def test_an_empty_shelf_says_where_models_go(tmp_path: Path) -> None:
    with pytest.raises(NoSuchModel, match="put it into"):
        Shelf([tmp_path]).find("checkpoint", "nope")


def test_links_in_a_ring_end(tmp_path: Path) -> None:
    model = _checkpoint(tmp_path / "model")
    try:
        (tmp_path / "ring").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links on this system")
    assert Shelf([tmp_path]).find("checkpoint", "model") == model
    assert Shelf([tmp_path]).names("checkpoint") == ("model",)


def test_other_folders_are_looked_through_at_once(tmp_path: Path) -> None:
    _checkpoint(tmp_path / "own" / "plain")
    _checkpoint(tmp_path / "more" / "portraits")
    shelf = Shelf([tmp_path / "own"])
    assert shelf.names("checkpoint") == ("plain",)
    shelf.look_in([tmp_path / "own", tmp_path / "more"])
    assert shelf.names("checkpoint") == ("plain", "portraits")
