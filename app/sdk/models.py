"""Handles to models: what they are made of, and what is done to them; nothing is loaded by them.

They travel along wires like all values and are never changed after they are made.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from app.graph.phrases import Phrase
from app.sdk.courses import Later, continued
from app.sdk.encoding import register_kind
from app.sdk.families import VIDEO
from app.sdk.fingerprint import LABEL
from app.sdk.model_places import place_of
from app.sdk.patches import Patch
from app.sdk.regions import Windows


@dataclass(frozen=True)
class Weights:
    """Where a module comes from: identity by content, the path only to find it again.

    ``part`` is the role in a diffusers folder (``unet``, ``vae``, ``text_encoder``,
    ``controlnet``), ``content`` the hash of the files, ``family`` the model family (``SD 1``).
    ``tokenizer``: the folder of one that does not lie beside its encoder; then ``content`` is that
    of both, with a space between them.
    """

    part: str
    content: str
    family: str
    path: str = field(default="", metadata=LABEL)
    tokenizer: str = field(default="", metadata=LABEL)

    @property
    def place(self) -> Path:
        """Where the files lie now."""
        return place_of(self.content.partition(" ")[0], self.path)

    @property
    def tokenizer_place(self) -> Path:
        """Where the folder ``tokenizer`` lies now; only to be asked where there is one."""
        return place_of(self.content.rpartition(" ")[2], self.tokenizer)


@dataclass(frozen=True)
class Model:
    """A handle to the network that predicts the noise.

    ``schedule`` is the scheduler configuration that the network was trained with, as JSON text.
    ``factor``: how many times smaller its latents are than pictures, along each side.
    ``distilled``: it takes the guidance as a number, and never a second prompt. ``compiled``: its
    blocks are to be compiled for the device. ``later``: networks that take over on the way, on the
    same schedule. ``takes``: what it sees beside the latent: nothing, ``inpainting`` (a mask and
    the picture around it) or ``instructions`` (the picture to change). ``windows``: the parts of a
    large picture that it sees one by one. ``patches`` change its weights, in order. ``motion``: the
    layers that make its pictures move. ``eight_bits``: its weights are stored in 8 bits while it
    works. ``memory``: how its weights are to lie in memory, which changes nothing else.
    """

    weights: Weights
    schedule: str
    channels: int = 4
    factor: int = 8
    distilled: bool = False
    compiled: bool = False
    later: tuple[Later[Model], ...] = ()
    takes: str = ""
    windows: Windows | None = None
    patches: tuple[Patch, ...] = ()
    motion: Weights | None = None
    eight_bits: bool = False
    memory: str = field(default="", metadata=LABEL)

    @property
    def sources(self) -> tuple[Weights, ...]:
        """Where its tensors come from."""
        return (self.weights, self.motion) if self.motion else (self.weights,)

    @property
    def moves(self) -> bool:
        """Whether it makes videos and not single pictures."""
        return self.motion is not None or self.weights.family == VIDEO

    @property
    def course(self) -> tuple[Later[Model], ...]:
        """The networks in the order in which they act, this one first; each without others."""
        return (Later(0.0, replace(self, later=()) if self.later else self), *self.later)

    def followed_by(self, other: Model, start: float) -> Model:
        """This model, with the other taking over at the place ``start``."""
        course = continued(self.course, start, other.course)
        return replace(course[0].value, later=course[1:])

    def patched(self, patch: Patch) -> Model:
        """This model with one more patch, as are those of its kind that take over later."""
        later = tuple(
            replace(part, value=part.value.patched(patch))
            if part.value.weights.family == self.weights.family
            else part
            for part in self.later
        )
        return replace(self, patches=(*self.patches, patch), later=later)

    def describe(self) -> str:
        """One line for tooltips."""
        words = Phrase("network ({family})", family=self.weights.family)
        for part in self.later:
            words = Phrase("{before}, another from {start:.0%}", before=words, start=part.start)
        if self.patches:
            words = Phrase("{before}, patched {count} times", before=words, count=len(self.patches))
        return words


@dataclass(frozen=True)
class TextModel:
    """A handle to the text encoders of a model, each with its tokenizer.

    ``weights`` is the first of them, ``more`` are the others in the order of their family.
    ``patches`` change them, in order. ``width``: of T5's words as the model takes them, also where
    T5 itself was left out.
    """

    weights: Weights
    more: tuple[Weights, ...] = ()
    patches: tuple[Patch, ...] = ()
    width: int = 0

    @property
    def encoders(self) -> tuple[Weights, ...]:
        """All text encoders."""
        return (self.weights, *self.more)

    def patched(self, patch: Patch) -> TextModel:
        """These encoders with one more patch."""
        return replace(self, patches=(*self.patches, patch))


@dataclass(frozen=True)
class VAE:
    """A handle to the autoencoder between pixels and latents.

    A latent is ``factor`` times smaller than its picture along each side.
    """

    weights: Weights
    channels: int = 4
    factor: int = 8


@dataclass(frozen=True)
class ControlNetwork:
    """A handle to a ControlNet.

    ``kinds``: how many kinds of pictures a union of ControlNets tells apart; 0: it has one alone.
    ``latents``: it looks at the latent of its picture.
    """

    weights: Weights
    kinds: int = 0
    latents: bool = False


for _kind in (Weights, Model, TextModel, VAE, ControlNetwork):
    register_kind(_kind)
