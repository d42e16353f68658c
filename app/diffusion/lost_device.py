"""Knows the errors after which a device is of no more use to this process.

After them every further call fails with the same error, and CUDA's documentation says of each that
the process must be ended and started anew (CUDA Runtime API, "Data types used by CUDA Runtime",
``cudaError``). ROCm gives the same errors under the same words.
"""

from __future__ import annotations

import torch

from app.sdk.errors import NodeError

_CODES = frozenset({214, 700, 702, 709, 710, 714, 715, 716, 717, 718, 719})
_MAKERS = ("cuda error", "hip error")
_WORDS = (
    "illegal memory access",
    "device-side assert",
    "launch failure",
    "launch timed out",
    "context is destroyed",
    "hardware stack error",
    "illegal instruction",
    "misaligned address",
    "address space",
    "invalid program counter",
    "uncorrectable ecc",
)


class DeviceLost(NodeError):
    """The device does nothing more for this process."""

    english = (
        "{device} failed ({text}) and does nothing more until this program is started again: "
        'do that, and turn on "Work in a process of its own" in the settings of runs, '
        "so that the window stays next time."
    )


def is_lost(error: BaseException) -> bool:
    """Whether this error takes the device away for good."""
    if not isinstance(error, RuntimeError):
        return False
    if isinstance(error, torch.AcceleratorError) and getattr(error, "error_code", 0) in _CODES:
        return True
    words = str(error).lower()
    return any(maker in words for maker in _MAKERS) and any(part in words for part in _WORDS)


def first_line(error: BaseException) -> str:
    """What an error says, without the advice for programmers below it."""
    return str(error).strip().partition("\n")[0].rstrip(".")
