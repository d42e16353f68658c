"""What a dead copy of the program leaves for the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.reports.crashes import found, last_account, watched

ROOT = Path(__file__).parents[2]
CODE = """
import faulthandler, os, signal, sys
from pathlib import Path
from app.reports.crashes import watched
with watched(Path(sys.argv[1]), "window"):
    print("up", flush=True)
    {work}
"""


def die(folder: Path, work: str) -> subprocess.Popen[str]:
    """A process under watch that does this."""
    command = [sys.executable, "-c", CODE.format(work=work), str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    with watched(tmp_path, "window"):
        assert found(tmp_path) == []
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_error_that_ends_the_program_is_a_good_end(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), watched(tmp_path, "window"):
        raise ValueError("x")
    assert found(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="dies in another way")
@pytest.mark.parametrize(
    ("work", "named"),
    [("faulthandler._sigsegv()", "Segmentation fault"), ("os.abort()", "Aborted")],
)
def test_a_crash_is_found_with_its_stacks_once(tmp_path: Path, work: str, named: str) -> None:
    with die(tmp_path, work) as process:
        assert process.wait(30) < 0
    [crash] = found(tmp_path)
    assert crash.role == "window"
    assert "Python" in crash.head
    assert named in crash.stacks
    assert "line 7 in <module>" in crash.stacks
    assert found(tmp_path) == []
    assert named in last_account(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="dies in another way")
def test_a_killed_program_is_told_from_a_living_one(tmp_path: Path) -> None:
    with die(tmp_path, "import time; time.sleep(60)") as process:
        try:
            assert found(tmp_path) == []
            process.send_signal(signal.SIGKILL)
            process.wait(30)
            [crash] = found(tmp_path)
            assert crash.stacks == ""
        finally:
            process.kill()


def test_a_folder_that_cannot_be_written_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with watched(tmp_path / "file", "window"):
        pass
    assert found(tmp_path / "file") == []
