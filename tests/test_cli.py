"""The commands, from arguments to exit status, with toy nodes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from app.cli.main import main
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.file import save_file
from tests.toys import make_program

ROOT = Path(__file__).resolve().parent.parent


class Answer(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    log: str

    @property
    def outcome(self) -> dict[str, Any]:
        """The object on the last line of standard output."""
        outcome: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return outcome


def call(*arguments: object) -> Answer:
    out, log = io.StringIO(), io.StringIO()
    status = main([str(argument) for argument in arguments], make_program, out, log)
    return Answer(status, out.getvalue(), log.getvalue())


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Two starts, of which one is shown and one is unused, and a muted show."""
    nodes = {
        "start": Node("start", "loom.Start", title="Beginning", parameters={"value": 20.0}),
        "spare": Node("spare", "loom.Start"),
        "show": Node("show", "loom.Show"),
        "off": Node("off", "loom.Show", title="Off", muted=True),
    }
    wires = {
        Socket("show", "number"): (Source("start", "float"),),
        Socket("off", "number"): (Source("spare", "float"),),
    }
    return save(tmp_path / "toys.loom", Graph(nodes=nodes, wires=wires))


def save(path: Path, graph: Graph) -> Path:
    save_file(path, Snapshot({"main": graph}), make_program().kinds)
    return path


def test_a_run_makes_the_targets_and_says_so(graph: Path, tmp_path: Path) -> None:
    answer = call("run", graph, "--out", tmp_path / "made")
    assert answer.status == 0
    assert (tmp_path / "made" / "number.txt").read_text(encoding="utf-8") == "20.0"
    assert "Show:" in answer.log


def test_json_tells_what_came_of_every_node(graph: Path, tmp_path: Path) -> None:
    outcome = call("run", graph, "--out", tmp_path, "--json").outcome
    assert outcome["ok"] is True
    assert outcome["seconds"] >= 0
    assert outcome["files"] == []
    states = {id: (node["type"], node["state"]) for id, node in outcome["nodes"].items()}
    assert states == {
        "start": ("loom.Start", "ran"),
        "show": ("loom.Show", "ran"),
        "off": ("loom.Show", "muted"),
    }


def test_json_says_why_every_node_ran(graph: Path, tmp_path: Path) -> None:
    nodes = call("run", graph, "--out", tmp_path, "--json").outcome["nodes"]
    reasons = {id: node["reason"] for id, node in nodes.items()}
    assert reasons == {
        "start": "ran because it had not run before",
        "show": "ran because it had not run before",
        "off": "did not run: it is switched off",
    }
    assert not any("steps_run" in node for node in nodes.values())


def test_a_setting_counts_for_this_run(graph: Path, tmp_path: Path) -> None:
    before = graph.read_bytes()
    call("run", graph, "--out", tmp_path, "--set", "Beginning.value=30")
    assert (tmp_path / "number.txt").read_text(encoding="utf-8") == "30.0"
    assert graph.read_bytes() == before


def test_a_target_is_made_alone(graph: Path, tmp_path: Path) -> None:
    outcome = call("run", graph, "--target", "Beginning", "--out", tmp_path, "--json").outcome
    assert list(outcome["nodes"]) == ["start"]


def test_a_failed_node_gives_status_1_and_its_sentence(graph: Path, tmp_path: Path) -> None:
    answer = call("run", graph, "--out", tmp_path, "--set", "Beginning.value=60", "--json")
    assert answer.status == 1
    assert answer.outcome["ok"] is False
    assert answer.outcome["nodes"]["show"]["state"] == "failed"
    assert answer.outcome["nodes"]["show"]["error"] == "The number is too large: take one up to 50."


def test_a_file_that_is_no_graph_gives_status_2(tmp_path: Path) -> None:
    broken = tmp_path / "cut.loom"
    broken.write_text('{"format": 1, "graphs": {', encoding="utf-8")
    answer = call("run", broken, "--json")
    assert answer.status == 2
    assert answer.outcome["ok"] is False
    assert "cut.loom" in answer.outcome["error"]
    assert "Traceback" not in answer.log


def test_a_picture_without_a_graph_says_so(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "plain.png")
    answer = call("run", tmp_path / "plain.png")
    assert answer.status == 2
    assert "plain.png holds no graph" in answer.log


@pytest.mark.parametrize("name", ["nowhere.loom", "nowhere.png"])
def test_a_missing_file_gives_status_2(tmp_path: Path, name: str) -> None:
    answer = call("run", tmp_path / name)
    assert answer.status == 2
    assert name in answer.log
    assert answer.log.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--set", "Beginning.value=1000"),
        ("--set", "Beginning.value=nan"),
        ("--set", "Beginning.speed=1"),
        ("--set", "Nobody.value=1"),
        ("--target", "Nobody"),
        ("--frobnicate",),
    ],
)
def test_a_wrong_argument_runs_nothing(
    graph: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    answer = call("run", graph, "--json", "--out", tmp_path / "made", *arguments)
    assert answer.status == 2
    assert answer.outcome["error"] == answer.log.strip()
    assert not (tmp_path / "made").exists()


def test_a_node_that_lacks_a_wire_runs_nothing(tmp_path: Path) -> None:
    alone = save(tmp_path / "alone.loom", Graph(nodes={"show": Node("show", "loom.Show")}))
    answer = call("run", alone, "--json")
    assert answer.status == 2
    assert "Show needs a wire into number" in answer.outcome["error"]


def test_an_empty_graph_says_what_to_add(tmp_path: Path) -> None:
    answer = call("run", save(tmp_path / "empty.loom", Graph()))
    assert answer.status == 2
    assert "nothing to run" in answer.log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_stops_within_a_step(tmp_path: Path) -> None:
    nodes = {"long": Node("long", "loom.Interrupted")}
    answer = call("run", save(tmp_path / "long.loom", Graph(nodes=nodes)), "--json")
    assert answer.status == 130
    assert answer.outcome["ok"] is False
    assert answer.log.endswith("Stopped.\n")


def test_check_accepts_a_good_graph(graph: Path) -> None:
    answer = call("check", graph)
    assert answer.status == 0
    assert "4 nodes and 2 wires" in answer.out
    assert answer.log == ""


def test_check_names_every_fault(tmp_path: Path) -> None:
    nodes = {
        "show": Node("show", "loom.Show", title="First"),
        "other": Node("other", "loom.Show", title="Second"),
    }
    answer = call("check", save(tmp_path / "two.loom", Graph(nodes=nodes)))
    assert answer.status == 2
    assert "First needs" in answer.log
    assert "Second needs" in answer.log


def test_nodes_lists_sockets_parameters_and_ranges() -> None:
    answer = call("nodes")
    assert answer.status == 0
    assert "Start (loom.Start)" in answer.out
    assert "whole = 1 (integer, 0 to 9). A whole number." in answer.out
    assert "in   number: Float. What to write." in answer.out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no head")
def test_a_reader_that_has_seen_enough_brings_no_traceback() -> None:
    command = f"'{sys.executable}' main.py nodes | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_nodes_as_json_holds_every_declaration() -> None:
    nodes = {node["type"]: node for node in call("nodes", "--json").outcome["nodes"]}
    assert set(nodes) == {"loom.Start", "loom.Show", "loom.Interrupted"}
    assert nodes["loom.Start"]["parameters"][0]["high"] == 100.0
