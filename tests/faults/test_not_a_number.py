"""A number that is none, wherever it arises: named with its step, and nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.bench import Bench
from tests.faults.strikes import Poison, mostly_heavy

STEPS = 4
FEW = {"sampler.steps": STEPS, "size.size": [64, 64]}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    bench = Bench(tmp_path_factory.mktemp("whole"), few=FEW)
    assert bench.run().ok
    return bench


@pytest.mark.parametrize("step", mostly_heavy(range(1, STEPS + 1), [1, 3]))
def test_nan_in_a_step_is_told_with_that_step_and_the_steps_before_it_are_kept(
    step: int, whole: Bench, tmp_path: Path
) -> None:
    bench = Bench(tmp_path, few=FEW)
    poison = Poison(
        lambda: bench.phase == "step" and bench.marks[-1].step == step - 1,
    )
    bench.run(poison)
    assert poison.count == 1
    assert f"became NaN at step {step} of {STEPS}" in bench.failures()["sampler"]
    assert bench.pictures() == []
    kept = bench.states()
    assert kept.items() <= whole.states().items()
    assert bench.run().ok
    assert bench.prints() == whole.prints()
    done = next(e for e in bench.events if getattr(e, "steps_run", 0))
    assert (done.steps_reused, done.steps_run) == (step - 1, STEPS - step + 1)  # type: ignore[union-attr]


@pytest.mark.parametrize("phase", ["encode", "decode"])
def test_nan_in_other_phases_is_no_black_picture_and_is_not_kept(
    phase: str, whole: Bench, tmp_path: Path
) -> None:
    bench = Bench(tmp_path, few=FEW)
    bench.run(Poison(lambda: bench.phase == phase))
    (sentence,) = bench.failures().values()
    assert f"was {phase}d to NaN" in sentence
    assert bench.pictures() == []
    assert bench.states().items() <= whole.states().items()
    assert bench.run().ok
    assert bench.prints() == whole.prints()
