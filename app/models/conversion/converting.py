"""Converts a pickle in a process of its own; this one never looks at more than its first bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.models.conversion.refusals import (
    TOLD,
    AlreadyThere,
    CannotConfine,
    CannotWriteThere,
    ConversionFailed,
    NoSuchPickle,
    NotAPickle,
)
from app.models.conversion.sandbox import can_confine
from app.sdk.errors import NodeError
from app.sdk.paths import RESOURCES
from app.sdk.weight_heads import begins_as_pickle, read_head

PICKLES = (".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle")
"""How the names of pickles end, unless they hide behind that of another format."""

_RESULT = ".safetensors"
_LOOK_SECONDS = 0.1
_LONGEST_ANSWER = 10_000
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from app.models.conversion import "
_START += "confined; confined.main(*map(int, sys.argv[1:4]))"


def target_of(file: Path) -> Path:
    """Where the result goes unless the user says so: beside the pickle, under its name."""
    target = file.with_suffix(_RESULT)
    return file.with_name(f"{file.stem} (converted){_RESULT}") if target == file else target


def convert(
    file: Path, target: Path | None = None, check: Callable[[], None] = lambda: None
) -> Path:
    """Convert a pickle of weights; where the safetensors lie. Raises ConversionErrors.

    ``check`` is called often and may raise to give up. No file is ever written over, and nothing is
    left behind where it fails.
    """
    target = target or target_of(file)
    if not can_confine():
        raise CannotConfine(file=file)
    if not file.is_file():
        raise NoSuchPickle(file=file)
    if target.exists():
        raise AlreadyThere(file=file, target=target)
    try:
        return _converted(file, target, check)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CannotWriteThere(target=target, problem=problem) from error


def _converted(file: Path, target: Path, check: Callable[[], None]) -> Path:
    with file.open("rb", buffering=0) as source:
        if not begins_as_pickle(source.read(8)):
            raise NotAPickle(file=file)
        source.seek(0)
        with _beside(target) as part:
            with part.open("wb") as written:
                told = _told(file, source.fileno(), written.fileno(), check)
                os.fsync(written.fileno())
            _check(file, part, told)
            if target.exists():
                raise AlreadyThere(file=file, target=target)
            shutil.copymode(file, part)  # until now nobody else could read it
            part.replace(target)
    return target


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A hidden file beside the target, which is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.stem[:60]}", suffix=".part"
    )
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _told(file: Path, source: int, target: int, check: Callable[[], None]) -> dict[str, str]:
    """What the confined process says; it gets open files, and neither names nor surroundings."""
    answer, say = os.pipe()
    with tempfile.TemporaryDirectory() as nowhere, os.fdopen(answer, "rb") as answers:
        root = str(RESOURCES.parent)
        numbers = [str(each) for each in (source, target, say)]
        try:
            child = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-c", _START, root, *numbers],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(source, target, say),
                cwd=nowhere,
                env={},
            )
        finally:
            os.close(say)
        try:
            _wait(child, check)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        return _read_answer(file, answers.read(_LONGEST_ANSWER), child.returncode)


def _wait(child: subprocess.Popen[bytes], check: Callable[[], None]) -> None:
    """Wait for the process, which the kernel ends if it takes too long."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            child.wait(_LOOK_SECONDS)
            return
        check()


def _read_answer(file: Path, answer: bytes, status: int) -> dict[str, str]:
    try:
        told = json.loads(answer)
    except ValueError:
        told = None
    if not isinstance(told, dict) or status:
        raise ConversionFailed(file=file, problem=f"status {status}")
    return told


def _check(file: Path, part: Path, told: dict[str, str]) -> None:
    """Raise what the process refused; of what it wrote nothing is believed, either."""
    kind = TOLD.get(told.pop("refusal", ""))
    if kind is not None:
        raise kind(file=file, **{name: str(value) for name, value in told.items()})
    try:
        read_head(part, _RESULT)
    except NodeError as error:
        raise ConversionFailed(file=file, problem="its result is damaged") from error
