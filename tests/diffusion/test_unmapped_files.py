"""Weight files that cannot be mapped are read all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from app.diffusion.loading import tensor_files
from app.diffusion.loading.safetensors_files import places_in, read_tensor
from app.diffusion.loading.tensor_files import open_tensors
from tests.diffusion.file_bench import save

TENSORS = {
    "a": torch.arange(6.0).reshape(2, 3),
    "b.half": torch.randn(5, generator=torch.Generator().manual_seed(1)).to(torch.float16),
    "c.brain": torch.linspace(-1, 1, 7).to(torch.bfloat16),
    "d.small": torch.linspace(-1, 1, 9).to(torch.float8_e4m3fn),
    "e.whole": torch.arange(4),
    "f.flag": torch.tensor([True, False]),
    "g.none": torch.empty(0, 3),
    "h.one": torch.tensor(0.5),
}


def assert_same(read: Any, file: Path) -> None:
    for name, tensor in load_file(file).items():
        found = read(name)
        assert found.dtype == tensor.dtype
        assert torch.equal(
            found.reshape(-1).view(torch.uint8), tensor.reshape(-1).view(torch.uint8)
        )
        assert found.shape == tensor.shape


def test_tensors_are_read_where_their_places_say(tmp_path: Path) -> None:
    file = save(tmp_path / "a.safetensors", TENSORS)
    places = places_in(file)
    with file.open("rb") as opened:
        assert_same(lambda name: read_tensor(opened, places[name]), file)


@pytest.mark.parametrize(
    "error", [RuntimeError("unable to mmap 9 bytes: Cannot allocate memory (12)"), MemoryError()]
)
def test_a_file_larger_than_the_memory_is_read_without_mapping(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = save(tmp_path / "a.safetensors", TENSORS)

    def refuse(*args: Any, **settings: Any) -> None:
        raise error

    monkeypatch.setattr(tensor_files, "safe_open", refuse)
    with open_tensors([file]) as read:
        assert_same(read, file)


def test_a_file_on_a_drive_that_can_go_away_is_not_mapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = save(tmp_path / "a.safetensors", TENSORS)
    monkeypatch.setattr(tensor_files, "can_vanish", lambda file: True)
    with open_tensors([file]) as read:
        held = read("a")
    file.write_bytes(b"\0" * file.stat().st_size)
    assert torch.equal(held, TENSORS["a"])


def test_a_file_that_is_cut_off_while_it_is_read_is_an_error(tmp_path: Path) -> None:
    file = save(tmp_path / "a.safetensors", TENSORS)
    places = places_in(file)
    file.write_bytes(file.read_bytes()[:-40])
    last = max(places.values(), key=lambda place: place.start * (place.size > 0))
    with file.open("rb") as opened, pytest.raises(OSError, match="cut off"):
        read_tensor(opened, last)
