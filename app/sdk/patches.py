"""What changes a loaded network without changing its files: patches, in the order they are applied.

A handle carries them (``Model.patches``, ``TextModel.patches``) and counts by their content. The
store sets a network up with them before it is asked, and gives back the original tensors for the
next one, so patches may differ from step to step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.sdk.encoding import register_kind
from app.sdk.fingerprint import LABEL
from app.sdk.model_places import place_of

if TYPE_CHECKING:
    from app.sdk.models import Weights

Blocks = tuple[tuple[str, float], ...]
"""Strengths of single blocks by their names; see app/sdk/block_weights.py."""


@dataclass(frozen=True)
class Patch:
    """Base of all patches. Each kind tells ``app/diffusion/patches`` what it does to a network."""


@dataclass(frozen=True)
class LoRA(Patch):
    """Small matrices that are added to the weights, or one of the kin of that (LoHa, LoKr, DoRA).

    ``content`` is the hash of the file. Strengths may be negative; those of ``blocks`` multiply
    ``strength``.
    """

    content: str
    strength: float = 1.0
    blocks: Blocks = ()
    path: str = field(default="", metadata=LABEL)

    @property
    def place(self) -> Path:
        """Where the file lies now."""
        return place_of(self.content, self.path)


@dataclass(frozen=True)
class Embedding(Patch):
    """A word that was learnt: vectors behind those of the text encoder's vocabulary.

    ``name`` is what it is called in prompts, ``content`` the hash of the file.
    """

    name: str
    content: str
    path: str = field(default="", metadata=LABEL)

    @property
    def place(self) -> Path:
        """Where the file lies now."""
        return place_of(self.content, self.path)


@dataclass(frozen=True)
class FreeU(Patch):
    """Stronger backbone and weaker skip connections in the first two up blocks of a U-Net."""

    b1: float
    b2: float
    s1: float
    s2: float


@dataclass(frozen=True)
class Merge(Patch):
    """A mixture with the same parts of another model.

    Without ``base`` a weight becomes ``(1 - amount) * own + amount * other``, with it
    ``own + amount * (other - base)``. ``amount`` is that of all blocks which ``blocks`` do not
    name. Patches belong to the model before them.
    """

    other: tuple[Weights, ...]
    amount: float = 0.5
    blocks: Blocks = ()
    patches: tuple[Patch, ...] = ()
    base: tuple[Weights, ...] = ()
    base_patches: tuple[Patch, ...] = ()


for _kind in (LoRA, Embedding, FreeU, Merge):
    register_kind(_kind)
