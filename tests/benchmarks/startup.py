"""How long until the window can be used: python -m tests.benchmarks.startup

Prints the median CPU time from the start of the process to the first time round Qt's event loop
with the window drawn, and the longest stall of that loop while torch loads on the worker's thread.
Aims: below 1 s, and below 100 ms. The very first start, which compiles the program, does not count.
"""

from __future__ import annotations

import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 5
BEAT = 2
"""Milliseconds between two beats of the loop."""

AFTER_TORCH = 1.0
"""Seconds that are still watched once torch has loaded."""


def measure() -> dict[str, float]:
    """Start the program in this process, watch its event loop, and end it."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from app.start import main

    application = QApplication(sys.argv[:1])
    beats: list[float] = []
    found: dict[str, float] = {}
    loaded_at = 0.0

    def beat() -> None:
        nonlocal loaded_at
        now = time.perf_counter()
        if not found:
            if any(window.isVisible() for window in application.topLevelWidgets()):
                found["cpu"] = time.process_time()
            return
        beats.append(now)
        loaded_at = loaded_at or (now if has_torch() else 0.0)
        if loaded_at and now - loaded_at > AFTER_TORCH:
            timer.stop()
            application.closeAllWindows()

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(BEAT)
    main([])
    gaps = [after - before for before, after in itertools.pairwise(beats)]
    return {**found, "stall": max(gaps), "load": loaded_at - beats[0]}


def has_torch() -> bool:
    """Whether the worker has imported all that it computes with."""
    return hasattr(sys.modules.get("app.diffusion.store"), "ModelStore")


def main() -> None:
    """Measure some times, each in a fresh process, and print the medians."""
    runs = []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "LATENT_LOOM_HOME": home}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        # As on any computer but those of developers who switched it off: compiled files are kept.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
        for _ in range(REPEATS + 1):
            done = subprocess.run(
                [sys.executable, "-m", __spec__.name, "--once"],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    del runs[0]
    for name, words in (
        ("cpu", "CPU time to a window that can be used"),
        ("stall", "longest stall of its thread while torch loads"),
        ("load", "time from there until torch has loaded"),
    ):
        values = sorted(run[name] for run in runs)
        sys.stdout.write(
            f"{words}: median {1000 * statistics.median(values):.0f} ms "
            f"({1000 * values[0]:.0f} to {1000 * values[-1]:.0f}, {len(values)} runs)\n"
        )


if __name__ == "__main__":
    if sys.argv[1:] == ["--once"]:
        sys.stdout.write(json.dumps(measure()) + "\n")
    else:
        main()
