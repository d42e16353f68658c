"""Reading the heads of weight files, also of hostile ones."""

from __future__ import annotations

import json
import struct
import time
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from app.sdk.weight_heads import UnreadableHead, read_head


def _file(path: Path, head: bytes, *, length: int | None = None, data: bytes = b"") -> Path:
    path.write_bytes(struct.pack("<Q", len(head) if length is None else length) + head + data)
    return path


def _gguf(path: Path, *, tensors: int = 1, notes: int = 1, version: int = 3) -> Path:
    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    content = b"GGUF" + struct.pack("<IQQ", version, tensors, notes)
    content += text("general.architecture") + struct.pack("<I", 8) + text("flux")
    content += text("double_blocks.0.img_attn.qkv.weight") + struct.pack("<IQQ", 2, 5, 7)
    path.write_bytes(content + struct.pack("<IQ", 0, 0))
    return path


def test_shapes_and_notes_are_read(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    save_file({"a": torch.zeros(2, 3), "b": torch.zeros(())}, file, {"author": "me"})
    head = read_head(file)
    assert head.shapes == {"a": (2, 3), "b": ()}
    assert head.notes == {"author": "me"}
    assert head.size == file.stat().st_size


def test_gguf_is_read_with_its_sides_in_the_order_of_torch(tmp_path: Path) -> None:
    head = read_head(_gguf(tmp_path / "model.gguf"))
    assert head.shapes == {"double_blocks.0.img_attn.qkv.weight": (7, 5)}
    assert head.notes == {"general.architecture": "flux"}


_TENSOR = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b"[]",
        b'{"a": 1}',
        b"\xff\xfe",
        json.dumps({"a": _TENSOR}).encode(),  # without its data
        json.dumps({"a": {**_TENSOR, "shape": [-1], "data_offsets": [0, 0]}}).encode(),
        json.dumps({"a": {**_TENSOR, "shape": "ab", "data_offsets": [0, 0]}}).encode(),
        json.dumps({"a": {**_TENSOR, "shape": [2**60, 2**60], "data_offsets": [0, 0]}}).encode(),
        json.dumps({"a": {**_TENSOR, "data_offsets": [8, 0]}}).encode(),
        json.dumps({"a": {**_TENSOR, "data_offsets": [0]}}).encode(),
        b'{"a": {"shape": [' + b"9" * 6000 + b"]}}",
        json.dumps({"__metadata__": [1]}).encode(),
    ],
)
def test_a_broken_head_gives_one_sentence(tmp_path: Path, head: bytes) -> None:
    with pytest.raises(UnreadableHead, match=r"model\.safetensors is damaged") as caught:
        read_head(_file(tmp_path / "model.safetensors", head))
    assert "unpack" not in str(caught.value)
    assert "int_max_str_digits" not in str(caught.value)


def test_a_head_that_claims_to_be_huge_is_not_read(tmp_path: Path) -> None:
    file = _file(tmp_path / "model.safetensors", b"{}", length=2**62)
    began = time.monotonic()
    with pytest.raises(UnreadableHead, match="cannot be as long"):
        read_head(file)
    assert time.monotonic() - began < 1


def test_a_pickle_is_no_weight_file(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    torch.save({"a": torch.zeros(2)}, file)
    with pytest.raises(UnreadableHead):
        read_head(file)


def test_broken_gguf_gives_one_sentence(tmp_path: Path) -> None:
    whole = _gguf(tmp_path / "model.gguf").read_bytes()
    for end in range(0, len(whole), 3):
        (tmp_path / "cut.gguf").write_bytes(whole[:end])
        with pytest.raises(UnreadableHead):
            read_head(tmp_path / "cut.gguf")
    for file in (
        _gguf(tmp_path / "many.gguf", tensors=2**60),
        _gguf(tmp_path / "noted.gguf", notes=2**60),
        _gguf(tmp_path / "new.gguf", version=9),
    ):
        with pytest.raises(UnreadableHead):
            read_head(file)
