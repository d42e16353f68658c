"""Starting the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_window_opens_and_ends_as_by_ctrl_c(tmp_path: Path) -> None:
    done = start("--quit-after", "1", LATENT_LOOM_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_start_names_the_command_that_needs_none() -> None:
    done = start(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "python main.py run resources/graphs/text-to-image.loom" in done.stderr
    assert done.stderr.count("\n") == 1


def test_commands_work_from_any_folder(tmp_path: Path) -> None:
    graph = ROOT / "resources" / "graphs" / "inpaint.loom"
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "check", str(graph)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "nothing wrong" in done.stdout


def test_the_version_is_that_of_the_project() -> None:
    version = start("--version").stdout.split()[-1]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{version}"' in project
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
