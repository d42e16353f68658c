"""The worker process of the program itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LOOK = """
import sys
from pathlib import Path
from app.engine.process.messages import Setup
from app.working import assemble
from tests.engine.toys import NoModels
parts = assemble(Setup(Path(), 1), NoModels())
assert parts.kinds.node_class("loom.Sampler") is not None
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"torch", "PySide6", "shiboken6"}))
"""


def test_a_worker_process_knows_the_nodes_and_loads_no_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path))
    command = [sys.executable, "-c", LOOK]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


NO_SET_UP = """
import sys
import main
from app import bootstrap
del bootstrap.ensure
sys.argv = ["main.py", "--worker-process"]
main.main()
"""


def test_a_worker_process_installs_nothing_and_ends_where_there_is_no_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", NO_SET_UP],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
