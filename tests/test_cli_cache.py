"""The cache command, and what a second run from the shell finds."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cli.cache import size_in_words
from app.cli.main import main
from app.engine.memories import DiskPlace, Memories
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.file import save_file
from tests import toys


class Shell:
    """Commands of a program with a cache folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        nodes = {"start": Node("start", "loom.Start"), "show": Node("show", "loom.Show")}
        wires = {Socket("show", "number"): (Source("start", "float"),)}
        self.graph = folder / "toys.loom"
        save_file(
            self.graph,
            Snapshot({"main": Graph(nodes=nodes, wires=wires)}),
            toys.make_program().kinds,
        )
        self.disk: DiskPlace | None = DiskPlace(self.cache, 2**20)

    def call(self, *arguments: object) -> dict[str, Any]:
        """What a command answers with --json."""
        out, log = io.StringIO(), io.StringIO()
        given = [*map(str, arguments), "--json"]
        main(given, lambda: self._program(), out, log)
        answer: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])
        return answer

    def run(self, output: str = "out") -> dict[str, str]:
        """How the nodes came out."""
        answer = self.call("run", self.graph, "--out", self.graph.parent / output)
        return {id: node["state"] for id, node in answer["nodes"].items()}

    def _program(self) -> Any:
        return replace(toys.make_program(), memories=Memories(disk=self.disk))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_second_run_finds_what_the_first_one_made(shell: Shell) -> None:
    assert shell.run() == {"start": "ran", "show": "ran"}
    assert shell.run() == {"start": "cached", "show": "ran"}  # it leaves no file to check


def test_info_tells_what_is_kept(shell: Shell) -> None:
    shell.run()
    info = shell.call("cache", "info")
    assert info["folder"] == str(shell.cache)
    assert (info["entries"], info["results"], info["states"]) == (1, 1, 0)
    assert 0 < info["size"] < info["budget"]


def test_clear_removes_everything(shell: Shell) -> None:
    shell.run()
    assert shell.call("cache", "clear")["removed"] == 1
    assert shell.call("cache", "info")["entries"] == 0
    assert shell.run()["start"] == "ran"


def test_verify_finds_damage_and_removes_it(shell: Shell) -> None:
    from app.engine.disk import opened
    from app.engine.disk_queue import Offer

    with opened(shell.disk) as disk:
        assert disk is not None
        for name in "ab":
            disk.offer(Offer(name * 64, b"pixels", 6, 1.0, False, {}))
    file = next(shell.cache.rglob("a*.safetensors"))
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    answer = shell.call("cache", "verify")
    assert (answer["whole"], answer["damaged"]) == (1, 1)
    assert not file.exists()


def test_switched_off_it_says_so(shell: Shell) -> None:
    shell.disk = None
    assert shell.run() == shell.run() == {"start": "ran", "show": "ran"}
    assert "switched off" in shell.call("cache", "info")["error"]


def test_a_folder_that_cannot_be_made_is_named(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shell.disk = DiskPlace(tmp_path / "file" / "cache", 2**20)
    assert str(tmp_path / "file") in shell.call("cache", "info")["error"]


def test_words_for_people(shell: Shell) -> None:
    out = io.StringIO()
    shell.run()
    for action in ("info", "verify", "clear"):
        assert main(["cache", action], shell._program, out, io.StringIO()) == 0
    assert "1 values and 0 steps" in out.getvalue()
    assert "1 entries are whole" in out.getvalue()
    assert "1 entries were removed" in out.getvalue()


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1536, "1.54 kB"), (2**40, "1.1 TB")]
)
def test_sizes_are_read_easily(size: int, words: str) -> None:
    assert size_in_words(size) == words
