"""What torch and numpy keep for the whole process or thread, and what shapes numbers among it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from app.sdk.shared_settings import Setting, Settings

_ATTENTION = ("flash", "mem_efficient", "math", "cudnn")


def shared_settings(device: torch.device) -> Settings:
    """How each can be read and put back; those of autocast are for the CPU and ``device``."""
    kinds = dict.fromkeys(("cpu", device.type))
    return Settings(
        of_the_process={
            "torch's number type": Setting(torch.get_default_dtype, torch.set_default_dtype),
            "torch's threads": Setting(torch.get_num_threads, torch.set_num_threads),
            "torch's precision of products": Setting(
                torch.get_float32_matmul_precision, torch.set_float32_matmul_precision
            ),
            "torch's determinism": Setting(_determinism, _determine),
            "torch's attention": Setting(_attention, _attend),
            "torch's benchmarks": Setting(
                lambda: torch.backends.cudnn.benchmark,
                lambda old: setattr(torch.backends.cudnn, "benchmark", old),
            ),
            "oneDNN": Setting(
                lambda: torch.backends.mkldnn.enabled,
                lambda old: torch.backends.mkldnn.set_flags(old),  # type: ignore[no-untyped-call]
            ),
            "torch's search for NaN": Setting(
                torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly
            ),
        },
        of_a_thread={
            "torch's gradients": Setting(torch.is_grad_enabled, torch.set_grad_enabled),
            "torch's device": Setting(_device, _place),
            "numpy's errors": Setting(np.geterr, lambda old: np.seterr(**old)),
            "tiny numbers": Setting(_keeps_tiny_numbers, _keep_tiny_numbers),
            **{f"torch's autocast on {kind}": _autocast(kind) for kind in kinds},
        },
    )


def _determinism() -> tuple[bool, bool]:
    return (
        torch.are_deterministic_algorithms_enabled(),
        torch.is_deterministic_algorithms_warn_only_enabled(),
    )


def _determine(old: tuple[bool, bool]) -> None:
    torch.use_deterministic_algorithms(old[0], warn_only=old[1])


def _attention() -> tuple[bool, ...]:
    return tuple(getattr(torch.backends.cuda, f"{kind}_sdp_enabled")() for kind in _ATTENTION)


def _attend(old: tuple[bool, ...]) -> None:
    for kind, enabled in zip(_ATTENTION, old, strict=True):
        getattr(torch.backends.cuda, f"enable_{kind}_sdp")(enabled)


def _device() -> torch.device:
    return torch.empty(0).device


def _place(old: torch.device) -> None:
    torch.set_default_device(None if old.type == "cpu" else old)


def _keeps_tiny_numbers() -> bool:
    """Whether numbers below 2**-126 are more than zero to the processor, for this thread."""
    return _TINY * 0.5 != 0.0


_TINY = 2.0**-1022
"""The smallest double that is not subnormal; half of it is flushed to zero where that is on."""


def _keep_tiny_numbers(old: bool) -> None:
    torch.set_flush_denormal(not old)


def _autocast(kind: str) -> Setting:
    def put(old: Any) -> None:
        torch.set_autocast_enabled(kind, old)

    read: Callable[[], Any] = lambda: torch.is_autocast_enabled(kind)  # noqa: E731
    return Setting(read, put)
