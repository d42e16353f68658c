"""Runs: what a stage keeps between two sittings, and the loop that all stages share.

A checkpoint is one safetensors file: weights, the optimizers' moments, the running average of the
weights, and the counts in its header. It is written beside the old one and then takes its place, so
that a run that is killed at any moment goes on from the newest whole one, on this device or
another. All randomness of a step is seeded with the number of the step; no generator state has to
be kept.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Generator, Tensor, nn

from resources.models.making.training.budget import Budget, Counts, Recipe
from resources.models.making.training.curve import Curve
from resources.models.making.training.movers import Movers

log = logging.getLogger(__name__)

FILE = "checkpoint.safetensors"
SAVE, SHOW = 3.0, 15.0
"""Minutes between two checkpoints, and between two looks at what was learnt."""

_SHOWN = ("weight/", "average/")
_LOWEST = 0.02
"""The share of the rate that is left at the very end."""


Loss = Callable[[nn.Module, Generator, int], Tensor]
"""Takes the network, the step's generator (on the CPU) and the batch's size; gives one number."""


class Run:
    """One stage's learning.

    `network` holds the float32 weights; what does not ask for gradients stays fixed.
    """

    def __init__(self, folder: Path, network: nn.Module, recipe: Recipe, budget: Budget) -> None:
        self.folder, self.recipe, self.budget = folder, recipe, budget
        self.network = network
        self.weights = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.average = {n: p.detach().clone() for n, p in self.weights.items()}
        self.counts = Counts()
        folder.mkdir(parents=True, exist_ok=True)
        self.movers = Movers(self.weights, recipe)
        self.restore()
        self.worker = deepcopy(network).to(torch.bfloat16) if recipe.half else network
        self._work: list[Tensor] = [p for p in self.worker.parameters() if p.requires_grad]
        self.curve = Curve(folder, self.counts.steps)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return next(self.network.parameters()).device

    @property
    def finished(self) -> bool:
        """Whether the budget is used up."""
        return self.budget.share(self.counts) >= 1.0

    def learn(self, loss: Loss, show: Callable[[], None]) -> None:
        """Take steps until the budget is used up; save each few minutes, `show` now and then."""
        saved = shown = time.monotonic()
        while not self.finished:
            began = time.monotonic()
            value = self._step(loss)
            self.counts.seconds += time.monotonic() - began
            self.curve.add(self.counts, value, self._rate())
            if time.monotonic() - saved > SAVE * 60.0:
                self.save()
                saved = time.monotonic()
            if time.monotonic() - shown > SHOW * 60.0:
                self._show(show)
                shown = time.monotonic()
        self.save()
        self._show(show)

    def _show(self, show: Callable[[], None]) -> None:
        """Show how far it has come; the time counts, so that a budget in minutes is kept."""
        began = time.monotonic()
        show()
        self.counts.seconds += time.monotonic() - began

    def _step(self, loss: Loss) -> float:
        counts, recipe = self.counts, self.recipe
        generator = Generator().manual_seed(recipe.seed * 1_000_003 + counts.steps)
        value = loss(self.worker, generator, recipe.batch)
        value.backward()  # type: ignore[no-untyped-call]
        weights: list[Tensor] = list(self.weights.values())
        if recipe.half:
            _hand_over(self._work, weights)
        nn.utils.clip_grad_norm_(weights, 1.0)
        self.movers.step(self._rate())
        counts.steps += 1
        counts.samples += recipe.batch
        keep = min(recipe.average, (counts.steps + 1) / (counts.steps + 20))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.values()), weights, 1.0 - keep)
            if recipe.half:
                torch._foreach_copy_(self._work, weights)
        return float(value.detach())

    def _rate(self) -> float:
        """Rises over the first steps, stays, and falls in the last part of the budget."""
        left = (1.0 - self.budget.share(self.counts)) / max(self.recipe.falling, 1e-6)
        rising = (self.counts.steps + 1) / max(1, self.recipe.warm_up)
        return self.recipe.rate * min(1.0, rising) * max(_LOWEST, min(1.0, left))

    def save(self) -> None:
        """Write the checkpoint in one piece."""
        tensors = self.movers.kept()
        tensors |= {f"weight/{name}": weight.detach() for name, weight in self.weights.items()}
        tensors |= {f"average/{name}": average for name, average in self.average.items()}
        header = {
            "counts": json.dumps(asdict(self.counts)),
            "recipe": json.dumps(asdict(self.recipe)),
        }
        fresh = self.folder / f"{FILE}.new"
        save_file({n: t.cpu().contiguous() for n, t in tensors.items()}, fresh, metadata=header)
        fresh.chmod(0o644)
        self.curve.draw()
        fresh.replace(self.folder / FILE)
        log.info("%s: saved after %d samples", self.folder.name, self.counts.samples)

    def restore(self) -> None:
        """Go on from the checkpoint, if there is one."""
        path = self.folder / FILE
        if not path.is_file():
            return
        with safe_open(path, "pt", device=str(self.device)) as file, torch.no_grad():
            self.counts = Counts(**json.loads(file.metadata()["counts"]))
            for name, weight in self.weights.items():
                weight.copy_(file.get_tensor(f"weight/{name}"))
                self.average[name].copy_(file.get_tensor(f"average/{name}"))
            moments = [k for k in file.keys() if not k.startswith(_SHOWN)]  # noqa: SIM118
            kept = {key: file.get_tensor(key) for key in moments}
            self.movers.restore(kept, self.counts.steps)
        log.info("%s: goes on after %d samples", self.folder.name, self.counts.samples)

    def averaged(self) -> nn.Module:
        """A copy of the network with the running average of its weights, in float32."""
        network = deepcopy(self.network).eval()
        fill(network, self.average)
        return network


def _hand_over(workers: list[Tensor], weights: list[Tensor]) -> None:
    """Give the gradients of the half-precision copy to the float32 weights."""
    for worker, weight in zip(workers, weights, strict=True):
        weight.grad = None if worker.grad is None else worker.grad.to(weight.dtype)
        worker.grad = None


def fill(network: nn.Module, tensors: dict[str, Tensor]) -> None:
    """Write tensors into the parameters of these names."""
    parameters = dict(network.named_parameters())
    with torch.no_grad():
        for name, tensor in tensors.items():
            parameters[name].copy_(tensor)


def fill_from(network: nn.Module, folder: Path, part: str = "average") -> Counts:
    """Fill a network from the newest checkpoint in a folder, which may be in use by a run."""
    with safe_open(folder / FILE, "pt") as file:
        names = [name for name in file.keys() if name.startswith(f"{part}/")]  # noqa: SIM118
        fill(network, {name.partition("/")[2]: file.get_tensor(name) for name in names})
        return Counts(**json.loads(file.metadata()["counts"]))
