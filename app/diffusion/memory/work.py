"""What a call of a network takes beside its weights: estimated from sizes, corrected by measuring.

The figures are counts of numbers that lie in memory at once in the widest part of each kind of
network, with attention that never builds the table of all pairs (flash or memory-efficient).
They are rough and rather too high; what was really used corrects them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from app.sdk.values import Latent

_UNET_NUMBERS = 96
"""Numbers for each place of the latent and each channel of the outermost blocks."""

_TRANSFORMER_NUMBERS = 32
"""Numbers for each token and each unit of width."""

_DECODING_NUMBERS, _ENCODING_NUMBERS = 12, 8
"""Numbers for each pixel and each channel of the outermost blocks of an autoencoder."""

_USUAL_SIDE = 128
_USUAL_CALLS = 2
_TEXT_TOKENS = 512
_ONCE = 2**28
_LOWEST, _HIGHEST = 0.25, 4.0


@dataclass(frozen=True)
class Call:
    """How much a network is asked at once: ``prompts`` times ``pictures`` of a size in places."""

    prompts: int = _USUAL_CALLS
    pictures: int = 1
    height: int = _USUAL_SIDE
    width: int = _USUAL_SIDE

    @property
    def places(self) -> int:
        """Places of all latents."""
        return self.prompts * self.pictures * self.height * self.width


_expected: ContextVar[Call | None] = ContextVar("expected", default=None)


@contextmanager
def expecting(latent: Latent, pictures: int, prompts: int) -> Iterator[None]:
    """Within this, networks are loaded to work on ``pictures`` of a latent at once."""
    frames, (height, width) = latent.samples[0, 0].numel(), latent.samples.shape[-2:]
    frames //= height * width
    token = _expected.set(Call(prompts, pictures * frames, height, width))
    try:
        yield
    finally:
        _expected.reset(token)


def expected() -> Call:
    """What is about to be asked; the size at which most families are at home where nobody says."""
    return _expected.get() or Call()


def call_bytes(part: str, config: Mapping[str, Any], call: Call, itemsize: int) -> int:
    """Bytes that a call of a network takes beside the weights; ``itemsize`` is that of a number."""
    blocks = config.get("block_out_channels") or config.get("channels")
    if part == "transformer" or (part == "controlnet" and not blocks):
        patch = int(config.get("patch_size") or 1)
        side = 2 if patch == 1 else patch  # Flux packs 2 x 2 places before it looks at them
        width = int(config.get("num_attention_heads", 24)) * int(
            config.get("attention_head_dim", 64)
        )
        tokens = call.places // side**2 + call.prompts * call.pictures * _TEXT_TOKENS
        return tokens * width * _TRANSFORMER_NUMBERS * itemsize
    if part in ("unet", "controlnet", "motion_adapter", "t2i_adapter") and blocks:
        return call.places * int(blocks[0]) * _UNET_NUMBERS * itemsize
    if part == "vae":
        return 0  # it works in tiles where there is no room
    return _ONCE  # text encoders and the like: one prompt, one picture


def autoencoder_bytes(channels: int, pixels: int, itemsize: int, *, encoding: bool = False) -> int:
    """Bytes that decoding, or encoding, so many pixels takes beside the weights.

    ``channels`` are those of the autoencoder's outermost blocks.
    """
    numbers = _ENCODING_NUMBERS if encoding else _DECODING_NUMBERS
    return pixels * channels * numbers * itemsize


class Corrections:
    """How far estimates were off, by the content of the weights; the last measurement counts."""

    def __init__(self) -> None:
        self._factors: dict[str, float] = {}

    def corrected(self, content: str, estimate: int) -> int:
        """An estimate by what was measured before."""
        return math.ceil(estimate * self._factors.get(content, 1.0))

    def measured(self, content: str, estimate: int, used: int) -> None:
        """So many bytes were really used where ``estimate`` had been expected."""
        if estimate > 0 and used > 0:
            self._factors[content] = min(_HIGHEST, max(_LOWEST, used / estimate))
