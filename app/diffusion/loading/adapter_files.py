"""Opens T2I-Adapters, IP-Adapters and image encoders: checks that need no weights, then handles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.loading.part_files import check_folder, part_config, tensor_shapes, weights_files
from app.diffusion.loading.refusals import DamagedWeights, NoModelFolder, PickledWeights
from app.sdk.errors import NodeError
from app.sdk.families import SD1, SD2, SDXL
from app.sdk.models import Weights
from app.sdk.steering import ImageEncoder, PictureAdapter, PromptAdapter

_FAMILY_OF_WIDTH = {768: SD1, 1024: SD2, 2048: SDXL}
"""Families by how wide the prompts are that they attend to."""

_READS = {
    "image_proj.proj.weight": "embedding",
    "image_proj.proj.3.weight": "patches",
    "image_proj.latents": "patches",
}
"""Tensors that tell the kinds of IP-Adapters apart: plain, full face, plus."""

_PICKLES = (".bin", ".pt", ".pth", ".ckpt")


class NoPromptAdapter(NodeError):
    """A file is no IP-Adapter."""

    english = (
        "{file} is no IP-Adapter that is known here: choose one of the kinds plain, plus or full."
    )


class FacePromptAdapter(NodeError):
    """An IP-Adapter that looks at faces through another library."""

    english = (
        "{file} is an IP-Adapter for faces (FaceID), which needs face recognition that is not part "
        "of this program: choose a plus-face or full-face one."
    )


def open_picture_adapter(path: Path, content: str) -> PictureAdapter:
    """A handle to the T2I-Adapter in folder ``path``; ``content`` is the hash of its content."""
    config = part_config(path, "t2i_adapter")
    _check_weights(path, "t2i_adapter")
    family = SDXL if config.get("adapter_type") == "full_adapter_xl" else SD1
    return PictureAdapter(Weights("t2i_adapter", content, family, str(path)))


def open_image_encoder(path: Path, content: str) -> ImageEncoder:
    """A handle to the CLIP vision encoder in folder ``path``."""
    check_folder(path, "config.json")
    part_config(path, "image_encoder")
    _check_weights(path, "image_encoder")
    return ImageEncoder(Weights("image_encoder", content, "", str(path)))


def open_prompt_adapter(path: Path, content: Callable[[], str]) -> PromptAdapter:
    """A handle to the IP-Adapter in the file ``path``; its content is hashed last."""
    if not path.is_file():
        raise NoModelFolder(path=path)
    if path.suffix.lower() in _PICKLES:
        raise PickledWeights(file=path)
    shapes = checked_head(path).shapes
    if "image_proj.perceiver_resampler.proj_in.weight" in shapes:
        raise FacePromptAdapter(file=path)
    reads = next((reads for name, reads in _READS.items() if name in shapes), None)
    keys = [shape for name, shape in shapes.items() if name.endswith("to_k_ip.weight")]
    widths = {shape[-1] for shape in keys if len(shape) == 2}
    if reads is None or len(widths) != 1:
        raise NoPromptAdapter(file=path)
    (width,) = widths
    weights = Weights("ip_adapter", content(), _FAMILY_OF_WIDTH.get(width, ""), str(path))
    return PromptAdapter(weights, reads, width)


def load_prompt_adapter(
    path: Path, device: torch.device, dtype: torch.dtype, check: Callable[[], None]
) -> dict[str, dict[str, Tensor]]:
    """The tensors of an IP-Adapter by ``image_proj`` and ``ip_adapter``, as diffusers takes them.

    ``check`` is called before every tensor. Raises DamagedWeights.
    """
    found: dict[str, dict[str, Tensor]] = {"image_proj": {}, "ip_adapter": {}}
    with safe_open(path, framework="pt") as opened:
        for name in opened.keys():  # noqa: SIM118 - the file is no mapping
            check()
            group, _, rest = name.partition(".")
            if group in found:
                found[group][rest] = opened.get_tensor(name).to(device, dtype)
    if not all(found.values()):
        raise DamagedWeights(file=path, problem="it lacks a half of its tensors")
    return found


def _check_weights(path: Path, part: str) -> None:
    for file in weights_files(path, part):
        tensor_shapes(file)
