"""Junk in the place of every value of the starter graphs: opened or refused, in sentences."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.cli.program import Program
from app.start import make_program
from tests.command import GRAPHS

JUNK: list[Any] = [
    None, True, -1, 2**70, float("nan"), "", "x\0y\ud800 {0}" * 20, [], {}, [[0], {"a": 1}],
]  # fmt: skip

Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def program() -> Program:
    return make_program()


@pytest.mark.parametrize("name", ["text-to-image", "image-to-image", "inpaint", "controlnet"])
def test_any_value_may_be_junk(name: str, program: Program, tmp_path: Path) -> None:
    record = json.loads((GRAPHS / f"{name}.loom").read_text("utf-8"))
    path = tmp_path / "junk.loom"
    statuses = set()
    for index, place in enumerate(places(record)):
        for junk in (JUNK[(index + shift) % len(JUNK)] for shift in range(0, len(JUNK), 3)):
            path.write_text(json.dumps(replaced(record, place, junk)), "utf-8")
            statuses.add(check(path, program, f"{place} = {junk!r}"))
    assert statuses == {0, 2}


def check(path: Path, program: Program, case: str) -> int:
    """The exit status of the command, which says nothing or sentences."""
    out, log = io.StringIO(), io.StringIO()
    status = main(["check", str(path)], lambda: program, out, log)
    said = log.getvalue()
    assert (status == 2) == (out.getvalue() == ""), case
    assert status == 0 or said, case
    for line in said.splitlines():
        assert line.endswith("."), f"{case}: {line!r}"
        assert ": " in line, f"{case}: {line!r}"
        assert len(line) < 1000, f"{case}: {line!r}"
    return status


def places(value: Any, path: Place = ()) -> Iterator[Place]:
    """The way to every value in a record, containers included."""
    if path:
        yield path
    if isinstance(value, list):
        value = dict(enumerate(value))
    if isinstance(value, dict):
        for name, item in value.items():
            yield from places(item, (*path, name))


def replaced(record: Any, place: Place, junk: Any) -> Any:
    """The record with another value at one place."""
    changed = copy.deepcopy(record)
    inner = changed
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = junk
    return changed
