"""Which device computes, in which number types, and how much room it has.

Works without any accelerator. ``LATENT_LOOM_DEVICE`` (``cpu``, ``cuda:1``, ``mps``, ``xpu``) and
``LATENT_LOOM_DTYPE`` (``float32``, ``float16``, ``bfloat16``) overrule the choice.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import psutil  # type: ignore[import-untyped]
import torch

from app import __version__
from app.graph.phrases import Phrase

NUMERICS = 1
"""Goes up when this program's own arithmetic changes, so that nothing kept from before is used."""

_DTYPES = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}
_LIBRARIES = (
    *("torch", "diffusers", "transformers", "numpy", "pillow"),
    *("scipy", "torchsde", "spandrel"),
)
_GIGABYTE = 2**30


@dataclass(frozen=True)
class Device:
    """A device with the number type of the networks that run at every step.

    Text encoder and autoencoder run once a picture and always compute in float32: it costs little
    there, and the autoencoder loses detail or turns to NaN in half precision.
    ``note`` says why a wish from the environment was not met.
    """

    place: torch.device
    dtype: torch.dtype
    name: str
    note: str = ""

    @property
    def has_own_memory(self) -> bool:
        """Whether weights on the device do not lie in the memory of the computer."""
        return self.place.type in ("cuda", "xpu")

    def free_memory(self) -> int:
        """Bytes that may still be used; what torch only holds in reserve counts as free."""
        if self.place.type in ("cuda", "xpu"):
            kind = getattr(torch, self.place.type)
            free, _ = kind.mem_get_info(self.place)
            held = kind.memory_reserved(self.place) - kind.memory_allocated(self.place)
            return int(free + held)
        return int(psutil.virtual_memory().available)

    def total_memory(self) -> int:
        """All bytes of the device; with MPS the memory is the computer's."""
        if self.place.type in ("cuda", "xpu"):
            return int(getattr(torch, self.place.type).mem_get_info(self.place)[1])
        return int(psutil.virtual_memory().total)

    def release(self) -> None:
        """Hand memory that torch only holds in reserve back to the system."""
        if self.place.type in ("cuda", "xpu", "mps"):
            getattr(torch, self.place.type).empty_cache()

    def used_at_most(self) -> int:
        """Bytes that were in use at once since ``measure_anew``; 0 where nobody counts them."""
        if not self.has_own_memory:
            return 0
        return int(getattr(torch, self.place.type).max_memory_allocated(self.place))

    def measure_anew(self) -> None:
        """Begin to look for the most that is in use."""
        if self.has_own_memory:
            getattr(torch, self.place.type).reset_peak_memory_stats(self.place)

    def sentence(self) -> str:
        """Device, number type and memory for the status bar."""
        free = self.free_memory() / _GIGABYTE
        total = self.total_memory() / _GIGABYTE
        dtype = str(self.dtype).removeprefix("torch.")
        words = Phrase(
            "{name}, {dtype}, {free:.1f} of {total:.1f} GB free",
            name=self.name,
            dtype=dtype,
            free=free,
            total=total,
        )
        return Phrase("{words} ({note})", words=words, note=self.note) if self.note else words

    def environment(self) -> str:
        """Hash of everything outside the graph that shapes the last bits of a result."""
        facts = [
            __version__,  # a change of ours that nobody noted must not live on in stored results
            NUMERICS,
            self.place.type,
            self.name if self.place.type != "cpu" else platform.machine(),
            torch.backends.cpu.get_cpu_capability(),
            self.dtype,
            self.total_memory() // _GIGABYTE,  # decides in which numbers large encoders compute
            psutil.virtual_memory().total // _GIGABYTE,  # decides whether networks need 8 bits
            torch.get_num_threads(),
            torch.get_float32_matmul_precision(),
            torch.are_deterministic_algorithms_enabled(),
            *_attention(),
            torch.version.cuda,
            torch.version.hip,
            *_versions(),
        ]
        return hashlib.blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def choose(environment: Mapping[str, str] = os.environ) -> Device:
    """The best device there is, or the one that the environment asks for."""
    wish = environment.get("LATENT_LOOM_DEVICE", "").strip().lower()
    device, note = _best(), ""
    if wish:
        wished = _usable(wish)
        device = wished or device
        note = "" if wished else f"LATENT_LOOM_DEVICE={wish} is not there"
    dtype = _DTYPES.get(environment.get("LATENT_LOOM_DTYPE", "").strip().lower())
    return Device(device, dtype or _dtype(device), _name(device), note)


def _best() -> torch.device:
    for kind in ("cuda", "xpu", "mps"):
        found = _usable(kind)
        if found:
            return found
    return torch.device("cpu")


def _usable(text: str) -> torch.device | None:
    """The device called ``text`` if it exists and can hold a tensor, else None."""
    try:
        device = torch.device(text)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError):
        return None
    return device if device.type in ("cpu", "cuda", "xpu", "mps") else None


def _dtype(device: torch.device) -> torch.dtype:
    """Half precision where the hardware is quick and right at it, else single."""
    if device.type == "cpu":
        return torch.float32
    if device.type == "cuda" and torch.version.hip is None:
        # Before Volta half precision is slower; the GTX 16 series turns it into NaN.
        old = torch.cuda.get_device_capability(device) < (7, 0)
        return torch.float32 if old or "GTX 16" in _name(device) else torch.float16
    return torch.float16


def _name(device: torch.device) -> str:
    match device.type:
        case "cuda" | "xpu":
            return str(getattr(torch, device.type).get_device_name(device))
        case "mps":
            return "Apple GPU"
        case _:
            threads = torch.get_num_threads()
            if threads == 1:
                return Phrase("CPU with 1 thread")
            return Phrase("CPU with {threads} threads", threads=threads)


@cache
def _versions() -> tuple[str, ...]:
    """Read from the disk once: it takes milliseconds, and every run asks."""
    return tuple(map(_version, _LIBRARIES))


def _version(library: str) -> str:
    """The installed version; some libraries are optional."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"


def _attention() -> tuple[bool, ...]:
    """Which of torch's attention kernels may be picked."""
    kinds = ("flash", "mem_efficient", "math", "cudnn")
    return tuple(getattr(torch.backends.cuda, f"{kind}_sdp_enabled")() for kind in kinds)
