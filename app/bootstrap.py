"""Set up the environment that the program runs in. Standard library only.

``ensure`` returns at once where this interpreter already has what is needed: the user's own
environment, ``uv run``, or any start but the first. Otherwise it makes ``.venv`` beside
``main.py``, installs what ``pyproject.toml`` names there, and starts again inside.

This file parses on Python 3.8, so that somebody with an old Python reads a sentence.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
INSTALLER = "uv>=0.8,<1"

MODULES = {
    "": (
        "torch",
        "diffusers",
        "transformers",
        "accelerate",
        "safetensors",
        "PIL",
        "numpy",
        "platformdirs",
        "psutil",
        "PySide6",
        "NodeGraphQt",
    ),
    "dev": ("pytest", "pytestqt", "pytest_timeout", "xdist", "hypothesis", "jsonschema"),
    "solvers": ("scipy", "torchsde"),
    "video": ("av",),
    "gguf": ("gguf",),
}
"""What has to be importable, for the program itself and for each of its extras."""


def ensure(root: Path, restart: Sequence[str], extras: Sequence[str] = ()) -> None:
    """Return where the dependencies are at hand; else set up ``.venv`` and start again in it.

    ``root`` holds pyproject.toml; ``restart`` are the arguments of the interpreter that lead back
    here. Does not return when it restarts; leaves with a sentence when something is in the way.
    """
    refuse_old_python(sys.version_info[:3])
    home = root / ".venv"
    marker = home / "installed.txt"
    wanted = {fingerprint(root), *extras}
    inside = Path(sys.prefix).resolve() == home.resolve() and marker.is_file()
    if wanted <= read_marker(marker) if inside else is_complete(extras):
        return
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (python.exists() and wanted <= read_marker(marker)):
        _say(f"Setting up {home} (once; 2 to 6 GB with PyTorch, a few minutes).")
        _create(home, python)
        _install(python, ["-c", str(root / "constraints.txt"), *requirements(root, extras)])
        kept = read_marker(marker) if fingerprint(root) in read_marker(marker) else set()
        marker.write_text("\n".join(sorted(wanted | kept)), encoding="utf-8")
    _restart([str(python), *restart])


def refuse_old_python(version: Sequence[int]) -> None:
    """Leave with a sentence when this Python is too old."""
    if tuple(version) < OLDEST_PYTHON:
        raise SystemExit(
            "Latent Loom needs Python 3.11 or newer and this is Python {}: install a newer one "
            "from python.org or your system's packages, and start with it.".format(
                ".".join(str(part) for part in version)
            )
        )


def is_complete(extras: Sequence[str]) -> bool:
    """Whether this interpreter finds all modules of the program and of ``extras``."""
    names = [name for extra in ("", *extras) for name in MODULES[extra]]
    return all(importlib.util.find_spec(name) is not None for name in names)


def fingerprint(root: Path) -> str:
    """Hash of the files that say what is installed, so that an update installs again."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def read_marker(marker: Path) -> set[str]:
    """What an earlier set-up completed: the fingerprint of its files and its extras."""
    try:
        return set(marker.read_text(encoding="utf-8").split())
    except OSError:
        return set()


def requirements(root: Path, extras: Sequence[str]) -> list[str]:
    """The dependencies that pyproject.toml names, with those of ``extras``."""
    import tomllib  # newer than the oldest Python that must parse this file

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    return wanted


def pip_settings(listing: str) -> dict[str, str]:
    """The settings in the output of ``pip config list``, by their bare names."""
    found = re.findall(r"^\S*?\.([a-z-]+)=('.*'|\".*\")$", listing, re.MULTILINE)
    return {name: str(ast.literal_eval(value)) for name, value in found}


def uv_options(settings: Mapping[str, str]) -> list[str] | None:
    """What uv has to be told about pip's settings; None where only pip can follow them.

    uv reads no pip configuration. Without any it picks the PyTorch build for this machine's GPU
    and driver, which pip cannot.
    """
    if {"index-url", "extra-index-url", "no-index"} & set(settings):
        return None
    links = [f"--find-links={link}" for link in settings.get("find-links", "").split()]
    return links or ["--torch-backend=auto"]


def _create(home: Path, python: Path) -> None:
    """Make a virtual environment with pip in it, unless there is one that works."""
    if python.exists() and _quiet([str(python), "-m", "ensurepip"]) == 0:
        return
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(home)]):
        raise SystemExit(
            f"Python could not make a virtual environment in {home}: see the message above "
            "(on Debian and Ubuntu: sudo apt install python3-venv)."
        )


def _install(python: Path, what: Sequence[str]) -> None:
    """Install with uv, which is several times faster; with pip where uv cannot."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    listing = subprocess.run(
        [*pip, "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    options = uv_options(pip_settings(listing))
    if options is not None:
        uv = [str(python), "-m", "uv", "pip", "install", "--python", str(python)]
        uv += ["--compile-bytecode", *options]
        if not subprocess.call([*pip, "install", "-q", INSTALLER]) and not subprocess.call(
            [*uv, *what]
        ):
            return
        _say("uv could not install the dependencies: trying pip.")
    if subprocess.call([*pip, "install", *what]):
        raise SystemExit(
            "Installing the dependencies failed (see the messages above): check the connection "
            "and the free space on the disk, then start again."
        )


def _quiet(command: Sequence[str]) -> int:
    """Run a command whose output nobody needs; its exit status."""
    return subprocess.run(command, capture_output=True, check=False).returncode


def _restart(command: list[str]) -> None:
    """Go on as ``command``; on Windows exec would return to the shell at once."""
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
