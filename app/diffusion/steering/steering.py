"""All that steers a sampling beside its prompts: ControlNets, adapters and image prompts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.diffusion.families.adding import add_up
from app.diffusion.families.family import Added
from app.diffusion.sampling.schedule import Moment
from app.diffusion.steering.image_prompts import SteeringImagePrompt, prompted
from app.diffusion.steering.steer import Call, Steer


class Steering:
    """All that steers a sampling, by place: image prompts behind all that adds to a call itself."""

    def __init__(
        self, adding: Sequence[Steer], image_prompts: Sequence[SteeringImagePrompt] = ()
    ) -> None:
        self._steers: Sequence[Steer] = (*adding, *image_prompts)

    def active(self, moment: Moment) -> tuple[int, ...]:
        """The places of what acts at a moment."""
        return tuple(i for i, steer in enumerate(self._steers) if steer.is_active(moment))

    def identities(self, places: Sequence[int]) -> Sequence[str]:
        """A hash for each of these."""
        return [self._steers[place].identity for place in places]

    def parts(self, places: Sequence[int]) -> Mapping[str, str]:
        """What these are made of, by name: ``control 1``, ``strength of control 1`` …"""
        named = {}
        for place in places:
            steer = self._steers[place]
            number = sum(other.title == steer.title for other in self._steers[: place + 1])
            for prefix, value in steer.parts.items():
                named[f"{prefix}{steer.title} {number}"] = value
        return named

    def added(self, call: Call, places: Sequence[int]) -> Added:
        """What all of these add to a call, summed in order; image prompts act together."""
        steers = [self._steers[place] for place in places]
        prompts = [steer for steer in steers if isinstance(steer, SteeringImagePrompt)]
        others = [steer.added(call) for steer in steers if steer not in prompts]
        return add_up([*others, prompted(call, prompts)])
