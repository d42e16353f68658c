"""Files that lie about themselves, among many that do not: the shelf stays quick and whole."""

from __future__ import annotations

import json
import pickle
import struct
import time
from pathlib import Path
from typing import Any

import pytest

from app.models.shelf import Shelf
from app.sdk.weight_heads import UnreadableHead, read_head
from tests.models.files import weight_file

ENTRY = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}


def headed(head: Any, length: int | None = None, data: bytes = b"\0" * 4) -> bytes:
    """A safetensors file with this head; ``length`` is what it says of it."""
    text = (head if isinstance(head, str) else json.dumps(head)).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


LIES: dict[str, bytes] = {
    "a head of a terabyte": headed("{}", 2**40),
    "a head of all that there is": headed("{}", 2**64 - 1),
    "a head without an end": headed('{"a": {"dtype": "F32", "shape": [1'),
    "tensors beyond the end": headed({"a": {**ENTRY, "data_offsets": [0, 2**50]}}),
    "tensors before the begin": headed({"a": {**ENTRY, "data_offsets": [-4, 0]}}),
    "a shape that overflows": headed({"a": {**ENTRY, "shape": [2**40, 2**40]}}),
    "sides that are texts": headed({"a": {**ENTRY, "shape": ["1"]}}),
    "a list for a head": headed([1, 2, 3]),
    "numbers for tensors": headed({"a": 1}),
    "a pickle": pickle.dumps({"a": 1}),
    "nothing": b"",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_head_is_refused_at_once(lie: str, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(LIES[lie])
    with pytest.raises(UnreadableHead, match=r"model\.safetensors is damaged or no weight file"):
        read_head(tmp_path / "model.safetensors")


@pytest.mark.parametrize(
    "head",
    [
        {".".join(["block"] * 10_000): ENTRY},
        {"__class__.__init__.__globals__": ENTRY},
        {f"a.{number}": ENTRY for number in range(20_000)},
        {"model.diffusion_model.input_blocks." + "9" * 5000 + ".0.weight": ENTRY},
    ],
)
def test_odd_names_make_no_model_and_take_no_time(head: Any, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(headed(head))
    began = time.process_time()
    shelf = Shelf([tmp_path])
    assert all(not record.kind for record in shelf.looked_through().records)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("count", [300, pytest.param(5000, marks=pytest.mark.heavy)])
def test_one_lying_head_among_many_hides_none_of_them(count: int, tmp_path: Path) -> None:
    first = weight_file(tmp_path / "0000.safetensors")
    content = first.read_bytes()
    for number in range(1, count):
        (tmp_path / f"{number:04}.safetensors").write_bytes(content)
    (tmp_path / f"{count // 2:04}.safetensors").write_bytes(LIES["a head of a terabyte"])
    names = Shelf([tmp_path]).names("checkpoint")
    assert len(names) == count - 1
    assert f"{count // 2:04}.safetensors" not in names


@pytest.mark.parametrize(
    "config",
    [
        {"_class_name": "os.system", "auto_map": {"AutoModel": "evil.Evil"}},
        {"_class_name": ["evil", "Evil"]},
        {"architectures": ["__import__"]},
        {"_class_name": {"a": 1}, "trust_remote_code": True},
        {"__class__": "AutoencoderKL", "__init__": "evil"},
    ],
)
def test_a_config_that_names_code_makes_no_model(config: Any, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text(json.dumps(config), "utf-8")
    (tmp_path / "model" / "evil.py").write_text("open('harmed', 'w')", "utf-8")
    assert Shelf([tmp_path]).looked_through().records == ()
