"""Memory runs out in any phase of a run: one sentence, and afterwards all is as it was."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import pytest
import torch

from tests.faults.bench import Bench, in_eager_mode
from tests.faults.strikes import Operations

PHASES = ("load", "encode", "step", "decode", "save")
ERRORS: Mapping[str, Callable[[], BaseException]] = {
    "of the device": lambda: torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"),
    "of Python": MemoryError,
    "of torch on a CPU": lambda: RuntimeError("DefaultCPUAllocator: can't allocate memory"),
}
SMALL = 2**16


class Clean:
    """A whole cold run: its results, and how many operations each phase has."""

    def __init__(self, folder: Path) -> None:
        bench = Bench(folder)
        assert bench.run().ok  # the first run of a process does a little more than the others
        bench.start_anew()
        self.counts: Counter[str] = Counter()
        operations = Operations(1, lambda: self.counts.update([bench.phase]))
        assert bench.run(operations).ok
        self.prints, self.count = bench.prints(), operations.count


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    return Clean(tmp_path_factory.mktemp("clean"))


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What only the collector of garbage could free counts as held."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def run_out(
    bench: Bench, place: int, error: Callable[[], BaseException], phase: str = ""
) -> Operations:
    """A run in which there is no memory from an operation on, or from one of a phase."""

    def strike() -> NoReturn:
        raise error()

    operations = Operations(place, strike, lambda: phase in ("", bench.phase))
    bench.run(operations)
    return operations


def check_survived(bench: Bench, clean: Clean, operations: Operations) -> None:
    """One sentence, nothing held, nothing half saved; the next run comes out as any other."""
    assert len(bench.failures()) >= 1
    for sentence in bench.failures().values():
        assert "not enough memory" in sentence or "ran out of memory" in sentence, sentence
        assert "nobody foresaw" not in sentence
    assert operations.alive() <= bench.cache.size + SMALL
    in_eager_mode()
    assert bench.pictures() == []
    states = bench.states()
    assert bench.run().ok, bench.failures()
    assert bench.prints() == clean.prints
    assert states.items() <= bench.states().items()
    assert len(bench.pictures()) == 1


@pytest.mark.parametrize(("phase", "error"), list(zip(PHASES, [*ERRORS, *ERRORS], strict=False)))
@pytest.mark.usefixtures("no_collector")
def test_no_memory_in_any_phase_costs_this_run_only(
    phase: str, error: str, clean: Clean, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    operations = run_out(bench, clean.counts[phase] // 2, ERRORS[error], phase)
    check_survived(bench, clean, operations)


@pytest.mark.heavy
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.usefixtures("no_collector")
def test_no_memory_at_any_of_many_points(error: str, clean: Clean, tmp_path: Path) -> None:
    for number, place in enumerate(range(1, clean.count * 99 // 100, clean.count // 40)):
        bench = Bench(tmp_path / str(number))
        check_survived(bench, clean, run_out(bench, place, ERRORS[error]))
