"""The values that travel along wires. They are never changed after they are made.

Tensors are typed by name only: this module must load without torch. Unless a field says
otherwise they are float32, contiguous, on the CPU, and own their storage.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.context import Picture, picture_of
from app.sdk.courses import Later, Unfinished, continued
from app.sdk.encoding import register_kind
from app.sdk.families import VIDEO
from app.sdk.fingerprint import LABEL
from app.sdk.patches import Patch
from app.sdk.picture_sizes import PictureSize
from app.sdk.regions import Region, Windows

if TYPE_CHECKING:
    from torch import Tensor

    from app.sdk.steering import AppliedAdapter, AppliedImagePrompt
    from app.sdk.video import Motion


@dataclass(frozen=True)
class Weights:
    """Where a module comes from: identity by content, the path only to find it again.

    ``part`` is the role in a diffusers folder (``unet``, ``vae``, ``text_encoder``,
    ``controlnet``), ``content`` the hash of the files, ``family`` the model family (``SD 1``).
    ``tokenizer``: the folder of one that does not lie beside its encoder; then ``content`` counts
    it, too.
    """

    part: str
    content: str
    family: str
    path: str = field(default="", metadata=LABEL)
    tokenizer: str = field(default="", metadata=LABEL)


@dataclass(frozen=True)
class Model:
    """A handle to the network that predicts the noise.

    ``schedule`` is the scheduler configuration that the network was trained with, as JSON text.
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


@dataclass(frozen=True)
class Conditioning:
    """An encoded prompt.

    ``embeddings``: (1, tokens, width), ``tokens`` a multiple of the encoder's window.
    ``pooled``: (1, width) where the family needs one. ``later``: prompts that take over on the way.
    ``sizes``: what SDXL is told of the picture; without it, that it is whole and of its own size.
    ``layers``: what lies over this prompt, one layer after the other; see app/diffusion/regions.py.
    ``motion``: how a picture is to move, where it is one and not words.
    """

    embeddings: Tensor
    family: str
    pooled: Tensor | None = None
    text: str = field(default="", metadata=LABEL)
    later: tuple[Later[Conditioning], ...] = ()
    sizes: PictureSize | None = None
    layers: tuple[tuple[Region, ...], ...] = ()
    motion: Motion | None = None

    @property
    def course(self) -> tuple[Later[Conditioning], ...]:
        """The prompts in the order in which they act, this one first; each without others."""
        return (Later(0.0, replace(self, later=()) if self.later else self), *self.later)

    def followed_by(self, other: Conditioning, start: float) -> Conditioning:
        """This prompt, with the other taking over at the place ``start``."""
        course = continued(self.course, start, other.course)
        return replace(course[0].value, later=course[1:])


@dataclass(frozen=True)
class AppliedControl:
    """One ControlNet with its picture: active where start <= i/n and (i+1)/n <= end.

    ``kind``: what the picture shows, for a union (``depth``). ``guess``: only the prompt that is
    followed is led, and the outer layers less than the inner ones. ``vae``: what makes a latent of
    the picture, for a network that looks at latents.
    """

    network: ControlNetwork
    image: Image
    strength: float
    start: float
    end: float
    kind: str = ""
    guess: bool = False
    vae: VAE | None = None


@dataclass(frozen=True)
class Control:
    """All that steers a sampling beside its prompts, each kind applied in order.

    ``chain``: ControlNets, ``adapters``: T2I-Adapters, ``image_prompts``: IP-Adapters.
    """

    chain: tuple[AppliedControl, ...] = ()
    adapters: tuple[AppliedAdapter, ...] = ()
    image_prompts: tuple[AppliedImagePrompt, ...] = ()


@dataclass(frozen=True)
class Posterior:
    """What a VAE says of a picture: a normal distribution for every latent number.

    ``mean``, ``deviation``: (n, channels, height, width) in VAE units; the latent is
    ``(mean + deviation * noise - shift) * scale``.
    """

    mean: Tensor
    deviation: Tensor
    scale: float
    shift: float = 0.0


@dataclass(frozen=True)
class Latent:
    """A batch of compressed pictures.

    ``samples``: (n, channels, height, width) in the network's units, of videos (n, channels,
    frames, height, width). ``empty`` marks a blank start: pure noise replaces it at full denoise.
    ``posterior`` is kept where the samples come from a VAE,
    so that the Sampler can draw from it. ``mask``: (n or 1, 1, height, width), 1 where the picture
    may change; where that is ``gradual``, grey places may only later, the darker the later.
    ``factor`` as in VAE. ``unfinished``: how the sampling stands that left it noisy.
    ``surroundings``: what the VAE says of the picture without the part that may change.
    ``drawn``: shapes of the noise that was drawn from the seed before.
    """

    samples: Tensor
    family: str
    empty: bool = False
    posterior: Posterior | None = None
    mask: Tensor | None = None
    factor: int = 8
    unfinished: Unfinished | None = None
    surroundings: Posterior | None = None
    gradual: bool = False
    drawn: tuple[tuple[int, ...], ...] = ()

    def __len__(self) -> int:
        return int(self.samples.shape[0])

    def describe(self) -> str:
        """One line for tooltips."""
        n, channels, *frames, height, width = self.samples.shape
        if frames:
            return Phrase(
                "{count} video latent, {frames} frames, {channels} channels, "
                "{width} x {height} ({family})",
                count=n,
                frames=frames[0],
                channels=channels,
                width=width,
                height=height,
                family=self.family,
            )
        return Phrase(
            "{count} latent, {channels} channels, {width} x {height} ({family})",
            count=n,
            channels=channels,
            width=width,
            height=height,
            family=self.family,
        )


@dataclass(frozen=True)
class Image:
    """A batch of pictures: ``pixels`` is (n, 3, height, width), 0 to 1."""

    pixels: Tensor

    def __len__(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[3])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[2])

    def picture(self, index: int = 0) -> Picture:
        """One picture of the batch for the screen."""
        return picture_of(self.pixels[index])

    def describe(self) -> str:
        """One line for tooltips."""
        size = {"width": self.width, "height": self.height}
        return Phrase("{count} image, {width} x {height}", count=len(self), **size)


@dataclass(frozen=True)
class Mask:
    """Masks: ``alpha`` is (n, 1, height, width), 0 to 1; 1 where something may happen."""

    alpha: Tensor

    def __len__(self) -> int:
        return int(self.alpha.shape[0])

    def picture(self, index: int = 0) -> Picture:
        """One mask of the batch for the screen, white where it is 1."""
        return picture_of(self.alpha[index].expand(3, -1, -1))

    def describe(self) -> str:
        """One line for tooltips."""
        size = {"width": self.alpha.shape[3], "height": self.alpha.shape[2]}
        return Phrase("{count} mask, {width} x {height}", count=len(self), **size)


@dataclass(frozen=True)
class SavedFile:
    """A file that a node wrote, with what tells whether it is still the same."""

    path: str
    size: int
    modified_ns: int


@dataclass(frozen=True)
class Files:
    """Files that a node wrote."""

    files: tuple[SavedFile, ...]

    def describe(self) -> str:
        """One line for tooltips."""
        return ", ".join(file.path for file in self.files)


for _kind in (
    *(Weights, Model, TextModel, VAE, ControlNetwork),
    *(Conditioning, AppliedControl, Control, Posterior, Latent, Image, Mask, SavedFile, Files),
):
    register_kind(_kind)
