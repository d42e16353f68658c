"""Makes pictures larger with networks that were trained for it, such as ESRGAN, SwinIR or DAT.

The library spandrel knows the architectures and tells them by the tensors in a file; it is optional
because it needs torchvision. Only safetensors are read.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from app.diffusion.latents.tiling import Tiling, tiled
from app.diffusion.loading.part_files import PICKLES, first_line, tensor_shapes
from app.diffusion.loading.refusals import NoModelFolder, PickledWeights
from app.diffusion.memory.shortage import pass_on_shortage
from app.diffusion.pictures.pictures import resize
from app.sdk.errors import NodeError

Progress = Callable[[int, int], None]
"""Told how many tiles of how many are done; may raise to give up."""


class UpscalersMissing(NodeError):
    """The library that knows upscaling networks is not installed, or does not start."""

    english = (
        "Upscaling with a model needs the package spandrel, which cannot be used here ({problem}): "
        "install the extra ``upscalers`` (pip install latent-loom[upscalers]), or use Resize."
    )


class NotAnUpscalerFile(NodeError):
    """Something other than a file of weights was chosen."""

    english = "{path} is no upscaling model: choose a .safetensors file such as 4x-UltraSharp."


class UnknownUpscaler(NodeError):
    """A file holds a network that nobody here knows, or one for something else."""

    english = (
        "{file} is no upscaling network that can be used ({problem}): choose another model, for "
        "colour pictures."
    )


@dataclass(frozen=True)
class Upscaler:
    """An upscaling network on the device; ``network`` takes (1, 3, height, width) in 0 to 1."""

    network: Callable[[Tensor], Tensor]
    scale: int
    place: torch.device
    dtype: torch.dtype
    whole: bool = False
    """It does tiles itself, or needs to see all of a picture."""


def check_upscaler(path: Path) -> None:
    """Refuse what is no safetensors file, without reading its weights or loading the library."""
    if path.suffix.lower() in PICKLES:
        raise PickledWeights(file=path)
    if not path.exists():
        raise NoModelFolder(path=path)
    if not path.is_file() or path.suffix.lower() != ".safetensors":
        raise NotAnUpscalerFile(path=path)
    tensor_shapes(path)


def load_upscaler(
    path: Path, device: torch.device, dtype: torch.dtype, check: Callable[[], None]
) -> Upscaler:
    """The network in a file; ``dtype`` is used where the network can work in it, else float32.

    ``check`` is called before every tensor and may raise to give up. Raises a refusal.
    """
    check_upscaler(path)
    spandrel = _library()
    tensors = {}
    with safe_open(path, framework="pt") as opened:
        for name in opened.keys():  # noqa: SIM118 (not a mapping)
            check()
            tensors[name] = opened.get_tensor(name)
    try:
        state = spandrel.canonicalize_state_dict(tensors)
        found = spandrel.ModelLoader(device="cpu").load_from_state_dict(state)
    except Exception as error:  # tensors that nearly fit fail in many ways
        pass_on_shortage(error)
        raise UnknownUpscaler(file=path, problem=first_line(error)) from error
    _check_purpose(found, path)
    chosen = _supported(found, dtype)
    found.to(device, chosen).eval()
    found.model.requires_grad_(False)
    whole = found.tiling is spandrel.ModelTiling.INTERNAL
    return Upscaler(found, int(found.scale), device, chosen, whole)


def upscale(
    upscaler: Upscaler, pixels: Tensor, tiling: Tiling, factor: float, progress: Progress
) -> Tensor:
    """Pictures (n, 3, height, width) made larger, tile by tile, picture by picture.

    ``factor`` brings them to so many times their size in the end, whatever the network gives; 0
    leaves that to the network. Raises TilesOverlapTooFar.
    """
    height, width = pixels.shape[2:]
    tile, overlap = tiling.in_units(1)
    if upscaler.whole or not tile or tile >= max(height, width):
        tile, overlap = max(height, width), 0  # one tile, so there is nothing to blend
    total = len(pixels) * _tiles(height, tile, overlap) * _tiles(width, tile, overlap)
    done = 0

    def work(piece: Tensor) -> Tensor:
        nonlocal done
        progress(done, total)
        made = upscaler.network(piece.to(upscaler.place, upscaler.dtype))
        done += 1
        return made.to("cpu", torch.float32)

    def nothing() -> None:
        """``progress`` is where Stop takes effect."""

    with torch.inference_mode():
        pictures = [
            tiled(pixels[k : k + 1], work, tile, overlap, nothing) for k in range(len(pixels))
        ]
    progress(total, total)
    large = torch.cat([picture.clamp(0.0, 1.0) for picture in pictures]).clone()
    return _brought_to(large, width * factor, height * factor) if factor else large


def _brought_to(pictures: Tensor, width: float, height: float) -> Tensor:
    """Pictures in a size in pixels that need not be whole."""
    goal = max(1, round(width)), max(1, round(height))
    return resize(pictures, *goal, "stretch", "lanczos")


def _library() -> Any:
    """spandrel; any failure of its import has the same remedy."""
    try:
        return importlib.import_module("spandrel")
    except (ImportError, RuntimeError, OSError) as error:
        raise UpscalersMissing(problem=first_line(error)) from error


def _check_purpose(found: Any, path: Path) -> None:
    """Refuse networks that need a mask, or pictures of other channels."""
    if found.purpose == "Inpainting":
        raise UnknownUpscaler(file=path, problem="it fills holes")
    if (found.input_channels, found.output_channels) != (3, 3):
        channels = f"{found.input_channels} to {found.output_channels} channels"
        raise UnknownUpscaler(file=path, problem=channels)


def _supported(found: Any, dtype: torch.dtype) -> torch.dtype:
    """``dtype`` where the network is known to work in it."""
    half = dtype == torch.float16 and found.supports_half
    brain = dtype == torch.bfloat16 and found.supports_bfloat16
    return dtype if half or brain else torch.float32


def _tiles(length: int, tile: int, overlap: int) -> int:
    """How many tiles ``tiled`` does along a side."""
    return 1 if length <= tile else 1 + -(-(length - tile) // (tile - overlap))
