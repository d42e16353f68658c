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
from app.sdk.fingerprint import LABEL
from app.sdk.models import VAE, ControlNetwork
from app.sdk.picture_sizes import PictureSize
from app.sdk.regions import Region

if TYPE_CHECKING:
    from torch import Tensor

    from app.sdk.steering import AppliedAdapter, AppliedImagePrompt
    from app.sdk.video import Motion


@dataclass(frozen=True)
class Conditioning:
    """An encoded prompt.

    ``embeddings``: (1, tokens, width), ``tokens`` a multiple of the encoder's window.
    ``pooled``: (1, width) where the family needs one. ``later``: prompts that take over on the way.
    ``sizes``: what SDXL is told of the picture; without it, that it is whole and of its own size.
    ``layers``: what lies over this prompt, one layer after the other; see sampling/regions.py.
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
        family = self.family or Phrase("any family")
        if frames:
            return Phrase(
                "{count} video latent, {frames} frames, {channels} channels, "
                "{width} x {height} ({family})",
                count=n,
                frames=frames[0],
                channels=channels,
                width=width,
                height=height,
                family=family,
            )
        return Phrase(
            "{count} latent, {channels} channels, {width} x {height} ({family})",
            count=n,
            channels=channels,
            width=width,
            height=height,
            family=family,
        )


@dataclass(frozen=True)
class Pixels:
    """Pictures of one size: ``pixels`` is (n, 3, height, width), 0 to 1."""

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
        """One of the pictures for the screen."""
        return picture_of(self.pixels[index])


@dataclass(frozen=True)
class Image(Pixels):
    """A batch of pictures."""

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
    *(Conditioning, AppliedControl, Control, Posterior),
    *(Latent, Image, Mask, SavedFile, Files),
):
    register_kind(_kind)
