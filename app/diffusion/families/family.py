"""What sets one family of models apart from the others; all else is the same for all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple

from torch import Tensor

from app.diffusion.families.colours import Colours
from app.diffusion.loading.config_checks import check_fit, check_text_width
from app.sdk.courses import Perturbation
from app.sdk.errors import NodeError
from app.sdk.families import latents_of
from app.sdk.values import Conditioning

Config = Mapping[str, Any]
Inputs = Mapping[str, Any]
"""What goes into every call of the network beside latent and time."""
Added = dict[str, Any]
"""What ControlNets and adapters add to a call of the network: keyword arguments."""


class CannotBeWeakened(NodeError):
    """Guidance away from a weakened network was asked of a family that has no such thing."""

    english = "Perturbed Guidance does not work with {family}: use SD 1, SD 2, SDXL or SD 3."


class TextPart(NamedTuple):
    """A text encoder of a family, and which of its layers speaks to the network.

    ``last``: the last one behind the final norm; ``penultimate``: the one before, without norm;
    ``vector``: none, but the vector for the whole prompt.
    """

    part: str
    layer: Literal["last", "penultimate", "vector"] = "last"


class EncodedPart(NamedTuple):
    """What one text encoder says: (1, tokens, width), and one vector for all, (1, width)."""

    hidden: Tensor
    pooled: Tensor | None


class Asked(NamedTuple):
    """What the network is asked about in one batch: every prompt for every picture.

    ``size``: height and width of the pictures in pixels; ``scale``: how strictly to follow;
    ``frames``: how many of the pictures make one video, 0 where they are single ones.
    """

    prompts: tuple[Conditioning, ...]
    pictures: int
    size: tuple[int, int]
    scale: float
    frames: int = 0


class Led(NamedTuple):
    """What one call of a ControlNet follows.

    ``pictures``: each (n, 3, height, width), one but for a union of ControlNets, with its
    ``strengths`` and, for a union, the numbers of its ``kinds``. ``guess``: the n are the ``rows``
    of the batch whose prompts are followed, and the others stay as they are.
    """

    pictures: tuple[Tensor, ...]
    strengths: tuple[float, ...]
    kinds: tuple[int, ...] = ()
    guess: bool = False
    rows: tuple[int, ...] = ()


def pipelines_of(start: str, *more: str) -> tuple[str, ...]:
    """The names of diffusers' pipelines that begin alike, and some others of the same family."""
    kinds = (a + b for a in ("", "ControlNet", "ControlNetUnion") for b in _TASKS)
    return (*(f"{start}{kind}Pipeline" for kind in kinds), *more)


_TASKS = ("", "Img2Img", "Inpaint")


class Family(ABC):
    """The adapter of one family: its parts, its words, its latents and its network.

    ``parts`` are those a folder must have, ``optional`` those it may have; ``encoders`` are in the
    order in which ``join`` takes them. ``patch``: how many places of a latent along each side are
    one to the network; ``even_levels``: noise levels are shifted from evenly spaced ones.
    """

    name: ClassVar[str]
    network: ClassVar[str] = "unet"
    pipelines: ClassVar[tuple[str, ...]]
    encoders: ClassVar[tuple[TextPart, ...]]
    optional: ClassVar[frozenset[str]] = frozenset()
    channels: ClassVar[int] = 4
    patch: ClassVar[int] = 1
    even_levels: ClassVar[bool] = False
    needs_no_guidance: ClassVar[bool] = False
    """Whether its networks were distilled, be it with the guidance as a number or without any."""
    text_length: ClassVar[int] = 0
    """How many tokens T5 takes where nothing else is said; 0 where there is none."""
    control_kinds: ClassVar[Mapping[str, int]] = {}
    """What pictures for a union of ControlNets show, with the numbers that it knows them by."""
    draws_control_first: ClassVar[bool] = False
    """Whether the latents of control pictures are drawn before all else, from the same numbers."""
    guesses: ClassVar[bool] = False
    """Whether its ControlNets can be left to guess what a picture shows."""
    colours: ClassVar[Colours]

    @property
    def latents(self) -> str:
        """The family whose latents this one works on."""
        return latents_of(self.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts with weights."""
        return (self.network, *(text.part for text in self.encoders), "vae")

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """Refuse a folder of this family whose parts do not go together."""
        texts = {text.part: configs[text.part] for text in self.encoders}
        check_text_width(configs[self.network], texts, path)

    def takes(self, config: Config) -> str:
        """What a network with this config sees beside the latent; as in Model."""
        return ""

    def distilled(self, config: Config) -> bool:
        """Whether a network with this config takes the guidance as a number; as in Model."""
        return config.get("time_cond_proj_dim") is not None

    def text_width(self, config: Config) -> int:
        """How wide a network with this config takes T5's words; 0 where it takes none."""
        return 0

    @abstractmethod
    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """What all encoders said, as the network wants it."""

    def completed(
        self, positive: Conditioning, negative: Conditioning | None
    ) -> Conditioning | None:
        """The negative prompt beside a positive one, with what it leaves open filled in.

        None where the family has no way of following a prompt against nothing.
        """
        return negative

    @abstractmethod
    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """What goes into every call beside latent and time; made once, on the CPU.

        Raises NodeError where the prompts were encoded for another network.
        """

    @abstractmethod
    def predict(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        added: Added,
    ) -> Tensor:
        """The network's answers, (prompts * pictures, channels, height, width).

        ``samples`` are as many, scaled as the scheduler wants; ``timestep`` is a single number.
        """

    def weakened(
        self, module: Any, perturbation: Perturbation | None, rows: int
    ) -> AbstractContextManager[None]:
        """While it is open, the network is weakened for the last ``rows`` of every call.

        Raises CannotBeWeakened where networks of this family cannot be.
        """
        if perturbation is not None:
            raise CannotBeWeakened(family=self.name)
        return nullcontext()

    def looks_at_latents(self, config: Config) -> bool:
        """Whether a ControlNet with this config takes the latent of its picture."""
        return False

    def check_fit(self, module: Any, network: Any) -> None:
        """Refuse a loaded ControlNet that was made beside another kind of loaded network."""
        check_fit(module, network)

    @abstractmethod
    def control(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        led: Led,
    ) -> Added:
        """What a ControlNet of this family adds to the call with the same inputs."""
