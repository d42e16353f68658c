"""Adapters that steer a sampling beside ControlNets: T2I-Adapters and pictures as prompts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.encoding import register_kind

if TYPE_CHECKING:
    from torch import Tensor

    from app.sdk.models import Weights
    from app.sdk.values import Image, Mask


@dataclass(frozen=True)
class PictureAdapter:
    """A handle to a T2I-Adapter."""

    weights: Weights


@dataclass(frozen=True)
class AppliedAdapter:
    """One T2I-Adapter with its picture; its window as that of AppliedControl."""

    network: PictureAdapter
    image: Image
    strength: float
    start: float
    end: float


@dataclass(frozen=True)
class ImageEncoder:
    """A handle to a CLIP vision encoder."""

    weights: Weights


@dataclass(frozen=True)
class PromptAdapter:
    """A handle to an IP-Adapter.

    ``reads``: what it wants to know of a picture, its ``embedding`` or the ``patches`` of the
    encoder's last layer but one; ``width``: of the prompts beside which it works, which tells the
    family where ``weights.family`` does not.
    """

    weights: Weights
    reads: str
    width: int


@dataclass(frozen=True)
class ImagePrompt:
    """Pictures as an IP-Adapter takes them.

    ``positive``, ``negative``: (1, pictures, width), or (1, pictures, patches, width) of an encoder
    that ``reads`` patches; the negative one is what the encoder says of nothing.
    """

    positive: Tensor
    negative: Tensor
    reads: str

    def describe(self) -> str:
        """One line for tooltips."""
        return Phrase("{count} pictures as a prompt", count=int(self.positive.shape[1]))


@dataclass(frozen=True)
class AppliedImagePrompt:
    """Pictures that act as a prompt through an IP-Adapter.

    ``layers``: the strength of single blocks, as pairs of the start of a block's name and a number
    that stands for ``strength`` there. ``mask``: where it acts, one for all pictures or one each.
    """

    adapter: PromptAdapter
    prompt: ImagePrompt
    strength: float
    start: float
    end: float
    layers: tuple[tuple[str, float], ...] = ()
    mask: Mask | None = None


for _kind in (
    *(PictureAdapter, AppliedAdapter, ImageEncoder, PromptAdapter),
    *(ImagePrompt, AppliedImagePrompt),
):
    register_kind(_kind)
