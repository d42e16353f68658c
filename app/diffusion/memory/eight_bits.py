"""Weights in 8 bits (fp8, e4m3), which are widened layer by layer while they compute.

They take half the room of 16 bits and are not the same numbers: a handle says so (``Model``), and
with it every key. By diffusers' layer-wise casting, which leaves norms and embeddings of places as
they are. Format: Micikevicius et al. 2022, "FP8 Formats for Deep Learning".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import psutil  # type: ignore[import-untyped]
import torch

from app.diffusion.device import Device, choose
from app.diffusion.loading.weights import bytes_needed
from app.graph.errors import LoomError
from app.sdk.errors import NodeError
from app.sdk.models import Model

STORED = torch.float8_e4m3fn

_SHARE = 0.8
"""Weights are not to fill more than this part of the computer's memory."""


class CannotBeCompiled(NodeError):
    """Two wishes that exclude each other."""

    english = "Weights in 8 bits cannot be compiled: switch compile off, or keep all their bits."


def put_in_eight_bits(module: Any, dtype: torch.dtype) -> None:
    """Store the weights of a network of diffusers in 8 bits; it computes in ``dtype`` as before.

    There is no way back but to load it again.
    """
    module.enable_layerwise_casting(storage_dtype=STORED, compute_dtype=dtype)


def with_eight_bits(model: Model, choice: str, device: Device | None = None) -> Model:
    """The model with its weights in 8 bits: ``always``, ``never``, or ``if needed``.

    They are needed where the weights would fill the computer, so that they could not even come from
    its memory piece by piece. All memory counts, not what is free now: the same graph gives the
    same picture tomorrow. Raises CannotBeCompiled.
    """
    wanted = choice == "always" or (choice == "if needed" and not _fits(model, device or choose()))
    if wanted and model.compiled:
        raise CannotBeCompiled
    return replace(model, eight_bits=True) if wanted else model


def _fits(model: Model, device: Device) -> bool:
    if model.compiled or model.weights.path.lower().endswith(".gguf"):
        return True
    try:
        needed = bytes_needed(model.weights, device.dtype)
    except LoomError:
        return True  # whoever loads it says what is wrong
    return needed <= _SHARE * int(psutil.virtual_memory().total)
