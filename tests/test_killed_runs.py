"""A run of a real graph that was killed leaves nothing behind that spoils the next one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
GRAPH = ROOT / "resources" / "graphs" / "text-to-image.loom"
SETTINGS = ("--set", "Sampler.steps=60", "--set", "Sampler.scheduler=DPM++ 2M SDE")


class Shell:
    """Runs the graph as from a shell, on a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def start(self) -> subprocess.Popen[bytes]:
        """A run that has begun."""
        program = [sys.executable, "main.py", "run", str(GRAPH), *SETTINGS]
        return subprocess.Popen(
            [*program, "--out", str(self.home / "out")],
            cwd=ROOT,
            env={**os.environ, "LATENT_LOOM_HOME": str(self.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def picture(self) -> bytes:
        """The pixels that a whole run makes."""
        with self.start() as run:
            assert run.wait(120) == 0
        (file,) = (self.home / "out").glob("*.png")
        with Image.open(file) as picture:
            return picture.convert("RGB").tobytes()

    def states(self) -> int:
        """How many entries are stored."""
        return len(list(self.home.glob("caches/results/entries/*/*.safetensors")))


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_killed_at_any_step_the_next_run_makes_the_same_picture(tmp_path: Path) -> None:
    whole = Shell(tmp_path / "whole").picture()
    shell = Shell(tmp_path / "killed")
    chance = random.Random(1)
    for _ in range(6):
        before = shell.states()
        with shell.start() as run:
            while run.poll() is None and shell.states() <= before:
                time.sleep(0.005)
            time.sleep(chance.random() * 0.15)
            run.kill()
    assert shell.picture() == whole
