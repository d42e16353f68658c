"""Whether the window stays awake while a picture is sampled: python -m tests.benchmarks.heartbeat

The real window without a screen samples the text-to-image graph with the shipped model again and
again, with live previews and without, in turn. Prints how far apart the beats of a timer of 5 ms on
the window's thread are, how much CPU time that thread took between two of them, which other
programs do not disturb, the same while nothing runs, and what previews cost. On Linux the time is
told apart for which the thread was ready and other programs had all cores. Aims: never blocked for
more than 50 ms; previews below 3 % of sampling.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from app.sdk.paths import RESOURCES

ROOT = Path(__file__).resolve().parents[2]
GRAPH = RESOURCES / "graphs" / "text-to-image.loom"
BEAT = 5
"""Milliseconds between two beats of the timer."""
RUNS = 40
STEPS = 40
QUIET = 3.0
"""Seconds that are watched while nothing runs."""
NEVER = 1e9
LATE = 0.05
"""Seconds after which a beat is late."""
PARTS = {
    "gaps": "between two beats",
    "own": "less waiting for a core",
    "work": "CPU time in between",
}
SCHEDULED = Path("/proc/thread-self/schedstat")
"""Nanoseconds that a thread ran, and waited for a core, on Linux."""


class Watch:
    """Runs the graph again and again, and notes when the window's thread beats."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps: dict[str, list[float]] = {"quiet": [], "previews": [], "no previews": []}
        self.collections: list[float] = []
        gc.callbacks.append(self._collected)
        self.work: dict[str, list[float]] = {name: [] for name in self.gaps}
        self.own: dict[str, list[float]] = {name: [] for name in self.gaps}
        self.seconds: dict[str, list[float]] = {"previews": [], "no previews": []}
        self.processor: dict[str, list[float]] = {"previews": [], "no previews": []}
        self._phase = "waiting"
        self._last = self._worked = self._waited = self._collecting = 0.0
        self._run = 0
        self._began = (0.0, 0.0)
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self._find_window)

    def _find_window(self) -> None:
        """Wait for the window and what it computes with, then for a quiet while."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from app.ui.window import MainWindow

        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        loaded = hasattr(sys.modules.get("app.diffusion.store"), "ModelStore")
        if not (windows and windows[0].isVisible() and loaded):
            QTimer.singleShot(200, self._find_window)
            return
        self._window = windows[0]
        self._window.runs.ended.connect(self._ended)
        self._start()

    def _start(self) -> None:
        """Sample another seed: with previews, then without, and so on."""
        from app.engine import folding
        from app.graph import edits

        self._run += 1
        self._name = ("no previews", "previews")[self._run % 2]
        folding._PREVIEW_SECONDS = 0.1 if self._name == "previews" else NEVER
        document, kinds = self._window.document, self._window.tab.kinds
        for name, value in (("seed", self._run), ("steps", STEPS)):
            change = edits.set_parameter(document.snapshot, kinds, "sampler", name, value)
            document.apply(change)
        self._began = time.perf_counter(), self._engine_time()
        # The first two load the networks and fill caches.
        self._phase = self._name if self._run > 2 else "waiting"
        self._last = 0.0
        self._window.tab.run()

    def _ended(self, event: object) -> None:
        """Note what the run took, and go on."""
        from PySide6.QtCore import QTimer

        if self._phase in self.seconds:
            self.seconds[self._name].append(time.perf_counter() - self._began[0])
            self.processor[self._name].append(self._engine_time() - self._began[1])
        self._phase, self._last = "waiting", 0.0
        if self._run < RUNS + 2:
            QTimer.singleShot(150, self._start)
        else:
            self._phase = "quiet"
            QTimer.singleShot(round(1000 * QUIET), lambda: signal.raise_signal(signal.SIGINT))

    def _engine_time(self) -> float:
        """CPU seconds of the engine's thread."""
        found = [thread for thread in threading.enumerate() if thread.name == "engine"]
        clock = time.pthread_getcpuclockid(found[0].ident or 0) if found else None
        return time.clock_gettime(clock) if clock is not None else 0.0

    def _collected(self, phase: str, info: dict[str, int]) -> None:
        """Note how long a collection of garbage took, which stops all threads."""
        if phase == "start":
            self._collecting = time.perf_counter()
        elif self._phase in self.gaps:
            self.collections.append(1000 * (time.perf_counter() - self._collecting))

    def _beat(self) -> None:
        now, worked, waited = time.perf_counter(), time.thread_time(), waiting_time()
        if self._last and self._phase in self.gaps:
            self.gaps[self._phase].append(1000 * (now - self._last))
            self.work[self._phase].append(1000 * (worked - self._worked))
            own = now - self._last - (waited - self._waited)
            self.own[self._phase].append(1000 * own)
        self._last, self._worked, self._waited = now, worked, waited


def waiting_time() -> float:
    """Seconds for which this thread was ready to run and had no core; 0 where that is not told."""
    try:
        return int(SCHEDULED.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def measure() -> dict[str, Any]:
    """Run the program in this process, watched."""
    from PySide6.QtWidgets import QApplication

    from app.start import main as start

    QApplication(sys.argv[:1])
    watch = Watch()
    start([str(GRAPH)])
    return {
        "gaps": watch.gaps,
        "own": watch.own,
        "work": watch.work,
        "seconds": watch.seconds,
        "processor": watch.processor,
        "collections": watch.collections,
    }


def spread(values: list[float]) -> str:
    """Median, 95th and 99th percentile, largest, and how many are late, as cells of a table."""
    ordered = sorted(values)
    places = [ordered[round(share * (len(ordered) - 1))] for share in (0.5, 0.95, 0.99, 1.0)]
    late = sum(value > 1000 * LATE for value in values)
    return " | ".join([*(f"{place:.1f}" for place in places), f"{late} of {len(values)}"])


def pairs(with_previews: list[float], without: list[float]) -> str:
    """How much longer a run with previews took than the one beside it: median and quartiles."""
    more = [100 * (live / plain - 1) for live, plain in zip(with_previews, without, strict=False)]
    low, middle, high = statistics.quantiles(more, n=4)
    return f"{middle:+.1f} % ({low:+.1f} to {high:+.1f}, {len(more)} pairs)"


def main() -> None:
    """Measure in a new process, with a home of its own, and print tables."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "LATENT_LOOM_HOME": home, "OMP_NUM_THREADS": "1"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        done = subprocess.run(
            [sys.executable, "-m", __spec__.name, "--once"],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    found = json.loads(done.stdout.splitlines()[-1])
    lines = ["| | median | 95 % | 99 % | largest | above 50 ms |", "|---|--:|--:|--:|--:|--:|"]
    for part, words in PARTS.items():
        lines += [f"| {words}, {name} | {spread(found[part][name])} |" for name in found[part]]
    if found["collections"]:
        lines.append(f"| collections of garbage | {spread(found['collections'])} |")
    lines += [
        "",
        "| with previews, over the run beside it without | |",
        "|---|--:|",
        f"| time of a run | {pairs(*found['seconds'].values())} |",
        f"| CPU time of the engine's thread | {pairs(*found['processor'].values())} |",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["--once"]:
        sys.stdout.write(json.dumps(measure()) + "\n")
    else:
        main()
