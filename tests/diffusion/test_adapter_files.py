"""T2I-Adapters, IP-Adapters and image encoders as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.loading.adapter_files import (
    open_image_encoder,
    open_picture_adapter,
    open_prompt_adapter,
)
from app.diffusion.store import ModelStore
from app.sdk import NodeError
from tests.diffusion import steered

CPU = Device(torch.device("cpu"), torch.float32, "CPU")


def never() -> None:
    """Nobody presses Stop."""


def content() -> str:
    """The hash of a file."""
    return "abc"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plain IP-Adapter as it is published."""
    path = tmp_path / "ip.safetensors"
    save_file(flat("ip"), path)
    return path


def flat(kind: str) -> dict[str, Tensor]:
    """The tensors of a file."""
    found = steered.prompt_adapter_of(kind)
    return {f"{group}.{name}": t for group, part in found.items() for name, t in part.items()}


def test_what_is_saved_is_loaded_bit_by_bit(tmp_path: Path) -> None:
    steered.picture_adapter().save_pretrained(tmp_path / "t2i")
    steered.image_encoder().save_pretrained(tmp_path / "encoder")
    store = ModelStore(CPU)
    pairs = (
        (open_picture_adapter(tmp_path / "t2i", "a"), steered.picture_adapter()),
        (open_image_encoder(tmp_path / "encoder", "b"), steered.image_encoder()),
    )
    for handle, wanted in pairs:
        loaded, original = store.weights(handle, never).state_dict(), wanted.state_dict()
        assert loaded.keys() == original.keys()
        assert all(torch.equal(loaded[name], original[name]) for name in loaded)


@pytest.mark.parametrize(("kind", "reads"), [("ip", "embedding"), ("ip plus", "patches")])
def test_kinds_of_ip_adapters_are_told_apart(tmp_path: Path, kind: str, reads: str) -> None:
    path = tmp_path / "ip.safetensors"
    save_file(flat(kind), path)
    opened = open_prompt_adapter(path, content)
    assert (opened.reads, opened.width, opened.weights.family) == (reads, 32, "")
    tensors = ModelStore(CPU).weights(opened, never)
    wanted = steered.prompt_adapter_of(kind)
    assert all(
        torch.equal(tensors[group][name], tensor)
        for group, part in wanted.items()
        for name, tensor in part.items()
    )


HARM: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-50]), "damaged"),
    "empty": (lambda path: path.write_bytes(b""), "damaged"),
    "a pickle": (lambda path: path.write_bytes(b"PK\3\4" + b"x" * 99), "pickle"),
    "another model": (lambda path: save_file({"x.weight": torch.ones(2)}, path), "no IP-Adapter"),
    "FaceID": (
        lambda path: save_file(
            {"image_proj.perceiver_resampler.proj_in.weight": torch.ones(2, 2)}, path
        ),
        "FaceID",
    ),
    "gone": (lambda path: path.unlink(), "no model at"),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_harmed_file_is_refused_in_one_sentence(file: Path, harm: str) -> None:
    do, words = HARM[harm]
    do(file)
    with pytest.raises(NodeError, match=words) as caught:
        open_prompt_adapter(file, content)
    assert "\n" not in str(caught.value)


def test_a_pickled_ip_adapter_is_refused(file: Path) -> None:
    with pytest.raises(NodeError, match="is a pickle"):
        open_prompt_adapter(file.rename(file.with_suffix(".bin")), content)
