"""Models in a single file, on the shelf and in its index."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from app.models import scanning
from app.models.index import ModelIndex
from app.models.shelf import NoSuchModel, Shelf
from tests.models.files import picture, weight_file


def _shelf(folder: Path) -> Shelf:
    return Shelf([folder / "models"], ModelIndex(folder / "models.sqlite"))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the models that were looked at, not only remembered."""
    seen: list[str] = []
    judge = scanning.judge

    def noting(candidate: scanning.Candidate) -> scanning.Traits:
        seen.append(candidate.name)
        return judge(candidate)

    monkeypatch.setattr(scanning, "judge", noting)
    return seen


def test_files_are_named_by_their_path_with_its_ending(tmp_path: Path) -> None:
    file = weight_file(tmp_path / "models" / "xl" / "big.safetensors", "SDXL")
    shelf = _shelf(tmp_path)
    assert shelf.names("checkpoint") == ("xl/big.safetensors",)
    assert shelf.find("checkpoint", "xl/big.safetensors") == file
    known = shelf.model("checkpoint", "xl/big.safetensors")
    assert known is not None
    assert known.traits == {"family": "SDXL"}


def test_a_file_is_found_under_its_own_kind_only(tmp_path: Path) -> None:
    weight_file(tmp_path / "models" / "x.safetensors", "lora")
    shelf = _shelf(tmp_path)
    assert shelf.names("lora") == ("x.safetensors",)
    with pytest.raises(NoSuchModel):
        shelf.find("checkpoint", "x.safetensors")


def test_what_a_network_is_for_is_a_trait(tmp_path: Path) -> None:
    weight_file(tmp_path / "models" / "x.safetensors", "inpaint")
    known = _shelf(tmp_path).model("checkpoint", "x.safetensors")
    assert known is not None
    assert known.traits == {"family": "SD 1", "variant": "inpaint"}


def test_parts_of_folders_shards_and_pickles_are_no_models(tmp_path: Path) -> None:
    models = tmp_path / "models"
    weight_file(models / "unet" / "diffusion_pytorch_model.safetensors")
    (models / "unet" / "config.json").write_text("{}")
    weight_file(models / "big-00001-of-00002.safetensors")
    weight_file(models / ".big.safetensors")
    (models / "old.ckpt").write_bytes(b"pickle")
    shelf = _shelf(tmp_path)
    assert shelf.names("checkpoint") == ()
    assert shelf.shelved.records == ()


def test_a_damaged_file_is_there_but_of_no_kind(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "cut.safetensors").write_bytes(b"\x01")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    assert [(record.name, record.kind) for record in shelf.shelved.records] == [
        ("cut.safetensors", "")
    ]


def test_what_is_remembered_is_not_looked_at_again(tmp_path: Path, looked_at: list[str]) -> None:
    weight_file(tmp_path / "models" / "x.safetensors")
    _shelf(tmp_path).refresh()
    assert looked_at == ["x.safetensors"]
    again = _shelf(tmp_path)
    again.refresh()
    assert looked_at == ["x.safetensors"]
    assert again.names("checkpoint") == ("x.safetensors",)


def test_a_file_that_changed_is_looked_at_again(tmp_path: Path, looked_at: list[str]) -> None:
    file = weight_file(tmp_path / "models" / "x.safetensors")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    weight_file(file, "SDXL", salt="more")
    shelf.refresh()
    assert len(looked_at) == 2
    known = shelf.model("checkpoint", "x.safetensors")
    assert known is not None
    assert known.family == "SDXL"


def test_a_new_picture_beside_a_model_is_seen(tmp_path: Path) -> None:
    weight_file(tmp_path / "models" / "x.safetensors")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    assert not shelf.shelved.records[0].traits.thumbnail
    picture(tmp_path / "models" / "x.preview.png")
    shelf.refresh()
    assert shelf.shelved.records[0].traits.thumbnail


def test_hash_and_source_stay_with_a_file_that_is_renamed(
    tmp_path: Path, looked_at: list[str]
) -> None:
    file = weight_file(tmp_path / "models" / "x.safetensors")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    shelf.learn(file, hash="ab" * 32, source="hf:somebody/x")
    file.rename(tmp_path / "models" / "y.safetensors")
    again = _shelf(tmp_path)
    again.refresh()
    known = again.model("checkpoint", "y.safetensors")
    assert known is not None
    assert (known.hash, known.source) == ("ab" * 32, "hf:somebody/x")
    assert looked_at == ["x.safetensors"]
    assert again.names("checkpoint") == ("y.safetensors",)


def test_a_drive_that_is_away_is_not_forgotten(tmp_path: Path, looked_at: list[str]) -> None:
    weight_file(tmp_path / "models" / "x.safetensors")
    _shelf(tmp_path).refresh()
    (tmp_path / "models").rename(tmp_path / "away")
    gone = _shelf(tmp_path)
    gone.refresh()
    assert gone.names("checkpoint") == ()
    (tmp_path / "away").rename(tmp_path / "models")
    back = _shelf(tmp_path)
    back.refresh()
    assert back.names("checkpoint") == ("x.safetensors",)
    assert looked_at == ["x.safetensors"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_index_only_means_looking_again(tmp_path: Path, content: bytes) -> None:
    weight_file(tmp_path / "models" / "x.safetensors")
    _shelf(tmp_path).refresh()
    (tmp_path / "models.sqlite").write_bytes(content)
    for name in ("models.sqlite-wal", "models.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    for _ in range(2):
        shelf = _shelf(tmp_path)
        shelf.refresh()
        assert shelf.names("checkpoint") == ("x.safetensors",)


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "models.sqlite") as connection:
        connection.execute("CREATE TABLE models (other TEXT)")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    weight_file(tmp_path / "models" / "x.safetensors")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    assert ModelIndex(tmp_path / "models.sqlite").load().keys() == {
        tmp_path / "models" / "x.safetensors"
    }


def test_an_index_of_the_first_version_keeps_where_models_were_fetched(tmp_path: Path) -> None:
    file = weight_file(tmp_path / "models" / "x.safetensors")
    _shelf(tmp_path).refresh()
    with sqlite3.connect(tmp_path / "models.sqlite") as connection:
        connection.execute("UPDATE models SET source = 'https://there'")
        connection.execute("ALTER TABLE models DROP COLUMN side")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    record = ModelIndex(tmp_path / "models.sqlite").load()[file]
    assert (record.source, record.traits.side) == ("https://there", 0)


def test_a_folder_that_cannot_hold_an_index_is_no_harm(tmp_path: Path) -> None:
    weight_file(tmp_path / "models" / "x.safetensors")
    (tmp_path / "file").write_text("")
    shelf = Shelf([tmp_path / "models"], ModelIndex(tmp_path / "file" / "models.sqlite"))
    shelf.refresh()
    assert shelf.names("checkpoint") == ("x.safetensors",)


def test_a_thousand_files_are_looked_through_quickly_the_second_time(tmp_path: Path) -> None:
    for number in range(1000):
        weight_file(tmp_path / "models" / f"{number % 10}" / f"{number}.safetensors", "lora")
    _shelf(tmp_path).refresh()
    shelf = _shelf(tmp_path)
    began = time.monotonic()
    shelf.refresh()
    assert len(shelf.names("lora")) == 1000
    assert time.monotonic() - began < 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_that_is_called_like_a_model_does_not_hold_up_the_look(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    os.mkfifo(tmp_path / "models" / "x.safetensors")
    shelf = _shelf(tmp_path)
    shelf.refresh()
    assert shelf.names("checkpoint") == ()
