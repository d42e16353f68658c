"""A run goes on exactly where it stopped."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Generator, Tensor, nn

from resources.models.making.training import runs
from resources.models.making.training.budget import Budget, Counts, Recipe
from resources.models.making.training.curve import Curve, read
from resources.models.making.training.runs import Run, fill_from

RECIPE = Recipe(batch=4, rate=0.01, warm_up=2, seed=3)


def network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 8), nn.SiLU(), nn.Linear(8, 1))


def loss(worker: nn.Module, generator: Generator, batch: int) -> Tensor:
    given = torch.randn((batch, 3), generator=generator)
    answer = worker(given.to(next(worker.parameters()).dtype))
    return (answer.float() - given.sum(1, keepdim=True)).pow(2).mean()


def learnt(folder: Path, samples: int, recipe: Recipe = RECIPE) -> Run:
    run = Run(folder, network(), recipe, Budget(samples=samples))
    run.learn(loss, lambda: None)
    return run


def same(first: Run, second: Run) -> bool:
    pairs = zip(first.average.values(), second.average.values(), strict=True)
    weights = zip(first.weights.values(), second.weights.values(), strict=True)
    return all(torch.equal(one, other) for one, other in (*pairs, *weights))


def test_two_sittings_give_what_one_gives(tmp_path: Path) -> None:
    steady = Recipe(batch=4, rate=0.01, warm_up=2, seed=3, falling=0.0)
    learnt(tmp_path / "two", 40, steady)
    assert same(learnt(tmp_path / "two", 80, steady), learnt(tmp_path / "one", 80, steady))


def test_two_sittings_with_orthogonal_steps_give_what_one_gives(tmp_path: Path) -> None:
    steady = Recipe(batch=4, rate=0.01, warm_up=2, seed=3, falling=0.0, orthogonal=True)
    learnt(tmp_path / "two", 40, steady)
    assert same(learnt(tmp_path / "two", 80, steady), learnt(tmp_path / "one", 80, steady))


@pytest.mark.parametrize("orthogonal", [True, False])
def test_a_run_goes_on_with_another_optimizer(tmp_path: Path, orthogonal: bool) -> None:
    convolution = nn.Sequential(nn.Unflatten(1, (3, 1, 1)), nn.Conv2d(3, 1, 1), nn.Flatten())
    for samples, kind in ((40, orthogonal), (80, not orthogonal)):
        run = Run(tmp_path, convolution, replace(RECIPE, orthogonal=kind), Budget(samples=samples))
        run.learn(loss, lambda: None)
        assert run.counts.samples == samples


def test_a_killed_run_goes_on_from_its_last_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "SAVE", 0.0)
    run = Run(tmp_path / "killed", network(), RECIPE, Budget(samples=80))

    def dying(worker: nn.Module, generator: Generator, batch: int) -> Tensor:
        if run.counts.steps == 9:
            raise KeyboardInterrupt
        return loss(worker, generator, batch)

    with pytest.raises(KeyboardInterrupt):
        run.learn(dying, lambda: None)
    assert same(learnt(tmp_path / "killed", 80), learnt(tmp_path / "whole", 80))


def test_half_precision_keeps_float32_weights_and_learns(tmp_path: Path) -> None:
    run = learnt(tmp_path, 1600, Recipe(batch=4, rate=0.02, warm_up=2, half=True))
    assert all(weight.dtype == torch.float32 for weight in run.weights.values())
    losses = [row[3] for row in read(tmp_path / "loss.csv")]
    assert losses[-1] < 0.3 * losses[0]


def test_a_finished_run_does_nothing_until_it_is_given_more(tmp_path: Path) -> None:
    learnt(tmp_path, 40)
    again = Run(tmp_path, network(), RECIPE, Budget(samples=40))
    assert again.finished
    assert not Run(tmp_path, network(), RECIPE, Budget(samples=44)).finished


def test_a_time_of_day_ends_a_run() -> None:
    counts = Counts(seconds=30.0)
    assert Budget(until=time.time() - 1.0).share(counts) == 1.0
    assert 0.4 < Budget(until=time.time() + 30.0).share(counts) < 0.6


def test_weights_that_stay_fixed_are_neither_learnt_nor_saved(tmp_path: Path) -> None:
    given = network()
    given[0].requires_grad_(False)  # type: ignore[index]
    run = Run(tmp_path, given, RECIPE, Budget(samples=8))
    run.learn(loss, lambda: None)
    assert set(run.weights) == {"2.weight", "2.bias"}
    fresh = network()
    assert fill_from(fresh, tmp_path).samples == 8
    assert torch.equal(fresh[0].weight, given[0].weight)  # type: ignore[index]


def test_the_curve_drops_steps_that_are_taken_again(tmp_path: Path) -> None:
    curve = Curve(tmp_path, 0, every=1)
    for step in range(1, 6):
        curve.add(Counts(steps=step, samples=4 * step, seconds=step), 1.0 / step, 0.1)
    again = Curve(tmp_path, 3, every=1)
    again.draw()
    assert [row[0] for row in read(tmp_path / "loss.csv")] == [1, 2, 3]
    assert (tmp_path / "loss.png").is_file()


def test_a_loss_that_is_no_number_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(FloatingPointError, match="no number"):
        Curve(tmp_path, 0).add(Counts(), float("nan"), 0.1)
