"""Latents in files: safetensors with what is known of them in the head, never a pickle."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from app.diffusion.latents.checks import NothingInIt
from app.diffusion.latents.heads import FORMAT, MARK, read_facts
from app.sdk.errors import NodeError
from app.sdk.values import Latent, Posterior

ENDING = ".latent.safetensors"
_MOST_FACTOR = 128
_POSTERIORS = ("posterior", "surroundings")
"""What of a latent a VAE said."""


class DamagedLatent(NodeError):
    """The file cannot be read to its end, or its parts do not fit."""

    english = "{path} is damaged ({problem}): copy it again, or save the latent anew."


def encode_latent(latent: Latent) -> bytes:
    """The bytes of a file with a latent; raises NothingInIt for a blank one.

    How a sampling stands that left it noisy is not kept.
    """
    if latent.empty:
        raise NothingInIt
    parts = {"samples": latent.samples}
    facts = {MARK: FORMAT, "family": latent.family, "factor": str(latent.factor)}
    if latent.mask is not None:
        parts["mask"] = latent.mask
        facts["gradual"] = str(latent.gradual)
    for name in _POSTERIORS:
        said: Posterior | None = getattr(latent, name)
        if said is not None:
            parts |= {f"{name}.mean": said.mean, f"{name}.deviation": said.deviation}
            facts |= {f"{name}.scale": repr(said.scale), f"{name}.shift": repr(said.shift)}
    apart = {
        name: part.clone(memory_format=torch.contiguous_format) for name, part in parts.items()
    }
    written: bytes = save(apart, facts)  # which refuses tensors that share their memory
    return written


def load_latent(path: Path) -> Latent:
    """The latent in a file; raises NodeError in one sentence for whatever is wrong with it."""
    facts = read_facts(path)
    try:
        parts = load(path.read_bytes())
        return _latent(parts, facts)
    except (SafetensorError, OSError, MemoryError) as error:
        raise DamagedLatent(path=path, problem=_words(error)) from error
    except (KeyError, ValueError, TypeError) as error:
        raise DamagedLatent(path=path, problem=_words(error)) from error


def _latent(parts: dict[str, Tensor], facts: dict[str, str]) -> Latent:
    """The latent of a file's parts; raises ValueError or KeyError where they do not fit."""
    samples = _numbers(parts["samples"])
    count, _, height, width = samples.shape
    factor = int(facts["factor"])
    if not 1 <= factor <= _MOST_FACTOR or 0 in samples.shape:
        raise ValueError("its size makes no sense")
    mask = parts.get("mask")
    if mask is not None:
        mask = _numbers(mask).clamp(0.0, 1.0)
        if mask.shape not in ((1, 1, height, width), (count, 1, height, width)):
            raise ValueError("its mask has another size")
    return Latent(
        samples,
        facts["family"],
        mask=mask,
        factor=factor,
        posterior=_posterior(parts, facts, "posterior", samples),
        surroundings=_posterior(parts, facts, "surroundings", samples),
        gradual=facts.get("gradual") == str(True),
    )


def _posterior(
    parts: dict[str, Tensor], facts: dict[str, str], name: str, samples: Tensor
) -> Posterior | None:
    """What a VAE said, where the file has it."""
    if f"{name}.mean" not in parts:
        return None
    mean, deviation = (_numbers(parts[f"{name}.{part}"]) for part in ("mean", "deviation"))
    if mean.shape != samples.shape or deviation.shape != samples.shape:
        raise ValueError("what its VAE said has another size")
    scale, shift = (float(facts[f"{name}.{part}"]) for part in ("scale", "shift"))
    if not (math.isfinite(scale) and math.isfinite(shift)):
        raise ValueError("some of its numbers are none")
    return Posterior(mean, deviation, scale, shift)


def _numbers(part: Tensor) -> Tensor:
    """A part as float32; raises ValueError for what are no finite numbers in four dimensions."""
    if part.dim() != 4 or not part.is_floating_point():
        raise ValueError("its numbers are of another kind")
    made = part.float().clone(memory_format=torch.contiguous_format)
    if not torch.isfinite(made).all():
        raise ValueError("some of its numbers are none")
    return made


def _words(error: BaseException) -> str:
    """What an error says, on one line."""
    text: Any = error.args[0] if error.args else type(error).__name__
    return " ".join(str(text).split()).rstrip(".")
