"""Pickles of weights become safetensors with the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from app.models.conversion import converting
from app.models.conversion.converting import convert, target_of
from app.models.conversion.refusals import (
    AlreadyThere,
    CannotConfine,
    CannotWriteThere,
    ConversionFailed,
    ConversionStopped,
    HoldsNoTensors,
    NoSuchPickle,
    NotAPickle,
)
from app.models.conversion.sandbox import can_confine
from tests.models.conversion.pickles import many_forms

pytestmark = pytest.mark.skipif(not can_confine(), reason="this system cannot confine a process")


@pytest.mark.parametrize("as_archive", [True, False])
def test_every_number_comes_out_as_it_was(tmp_path: Path, as_archive: bool) -> None:
    file, wanted = tmp_path / "model.ckpt", many_forms()
    saved = {"state_dict": wanted, "global_step": 5, "optimizer": {"other": torch.ones(2)}}
    torch.save(saved, file, _use_new_zipfile_serialization=as_archive)
    before = file.read_bytes()
    found = load_file(convert(file))
    assert found.keys() == wanted.keys()
    for name, tensor in wanted.items():
        assert found[name].dtype == tensor.dtype
        assert torch.equal(found[name], tensor)
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model.ckpt", "model.safetensors"]


def test_what_training_leaves_in_a_checkpoint_is_passed_over(tmp_path: Path) -> None:
    import argparse

    extra = {"hyper_parameters": argparse.Namespace(x=1), "device": torch.device("cpu")}
    torch.save({"state_dict": {"a": torch.ones(2)}, **extra}, tmp_path / "model.ckpt")
    assert list(load_file(convert(tmp_path / "model.ckpt"))) == ["a"]


def test_nested_tables_get_names_with_dots(tmp_path: Path) -> None:
    parts = {"image_proj": {"norm.weight": torch.ones(2)}, "ip_adapter": {"1.to_k": torch.ones(3)}}
    torch.save(parts, tmp_path / "ip.bin")
    assert set(load_file(convert(tmp_path / "ip.bin"))) == {
        "image_proj.norm.weight",
        "ip_adapter.1.to_k",
    }


def test_a_learnt_word_is_called_as_safetensors_call_it(tmp_path: Path) -> None:
    learnt = {
        "string_to_token": {"*": 265},
        "string_to_param": {"*": torch.ones(2, 768)},
        "name": "x",
    }
    torch.save(learnt, tmp_path / "word.pt")
    assert {n: list(t.shape) for n, t in load_file(convert(tmp_path / "word.pt")).items()} == {
        "emb_params": [2, 768]
    }


def test_a_pickle_in_disguise_is_converted_beside_its_false_name(tmp_path: Path) -> None:
    torch.save({"a": torch.ones(2)}, tmp_path / "model.safetensors")
    made = convert(tmp_path / "model.safetensors")
    assert (
        made
        == target_of(tmp_path / "model.safetensors")
        == tmp_path / "model (converted).safetensors"
    )


def test_who_may_read_the_pickle_may_read_the_result(tmp_path: Path) -> None:
    file = tmp_path / "model.pt"
    torch.save({"a": torch.ones(2)}, file)
    file.chmod(0o644)
    assert convert(file).stat().st_mode == file.stat().st_mode


def test_no_file_is_written_over(tmp_path: Path) -> None:
    torch.save({"a": torch.ones(2)}, tmp_path / "model.pt")
    (tmp_path / "model.safetensors").write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match="is there already"):
        convert(tmp_path / "model.pt")
    assert (tmp_path / "model.safetensors").read_bytes() == b"mine"


def test_what_is_no_pickle_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPickle):
        convert(tmp_path / "gone.pt")
    (tmp_path / "page.pt").write_bytes(b"<html>Sign in</html>")
    with pytest.raises(NotAPickle):
        convert(tmp_path / "page.pt")
    torch.save({"epoch": 3}, tmp_path / "notes.pt")
    with pytest.raises(HoldsNoTensors):
        convert(tmp_path / "notes.pt")


def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    torch.save({"a": torch.ones(2)}, tmp_path / "model.pt")
    with pytest.raises(CannotWriteThere, match="choose another folder"):
        convert(tmp_path / "model.pt", tmp_path / "missing" / "model.safetensors")


def test_a_conversion_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    torch.save({"a": torch.zeros(2**24)}, tmp_path / "model.pt")

    def stop() -> None:
        raise ConversionStopped(file="model.pt")

    with pytest.raises(ConversionStopped):
        convert(tmp_path / "model.pt", None, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["model.pt"]


def test_where_nothing_can_be_confined_nothing_is_converted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save({"a": torch.ones(2)}, tmp_path / "model.pt")
    monkeypatch.setattr(converting, "can_confine", lambda: False)
    with pytest.raises(CannotConfine, match="a computer with Linux"):
        convert(tmp_path / "model.pt")
    assert [path.name for path in tmp_path.iterdir()] == ["model.pt"]


def test_a_process_that_dies_without_a_word_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save({"a": torch.ones(2)}, tmp_path / "model.pt")
    monkeypatch.setattr(converting, "_START", "import os; os.abort()")
    with pytest.raises(ConversionFailed, match="ended by itself"):
        convert(tmp_path / "model.pt")
    assert [path.name for path in tmp_path.iterdir()] == ["model.pt"]
