"""What acts at which place of a sampling: networks, prompts and guidance may change on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.diffusion import families
from app.diffusion.latents.latents import INSTRUCTIONS
from app.diffusion.sampling.guidance import Manner, Prompts
from app.sdk.courses import Guidance, GuidanceMethod, Later, Perturbation, acting_at
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Model
from app.sdk.values import Conditioning


@dataclass(frozen=True, eq=False)
class Acting:
    """What is asked, and of whom: one object for all calls where the same acts."""

    model: Model
    prompts: Prompts

    @cached_property
    def identity(self) -> str:
        """A hash of all that acts."""
        return fingerprint((self.model, self.prompts.identity))

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""
        return {**self.prompts.parts, "model": fingerprint(self.model)}


class Course:
    """Which network is asked about which prompts, and how strictly these are followed.

    ``cfg`` holds up to the first point of ``guidance``. All networks work on the schedule of the
    first.
    """

    def __init__(
        self,
        model: Model,
        positive: Conditioning,
        negative: Conditioning | None,
        cfg: float,
        guidance: Guidance | None = None,
    ) -> None:
        self._models = model.course
        self._positives = positive.course
        self._negatives: Sequence[Later[Conditioning | None]] = [Later(0.0, None)]
        if negative is not None:
            self._negatives = [Later(part.start, part.value) for part in negative.course]
        self._cfg = cfg
        self._guidance = guidance or Guidance()
        self._known: dict[tuple[int, int, int, Manner], Acting] = {}

    @property
    def takes(self) -> str:
        """What all of the networks see beside the latent; as in Model."""
        return self._models[0].value.takes

    def at(self, place: float) -> Acting:
        """What acts at a place (0 to 1)."""
        manner = self._manner(place)
        network = acting_at(self._models, place)
        positive, negative = acting_at(self._positives, place), acting_at(self._negatives, place)
        key = network, positive, negative, manner
        if key not in self._known:
            model = replace(self._models[network].value, schedule=self._models[0].value.schedule)
            followed = self._positives[positive].value
            avoided = families.of(model.weights.family).completed(
                followed, self._negatives[negative].value
            )
            prompts = Prompts(
                followed, avoided, manner, model.distilled, model.takes == INSTRUCTIONS
            )
            self._known[key] = Acting(model, prompts)
        return self._known[key]

    def _manner(self, place: float) -> Manner:
        """How the prompt is followed at a place."""
        guidance = self._guidance
        method, perturbation = guidance.method, guidance.perturbation
        return Manner(
            guidance.at(place, self._cfg),
            guidance.rescale,
            guidance.picture,
            method if method is not None and _acts(method, place) else None,
            perturbation if perturbation is not None and _acts(perturbation, place) else None,
            guidance.true_cfg,
        )


def _acts(part: GuidanceMethod | Perturbation, place: float) -> bool:
    return part.start <= place < part.end
