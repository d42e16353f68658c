"""How ``python -m tests`` shares out the work."""

from __future__ import annotations

import pytest

from tests.__main__ import IN_TWO_PROCESSES, Deaths, processes


@pytest.mark.parametrize(
    "arguments", [[], ["-x"], ["-q", "--durations=9"], ["-p", "no:faulthandler"]]
)
def test_the_whole_suite_runs_in_two_processes(arguments: list[str]) -> None:
    assert processes(arguments) == IN_TWO_PROCESSES


@pytest.mark.parametrize(
    "arguments",
    [
        ["tests/test_processes.py"],
        ["-q", "tests/graph"],
        ["tests/test_processes.py::test_the_whole_suite_runs_in_two_processes"],
        ["-m", "heavy"],
        ["-n0"],
        ["-n", "4"],
        ["--pdb"],
    ],
)
def test_a_part_and_what_was_chosen_run_as_they_were_asked_for(arguments: list[str]) -> None:
    assert processes(arguments) == ()


def test_only_processes_that_died_count_as_deaths() -> None:
    deaths = Deaths()
    deaths.pytest_testnodedown(error=None)
    assert deaths.count == 0
    deaths.pytest_testnodedown(error="Not properly terminated")
    assert deaths.count == 1
