"""The command line as a user meets it, with the real nodes: for tests of what goes wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.main import main
from app.sdk.paths import RESOURCES
from app.start import make_program

GRAPHS = RESOURCES / "graphs"
MODELS = RESOURCES / "models"
TEXT_TO_IMAGE = GRAPHS / "text-to-image.loom"

Record = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What ``main.py run ... --json`` left behind."""

    status: int
    out: str
    log: str

    @property
    def outcome(self) -> Record:
        """The object on the last line of standard output."""
        outcome: Record = json.loads(self.out.splitlines()[-1])
        return outcome

    @property
    def states(self) -> dict[str, str]:
        """What came of each node."""
        return {id: node["state"] for id, node in self.outcome["nodes"].items()}

    def made(self, *nodes: str) -> bool:
        """Whether all these nodes have results, be it from an earlier run."""
        return {self.states[id] for id in nodes} <= {"ran", "cached"}

    def refusal(self) -> str:
        """The sentence with which nothing ran; the same one on both streams."""
        assert self.status == 2
        assert self.outcome.keys() == {"ok", "seconds", "nodes", "files", "error"}
        assert (self.outcome["ok"], self.outcome["nodes"], self.outcome["files"]) == (False, {}, [])
        sentence: str = self.outcome["error"]
        assert self.log == sentence + "\n"
        return checked(sentence)

    def failure(self, node: str) -> str:
        """The sentence of the one node that failed; what depends on it was skipped."""
        assert self.status == 1
        assert self.outcome["ok"] is False
        assert [id for id, state in self.states.items() if state == "failed"] == [node]
        sentence: str = self.outcome["nodes"][node]["error"]
        assert sum(sentence in line for line in self.log.splitlines()) == 1
        assert "Traceback" not in self.log
        return checked(sentence)


def checked(sentence: str) -> str:
    """A sentence for users: what is wrong and, behind a colon, what to do."""
    what, colon, to_do = sentence.rpartition(": ")
    assert colon
    assert what
    assert len(to_do) > 10
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert "nobody foresaw" not in sentence
    return sentence


def call(*arguments: object) -> Answer:
    """Any command, in this process."""
    out, log = io.StringIO(), io.StringIO()
    status = main([str(argument) for argument in arguments], make_program, out, log)
    return Answer(status, out.getvalue(), log.getvalue())


def run(graph: Path, out: Path, settings: Mapping[str, object] | None = None) -> Answer:
    """Run a graph with ``--json``, and with other values: ``{"node.parameter": value}``."""
    pairs = [f"{place}={value}" for place, value in (settings or {}).items()]
    arguments = [part for pair in pairs for part in ("--set", pair)]
    return call("run", graph, "--out", out, "--json", *arguments)


def edited(folder: Path, edit: Callable[[Record], object], name: str = "text-to-image") -> Path:
    """A starter graph after ``edit`` changed its record: the one graph in the file."""
    record = json.loads((GRAPHS / f"{name}.loom").read_text("utf-8"))
    edit(record["graphs"]["main"])
    path = folder / "edited.loom"
    path.write_text(json.dumps(record), "utf-8")
    return path


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, hidden ones included."""
    return (path for path in folder.rglob("*") if path.is_file())
