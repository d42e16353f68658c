"""Noise levels on the straight way of a rectified flow: how they are shifted, and how they are set.

Esser et al. 2024, "Scaling Rectified Flow Transformers for High-Resolution Image Synthesis": larger
pictures need more noise at the same place of the way, so that levels s become
``shift * s / (1 + (shift - 1) * s)``. The shift is one number (SD 3), or grows with the picture's
number of patches (Flux, which calls its logarithm mu), as in diffusers' pipelines.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_PASSED_ON = ("num_train_timesteps", "shift_terminal", "stochastic_sampling")


@dataclass(frozen=True)
class Flow:
    """How levels are set: ``even`` as Flux takes them, ``mu`` where their shift goes by size."""

    even: bool = False
    mu: float | None = None


def is_flow(trained: Mapping[str, Any]) -> bool:
    """Whether a network with this schedule was trained on the straight way."""
    return (
        str(trained.get("_class_name", "")).startswith("FlowMatch")
        or trained.get("prediction_type") == "flow_prediction"
        or trained.get("use_flow_sigmas") is True
    )


def shift_by_size(trained: Mapping[str, Any], places: int) -> float | None:
    """The shift for pictures of ``places`` patches; None where it is the same for all sizes.

    A straight line through two points, as ``calculate_shift`` of diffusers' pipelines.
    """
    if not trained.get("use_dynamic_shifting"):
        return None
    first, last = trained.get("base_image_seq_len", 256), trained.get("max_image_seq_len", 4096)
    low, high = trained.get("base_shift", 0.5), trained.get("max_shift", 1.15)
    slope = (high - low) / (last - first)
    return float(places * slope + (low - slope * first))


def flow_fields(names: Iterable[str], trained: Mapping[str, Any], flow: Flow) -> Mapping[str, Any]:
    """The settings of a scheduler class with these ``names`` that stand for the shift.

    A class that knows no shift by size is given the one of this size.
    """
    fields = {name: trained[name] for name in _PASSED_ON if name in trained}
    shift = trained.get("shift", trained.get("flow_shift", 1.0))
    grows = str(trained.get("time_shift_type", "exponential"))
    if flow.mu is not None:
        by_size = {"use_dynamic_shifting": True, "time_shift_type": grows}
        if set(names).issuperset(by_size) and (grows == "exponential" or "shift" in names):
            return {**fields, **by_size}
        shift = math.exp(flow.mu) if grows == "exponential" else flow.mu
    return {**fields, "shift": shift, "flow_shift": shift}


def flow_spacings(names: Iterable[str]) -> Iterable[str]:
    """The settings by which a class can place its levels elsewhere on the straight way.

    The solvers that were made for curves would leave the straight way with them.
    """
    return names if "shift" in names else ()


def told(scheduler: Any, steps: int, flow: Flow) -> dict[str, Any]:
    """What ``set_timesteps`` of a scheduler is told, as the pipelines do."""
    config = scheduler.config
    said: dict[str, Any] = {"mu": flow.mu} if config.get("use_dynamic_shifting") else {}
    takes_levels = "sigmas" in inspect.signature(scheduler.set_timesteps).parameters
    if flow.even and takes_levels and not config.get("use_flow_sigmas"):
        return {**said, "sigmas": np.linspace(1.0, 1 / steps, steps)}
    return {**said, "num_inference_steps": steps}
