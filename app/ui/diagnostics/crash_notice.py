"""Tells at a start that the program did not end as usual the last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.reports.crashes import Crash
from app.ui.running.problem_list import Problem, Remedy
from app.ui.words import tr


def crash_problem(crashes: Sequence[Crash], diagnose: Callable[[], object]) -> Problem | None:
    """One calm line about those who died, with the way to the diagnostics; None without any.

    A command or a process of the worker that was ended from outside is no news for the window.
    """
    faulted = any(crash.stacks for crash in crashes)
    if not faulted and not any(crash.role == "window" for crash in crashes):
        return None
    sentence = (
        tr(
            "The program crashed the last time. What you made was kept as far as it was written;"
            " the diagnostics tell where it happened, for a report. Nothing is sent by itself."
        )
        if faulted
        else tr(
            "The program was ended from outside the last time: it was killed, the computer went"
            " off, or memory ran out. What you made was kept as far as it was written."
        )
    )
    remedy = Remedy(tr("Diagnostics for a report …"), diagnose)
    return Problem("program", sentence, tr("Last time"), is_warning=True, remedies=(remedy,))
