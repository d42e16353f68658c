"""LoRA files in every layout, written by mappings of their own, and what peft makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from app.diffusion.patches.changing import Network
from app.diffusion.patches.patched import PatchedNetwork
from app.sdk.models import Weights
from app.sdk.patches import Patch

Pair = tuple[Tensor, Tensor]
Pairs = dict[str, Pair]
"""Down and up of each layer, by today's names."""

Tensors = dict[str, Tensor]


def never() -> None:
    """Nobody pressed Stop."""


def pairs(
    module: torch.nn.Module, wanted: Callable[[str], bool], rank: int = 3, seed: int = 1
) -> Pairs:
    """Random factors for every layer with a matrix or a convolution that is ``wanted``."""
    source = torch.Generator().manual_seed(seed)
    made = {}
    for name, weight in module.named_parameters():
        layer = name.removesuffix(".weight")
        if layer == name or weight.ndim < 2 or not wanted(layer):
            continue
        ones = (1, 1) if weight.ndim == 4 else ()
        down = torch.randn(rank, *weight.shape[1:], generator=source) * 0.1
        made[layer] = down, torch.randn(weight.shape[0], rank, *ones, generator=source) * 0.1
    assert made
    return made


def peft(part: str, factors: Pairs) -> Tensors:
    """As diffusers saves today, and peft."""
    found = {}
    for layer, (down, up) in factors.items():
        found[f"{part}.{layer}.lora_A.weight"] = down
        found[f"{part}.{layer}.lora_B.weight"] = up
    return found


def kohya(start: str, factors: Mapping[str, Pair], alpha: float | None = 1.5) -> Tensors:
    """As kohya's trainers save; ``start`` is ``lora_unet_`` and the like."""
    found = {}
    for layer, (down, up) in factors.items():
        name = start + layer.replace(".", "_")
        found[f"{name}.lora_down.weight"] = down
        found[f"{name}.lora_up.weight"] = up
        if alpha is not None:
            found[f"{name}.alpha"] = torch.tensor(alpha)
    return found


def file_of(folder: Path, tensors: Tensors, **notes: str) -> Path:
    """A file that holds these tensors."""
    path = folder / "lora.safetensors"
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path, notes)
    return path


def weights(part: str, family: str) -> Weights:
    """A handle of a network that is at hand already."""
    return Weights(part, f"tiny {part}", family)


def network(part: str, family: str, module: torch.nn.Module) -> Network:
    """What can be patched in a module."""
    shapes = {name: tuple(tensor.shape) for name, tensor in module.named_parameters()}
    return Network(part, family, shapes)


def patched(module: Any, part: str, family: str, *patches: Patch) -> Any:
    """The module itself, changed by patches."""
    PatchedNetwork([weights(part, family)], module).set_up(module, patches, never)
    return module


def assert_equal_weights(
    found: torch.nn.Module, wanted: Mapping[str, Tensor], within: float = 0.0
) -> None:
    """Every tensor is equal, bit by bit or ``within`` a bound; fails with those that are not."""
    own = found.state_dict()
    assert own.keys() == wanted.keys()
    apart = {name: (own[name] - wanted[name]).abs().max().item() for name in own}
    assert not {name: size for name, size in apart.items() if not size <= within}
    assert within or all(torch.equal(own[name], wanted[name]) for name in own)


def changed(found: torch.nn.Module, before: Mapping[str, Tensor]) -> set[str]:
    """The layers whose weights are not what they were."""
    own = found.state_dict()
    return {
        name.removesuffix(".weight") for name in own if not torch.equal(own[name], before[name])
    }


def fused(pipeline: Any, path: Path, strength: float, parts: Iterable[str]) -> dict[str, Tensors]:
    """What peft makes of the parts of a pipeline when it merges the LoRA in a file."""
    pipeline.load_lora_weights(str(path.parent), weight_name=path.name, adapter_name="one")
    pipeline.fuse_lora(components=list(parts), lora_scale=strength)
    pipeline.unload_lora_weights()
    return {part: dict(getattr(pipeline, part).state_dict()) for part in parts}
