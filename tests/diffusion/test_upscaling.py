"""Upscaling networks: tiles, files that are refused, and spandrel where it is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from app.diffusion.latents.tiling import Tiling
from app.diffusion.loading.standalone import is_standalone
from app.diffusion.pictures.upscaling import Upscaler, check_upscaler, load_upscaler, upscale
from app.sdk import NodeError, Stopped
from nodes.upscale import Upscale
from tests.nodes.desk import Desk, noise

CPU = torch.device("cpu")


def nobody(done: int, total: int) -> None:
    """Nobody watches."""


def repeating(pixels: Tensor) -> Tensor:
    """A network that draws every pixel three times as large."""
    return pixels.repeat_interleave(3, 2).repeat_interleave(3, 3)


def smoothing(pixels: Tensor) -> Tensor:
    """A network that sees two pixels far."""
    kernel = torch.ones(3, 1, 5, 5) / 25
    padded = functional.pad(pixels, (2, 2, 2, 2), mode="replicate")
    return repeating(functional.conv2d(padded, kernel, groups=3))


TOY = Upscaler(repeating, 3, CPU, torch.float32)


@pytest.mark.parametrize("size", [(40, 30), (64, 16), (7, 5)])
@pytest.mark.parametrize("tiling", [Tiling(), Tiling(16, 4), Tiling(16, 0), Tiling(32, 16)])
def test_tiles_give_the_picture_that_comes_out_in_one_go(
    tiling: Tiling, size: tuple[int, int]
) -> None:
    pixels = noise(*size, 2).pixels
    made = upscale(TOY, pixels, tiling, 0, nobody)
    assert made.shape == (2, 3, size[1] * 3, size[0] * 3)
    assert made.is_contiguous()
    assert torch.allclose(made, repeating(pixels), atol=1e-6)


def test_seams_are_blended_where_a_network_sees_beyond_its_tile() -> None:
    pixels = noise(64, 48).pixels
    seeing = Upscaler(smoothing, 3, CPU, torch.float32)
    whole = upscale(seeing, pixels, Tiling(), 0, nobody)
    soft = upscale(seeing, pixels, Tiling(24, 10), 0, nobody)
    hard = upscale(seeing, pixels, Tiling(24, 0), 0, nobody)
    assert float((soft - whole).abs().max()) < 0.5 * float((hard - whole).abs().max())


def test_progress_counts_every_tile_of_every_picture() -> None:
    seen: list[tuple[int, int]] = []
    pixels = noise(40, 30, 2).pixels
    upscale(TOY, pixels, Tiling(16, 4), 0, lambda done, total: seen.append((done, total)))
    across, down = 3, 3  # tiles of 16 that begin at 0, 12 and at the end
    assert seen == [(done, 2 * across * down) for done in range(2 * across * down + 1)]


def test_stop_takes_effect_between_two_tiles() -> None:
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        upscale(TOY, noise(40, 30).pixels, Tiling(16, 4), 0, stop)
    assert seen == [0, 1, 2, 3]


def test_the_node_asks_for_the_model_it_names(tmp_path: Path) -> None:
    file = tmp_path / "4x.safetensors"
    save_file({"weight": torch.zeros(1)}, file)

    class Workplace(Desk):
        """A context that has one model."""

        def find_model(self, kind: str, name: str) -> Path:
            assert (kind, name) == ("upscaler", "4x")
            return file

        def weights(self, handle: Any) -> Any:
            assert is_standalone(handle.weights)
            assert handle.weights.content == file.read_bytes().hex()
            return TOY

    made = Upscale(image=noise(8, 6), model="4x", tile=64).run(Workplace())
    assert torch.equal(made.pixels, repeating(noise(8, 6).pixels))


def test_the_final_size_may_be_another_than_the_networks() -> None:
    made = upscale(TOY, noise(10, 6).pixels, Tiling(), 2.0, nobody)
    assert made.shape == (1, 3, 12, 20)


def test_a_network_that_needs_all_of_a_picture_gets_it() -> None:
    sizes = []

    def noting(pixels: Tensor) -> Tensor:
        sizes.append(tuple(pixels.shape))
        return repeating(pixels)

    upscale(
        Upscaler(noting, 3, CPU, torch.float32, whole=True),
        noise(40, 30).pixels,
        Tiling(16, 4),
        0,
        nobody,
    )
    assert sizes == [(1, 3, 30, 40)]


def test_numbers_out_of_range_never_leave() -> None:
    wild = Upscaler(lambda pixels: repeating(pixels) * 3 - 1, 3, CPU, torch.float32)
    made = upscale(wild, noise(8, 8).pixels, Tiling(), 0, nobody)
    assert (float(made.min()), float(made.max())) == (0.0, 1.0)


def test_half_precision_is_used_and_left_again() -> None:
    def noting(pixels: Tensor) -> Tensor:
        assert pixels.dtype == torch.bfloat16
        return repeating(pixels)

    made = upscale(Upscaler(noting, 3, CPU, torch.bfloat16), noise().pixels, Tiling(), 0, nobody)
    assert made.dtype == torch.float32


def test_without_the_library_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spandrel", None)
    file = tmp_path / "4x.safetensors"
    save_file({"weight": torch.zeros(1)}, file)
    with pytest.raises(NodeError, match=r"pip install latent-loom\[upscalers\]"):
        load_upscaler(file, CPU, torch.float32, lambda: None)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("4x.pth", b"\x80\x04.", "is a pickle"),
        ("4x.onnx", b"", "choose a .safetensors file"),
        ("4x.safetensors", b"\xff" * 64, "is damaged or cut off"),
        ("", b"", "choose a .safetensors file"),
    ],
)
def test_files_that_are_no_upscalers_are_refused(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    if name:
        file.write_bytes(content)
    with pytest.raises(NodeError, match=said):
        check_upscaler(file)


def test_a_real_architecture_is_known_by_its_tensors(tmp_path: Path) -> None:
    """As spandrel's own ESRGAN, with random weights."""
    spandrel = pytest.importorskip("spandrel")
    from spandrel.architectures.ESRGAN import ESRGAN

    torch.manual_seed(1)
    network = ESRGAN(num_filters=8, num_blocks=1, scale=4).eval()
    file = tmp_path / "tiny.safetensors"
    save_file(network.state_dict(), file)
    upscaler = load_upscaler(file, CPU, torch.float32, lambda: None)
    assert upscaler.scale == 4
    pixels = noise(12, 10).pixels
    made = upscale(upscaler, pixels, Tiling(), 0, nobody)
    found = spandrel.ModelLoader().load_from_file(file)
    with torch.inference_mode():
        assert torch.equal(made, found.eval()(pixels))
    half = load_upscaler(file, CPU, torch.bfloat16, lambda: None)
    assert half.dtype == torch.bfloat16


def test_a_file_of_another_kind_is_no_upscaler(tmp_path: Path) -> None:
    pytest.importorskip("spandrel")
    file = tmp_path / "other.safetensors"
    save_file({"lora.up.weight": torch.zeros(4, 4)}, file)
    with pytest.raises(NodeError, match="is no upscaling network"):
        load_upscaler(file, CPU, torch.float32, lambda: None)
