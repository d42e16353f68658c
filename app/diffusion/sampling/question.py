"""What the network is asked where the same acts: a batch of prompts in their roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion.families.family import Family
from app.diffusion.latents.latents import FIRST_FRAME
from app.diffusion.loaded import Loaded
from app.diffusion.sampling.course import Acting
from app.diffusion.sampling.guidance import Prompts, Role, Voice
from app.diffusion.sampling.regions import Share, blend, shares
from app.diffusion.sampling.windows import Window
from app.sdk.courses import Perturbation
from app.sdk.values import Conditioning


class Spoken(NamedTuple):
    """All prompts of one voice, each with its share of the picture."""

    role: Role
    shares: tuple[Share, ...]


class Question(NamedTuple):
    """What stays the same in all calls where the same acts.

    ``inputs``: what the network takes beside latent and time, of all prompts for all pictures;
    ``spoken``: who asks, in the order of the batch; ``windows``: the parts that are asked about;
    ``size``: height and width of the latents.
    """

    acting: Acting
    family: Family
    network: Loaded
    inputs: Mapping[str, Any]
    spoken: tuple[Spoken, ...]
    windows: Sequence[Window]
    size: tuple[int, int]

    @property
    def prompts(self) -> Prompts:
        """The prompts and how they are followed."""
        return self.acting.prompts

    @property
    def roles(self) -> tuple[Role, ...]:
        """The role of every prompt of the batch."""
        return tuple(voice.role for voice in self.spoken for _ in voice.shares)

    @property
    def positive(self) -> tuple[bool, ...]:
        """For every prompt of the batch, whether it is one to follow."""
        return tuple(role in (Role.FOLLOWED, Role.WEAKENED) for role in self.roles)

    @property
    def fade(self) -> str:
        """How windows blend; see Windows."""
        windows = self.acting.model.windows
        return windows.fade if windows is not None else "even"

    @property
    def weakened(self) -> tuple[Perturbation | None, int]:
        """What weakens the network, and for how many of the last prompts."""
        return self.prompts.manner.perturbation, self.roles.count(Role.WEAKENED)

    def batch(self, samples: Tensor) -> Tensor:
        """The same samples for every prompt."""
        repeats = len(self.roles)
        return torch.cat([samples] * repeats) if repeats > 1 else samples

    def beside(self, seen: Tensor) -> Tensor:
        """What the network sees beside the latent, for every prompt; zeros where it is not to."""
        blank = torch.zeros_like(seen)
        moves = self.acting.model.takes == FIRST_FRAME
        blind = (Role.UNSEEN, Role.AVOIDED) if moves else (Role.UNSEEN,)
        return torch.cat([blank if role in blind else seen for role in self.roles])

    def said(self, answers: Tensor) -> Mapping[Role, Tensor]:
        """The answers to all prompts, blended into one for each role."""
        found, parts = {}, list(answers.chunk(len(self.roles)))
        for role, spoken in self.spoken:
            own, parts = parts[: len(spoken)], parts[len(spoken) :]
            weights = [share.weight.to(answers.device, answers.dtype) for share in spoken]
            found[role] = blend(own, weights)
        return found


def spoken_by(voices: Sequence[Voice], size: tuple[int, int]) -> tuple[Spoken, ...]:
    """The voices with the shares of their prompts, for latents of this height and width."""
    return tuple(Spoken(voice.role, shares(voice.prompt, size)) for voice in voices)


def prompts_of(spoken: Sequence[Spoken]) -> tuple[Conditioning, ...]:
    """All prompts of a batch, in order."""
    return tuple(share.prompt for voice in spoken for share in voice.shares)
