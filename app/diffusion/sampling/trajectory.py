"""One trajectory from noise to a latent, as a fold: states that can be kept and gone on from."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import Any

import torch
from torch import Tensor

from app.diffusion.latents.latents import INPAINTING
from app.diffusion.loading.unsound import check_weights
from app.diffusion.sampling import noise
from app.diffusion.sampling.masking import Masking
from app.diffusion.sampling.network import Prediction, Predictor
from app.diffusion.sampling.noising import model_input
from app.diffusion.sampling.preview import Previewer
from app.diffusion.sampling.schedule import Schedule
from app.diffusion.sampling.scheduler_state import ResumableScheduler
from app.diffusion.sampling.start import Beginning, Start, begin, begun_as
from app.diffusion.sampling.states import Draws, State, state_to_continue
from app.sdk.context import Past, Picture
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from app.sdk.values import Latent

NUMERICS = 2
"""Goes up when the arithmetic of a step changes."""


class NotANumber(NodeError):
    """The latent fell apart."""

    english = (
        "The latent became NaN at step {step} of {total}: lower cfg, take another scheduler or "
        "spacing, or set LATENT_LOOM_DTYPE=float32."
    )


class Trajectory:
    """The fold of a sampling for one picture, or for several that share every call."""

    def __init__(
        self,
        latent: Latent,
        schedule: Schedule,
        draws: Draws,
        predictor: Predictor,
        previewer: Previewer,
    ) -> None:
        self._latent = latent
        self._schedule = schedule
        self._draws = draws
        self._predictor = predictor
        self._previewer = previewer
        self._before = state_to_continue(latent, schedule, draws)
        self._calls = schedule.calls
        self._sources = noise.generators(draws.seeds)
        self._live: State | None = None  # the state that scheduler and generators stand at
        self._samples: Tensor | None = None  # its samples on the device
        self._prediction: Prediction | None = None
        self._parts: dict[Any, Mapping[str, str]] = {}

    @cached_property
    def origin(self) -> str:
        """Fingerprint of the first state's making, and of the noise level that it is at."""
        made_of = self._latent, self._acting_seeds, self._draws.fresh, *self._acting_noise
        return fingerprint((NUMERICS, made_of, self._schedule.identity, self._calls.start))

    @cached_property
    def recipes(self) -> Sequence[str]:
        """For each call of the network, a hash of only what acts in it."""
        eta = self._draws.eta if "eta" in self._step_options else None
        kept = () if self._latent.mask is None else self._acting_noise
        always = fingerprint((NUMERICS, self._schedule.identity, eta, *kept))
        moments = [self._schedule.moments[call] for call in self._calls]
        recipes = (
            f"{always} {moment.number} {self._predictor.recipe(moment)}" for moment in moments
        )
        return tuple(sha256(recipe.encode()).hexdigest() for recipe in recipes)

    @cached_property
    def past(self) -> Past | None:
        """The steps of another Sampler before the first state, where one fold would do the same."""
        unfinished = self._latent.unfinished
        if self._before is None or unfinished is None or not unfinished.pasts:
            return None
        draws_alike = self._acting_seeds in ((), unfinished.seeds)
        kept, before = (
            fingerprint((latent.mask, latent.gradual, latent.surroundings))
            for latent in (self._latent, unfinished.source)
        )
        if not draws_alike or kept != before:
            return None
        return unfinished.pasts[0]

    @property
    def whole(self) -> Past:
        """All steps up to the last state."""
        past = self.past or Past(self.origin, ())
        return Past(past.origin, (*past.recipes, *self.recipes))

    def start_parts(self) -> Mapping[str, str]:
        """What the origin is made of, by name."""
        draws = self._draws
        usual = "fresh" if draws.fresh else "none"
        own = {
            "latent": fingerprint(self._latent),
            "seed": ", ".join(map(str, self._acting_seeds)),
            "noise": fingerprint(draws.noise) if self._acting_noise else usual,
            "first step": str(self._calls.start),
        }
        return {**own, **self._schedule.parts}

    def parts(self, index: int) -> Mapping[str, str]:
        """What acts in a step, by name; the same object where the same acts."""
        acting = self._predictor.acting(self._schedule.moments[self._calls[index]])
        if acting not in self._parts:
            eta = {"eta": str(self._draws.eta)} if "eta" in self._step_options else {}
            always = {**self._schedule.parts, **eta}
            self._parts[acting] = {**self._predictor.parts(*acting), **always}
        return self._parts[acting]

    def first(self) -> State:
        """The state before the first step."""
        if self._before is not None:
            return self._before
        return State(self._start.samples, {}, self._start.random if self._draws.in_steps else ())

    def step(self, index: int, state: State) -> State:
        """The state after call ``index`` of the fold; raises NotANumber."""
        with torch.no_grad():
            return self._step(self._calls[index], state)

    def preview(self, index: int, state: State) -> Picture | None:
        """A small picture of what the state is becoming."""
        prediction = self._prediction if state is self._live else None
        return self._previewer.picture(state.samples, prediction)

    def _step(self, call: int, state: State) -> State:
        samples = self._go_on_from(state, call)
        timestep = self._schedule.timesteps[call]
        scheduler = self._resumable.scheduler
        prediction = self._predictor.predict(
            model_input(scheduler, samples, timestep),
            timestep,
            self._schedule.moments[call],
            self._beside,
        )
        after: Tensor = scheduler.step(
            prediction.output, timestep, samples, return_dict=False, **self._step_options
        )[0]
        if self._latent.mask is not None and self._predictor.takes != INPAINTING:
            steps = self._schedule.timesteps
            after = self._masking.keep_outside(after, call, steps, scheduler)
        # Later it would silently become black; here the step can be named, or the weight.
        if not bool(torch.isfinite(after).all()):
            check_weights(self._predictor.acting(self._schedule.moments[call])[0].model.weights)
            raise NotANumber(step=call - self._calls.start + 1, total=len(self._calls))
        return self._remember(after, prediction)

    def _go_on_from(self, state: State, call: int) -> Tensor:
        """The samples of ``state`` on the device, with scheduler and generators set to it."""
        if state is not self._live or self._samples is None:
            if self._latent.mask is not None or self._predictor.takes:
                _ = self._start  # drawn before the generators are set
            device = self._predictor.device(self._schedule.moments[call])
            self._resumable.resume(state.scheduler, device)
            if state.random:
                noise.resume(self._sources, state.random)
            self._samples = state.samples.to(device)
        return self._samples

    def _remember(self, samples: Tensor, prediction: Prediction) -> State:
        random = noise.states(self._sources) if self._draws.in_steps else ()
        self._samples = samples
        self._prediction = prediction
        self._live = State(samples.cpu(), self._resumable.state(), random)
        return self._live

    @cached_property
    def _masking(self) -> Masking:
        """What the mask keeps, on the device."""
        assert self._samples is not None
        return Masking.of(self._latent, self._start, self._samples.device)

    @cached_property
    def _start(self) -> Start:
        """All draws before the first step, from generators of their own."""
        self._live = None
        self._resumable.resume({}, torch.device("cpu"))
        sources = noise.generators(self._draws.seeds)
        latent, takes = self._latent, self._predictor.takes
        draws, scheduler = self._draws, self._resumable.scheduler
        beginning = Beginning(self._schedule, scheduler, draws.fresh, takes, draws.noise)
        source, mask = begun_as(latent, fresh=draws.fresh), latent.mask
        if source is None or not (mask is not None or takes):
            return begin(latent, sources, beginning)
        # What a mask keeps, and what a network sees, is the picture that the latent began as.
        source = replace(source, mask=mask, surroundings=latent.surroundings)
        start = begin(source, sources, replace(beginning, fresh=True))
        return replace(start, samples=latent.samples)

    @cached_property
    def _beside(self) -> Tensor | None:
        """What the network sees beside the latent, on the device."""
        if not self._predictor.takes:
            return None
        beside, samples = self._start.beside, self._samples
        assert samples is not None
        return None if beside is None else beside.to(samples.device)

    @property
    def _acting_noise(self) -> tuple[Tensor, ...]:
        """Noise from elsewhere, as far as any is added."""
        added = self._draws.fresh or self._latent.mask is not None
        return (self._draws.noise,) if added and self._draws.noise is not None else ()

    @property
    def _acting_seeds(self) -> tuple[int, ...]:
        """The seeds, as far as anything is drawn."""
        latent, draws = self._latent, self._draws
        begun = latent.posterior or latent.surroundings or latent.unfinished
        own = draws.noise is None or begun is not None  # or only noise from elsewhere is added
        drawn = draws.in_steps or (own and (draws.fresh or latent.mask is not None))
        return draws.seeds if drawn else ()

    @cached_property
    def _resumable(self) -> ResumableScheduler:
        scheduler = self._schedule.scheduler()
        given = not self._latent.empty or not self._schedule.starts_at_full_noise
        # A scheduler looks its first timestep up, as the pipelines let it; where rounding has made
        # the first two equal it would take the second, and run out of noise levels at the end.
        unsure = bool(scheduler.timesteps[:2].unique().numel() < len(scheduler.timesteps[:2]))
        if (given or unsure) and hasattr(scheduler, "set_begin_index"):
            scheduler.set_begin_index(self._schedule.begin + self._calls.start)
        return ResumableScheduler(scheduler)

    @cached_property
    def _step_options(self) -> Mapping[str, Any]:
        """What this scheduler's step takes beside the usual, as the pipelines pass it."""
        taken = inspect.signature(self._resumable.scheduler.step).parameters
        sources = self._sources if len(self._sources) > 1 else self._sources[0]
        options = {"generator": sources, "eta": self._draws.eta}
        return {name: value for name, value in options.items() if name in taken}
