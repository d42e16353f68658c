"""Which noise levels a sampling goes through: a scheduler and the part of its timesteps to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from torch import Tensor

from app.diffusion.sampling.flow import Flow
from app.diffusion.sampling.noise_levels import begins_at_most
from app.diffusion.sampling.scheduler_kinds import SchedulerKind, kind_of
from app.diffusion.sampling.schedulers import build_scheduler
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint


class NoSteps(NodeError):
    """The settings leave nothing to do."""

    english = (
        "No step is left to do of {steps} with denoise {denoise}, start {start} and end {end}: "
        "raise steps, denoise or end, or lower start."
    )


@dataclass(frozen=True)
class Part:
    """Which of the steps to do.

    ``denoise`` (0 to 1) leaves out the first, noisiest ones; ``start`` and ``end`` count the
    scheduler's steps of what is left, ``end`` 0 stands for the last.
    """

    denoise: float = 1.0
    start: int = 0
    end: int = 0


class Moment(NamedTuple):
    """One call of the network: which of how many it is, and its place among the steps, 0 to 1.

    Both calls of a step of second order are at one place, so that nothing changes between them.
    """

    number: int
    total: int
    place: float


@dataclass(frozen=True)
class Schedule:
    """A scheduler by name, its full settings, its number of steps, and the part to do.

    ``flow``: how its levels are set on the way of a rectified flow; None on a curve. ``family``: of
    the network, whose earlier answers a solver may remember. ``levels``: those to go through, where
    they are not the scheduler's own.
    """

    name: str
    settings: Mapping[str, Any]
    steps: int
    part: Part = Part()
    flow: Flow | None = None
    family: str = ""
    levels: tuple[float, ...] = ()

    @property
    def kind(self) -> SchedulerKind:
        """The class of diffusers that takes the steps, and how."""
        return kind_of(self.name, flow=self.flow is not None)

    @property
    def draws(self) -> bool:
        """Whether its steps take random numbers."""
        return self.kind.draws or bool(self.settings.get("stochastic_sampling"))

    def scheduler(self) -> Any:
        """A new scheduler, before its first step."""
        return build_scheduler(self.name, self.settings, self.steps, self.flow, self.levels)

    @cached_property
    def identity(self) -> str:
        """A hash of all that shapes the noise levels and the way between them."""
        return self._hash(self.settings)

    @cached_property
    def way(self) -> str:
        """The same without the seed that some schedulers have of their own, for this family.

        A solver does not go on with what another family answered: the refiner begins anew.
        """
        settings = {k: v for k, v in self.settings.items() if k != "noise_sampler_seed"}
        return fingerprint((self._hash(settings), self.family))

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""
        levels = fingerprint((dict(self.settings), self.begin, *self._flow, *self.levels))
        return {"steps": str(self.steps), "scheduler": self.name, "noise levels": levels}

    @cached_property
    def begin(self) -> int:
        """Index of the first timestep that ``denoise`` leaves.

        As diffusers' strength counts it: what is done is rounded down on a curve, and what is left
        out is on a straight way.
        """
        done = min(self.steps * self.part.denoise, self.steps)
        left_out = int(self.steps - done) if self.flow else self.steps - int(done)
        return left_out * self._calls

    @cached_property
    def timesteps(self) -> Sequence[Tensor]:
        """The timesteps that ``denoise`` leaves; windows of ControlNets are parts of these."""
        return tuple(self.scheduler().timesteps[self.begin :])

    @cached_property
    def calls(self) -> range:
        """Which of ``timesteps`` to do; raises NoSteps where none is left."""
        total = len(self.timesteps)
        first = min(self.part.start * self._calls, total)
        last = min(self.part.end * self._calls, total) if self.part.end else total
        if last <= first:
            raise NoSteps(
                steps=self.steps,
                denoise=self.part.denoise,
                start=self.part.start,
                end=self.part.end,
            )
        return range(first, last)

    @cached_property
    def moments(self) -> Sequence[Moment]:
        """A moment for each of ``timesteps``."""
        total = len(self.timesteps)
        steps = -(-total // self._calls)
        return tuple(Moment(i, total, i // self._calls / steps) for i in range(total))

    @property
    def first_step(self) -> int:
        """Which step is the first to do."""
        return self.calls.start // self._calls

    @property
    def done(self) -> int:
        """How many steps are done once all of ``calls`` are."""
        return self.calls.stop // self._calls

    @property
    def is_unfinished(self) -> bool:
        """Whether noise is left after the last of ``calls``."""
        return self.calls.stop < len(self.timesteps)

    @property
    def starts_at_first_step(self) -> bool:
        """Whether the first step to do is the scheduler's first."""
        return self.begin == 0 and self.calls.start == 0

    @property
    def starts_at_full_noise(self) -> bool:
        """Whether the first step to do begins with nothing but noise."""
        if not self.starts_at_first_step:
            return False
        return not self.levels or begins_at_most(self.scheduler(), self.levels, self.flow)

    @cached_property
    def _calls(self) -> int:
        """How often a step calls the network: 1, or 2 for solvers of second order."""
        import diffusers

        return int(getattr(diffusers, self.kind.class_name).order)

    def _hash(self, settings: Mapping[str, Any]) -> str:
        made_of = self.kind.class_name, dict(settings), self.steps, self.begin
        return fingerprint((*made_of, *self._flow, *self.levels))

    @property
    def _flow(self) -> tuple[Any, ...]:
        return () if self.flow is None else (self.flow.even, self.flow.mu)
