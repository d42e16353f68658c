"""Bad graphs and bad arguments: one sentence, exit status 2, and nothing ran or changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import GRAPHS, TEXT_TO_IMAGE, Record, call, checked, edited, files, run

Edit = Callable[[Record], object]


@pytest.mark.parametrize("percent", range(0, 100, 10))
def test_a_graph_that_was_cut_short_is_refused(tmp_path: Path, percent: int) -> None:
    whole = TEXT_TO_IMAGE.read_bytes()
    cut = tmp_path / "cut.loom"
    cut.write_bytes(whole[: len(whole) * percent // 100])
    before = cut.read_bytes()
    sentence = run(cut, tmp_path / "out").refusal()
    assert "cut.loom" in sentence
    assert ("restore an earlier copy" if percent else "it is empty") in sentence
    assert cut.read_bytes() == before
    assert list(files(tmp_path)) == [cut]


def test_a_graph_of_a_newer_format_says_to_update(tmp_path: Path) -> None:
    newer = tmp_path / "newer.loom"
    newer.write_text(json.dumps(json.loads(TEXT_TO_IMAGE.read_text("utf-8")) | {"format": 2}))
    sentence = run(newer, tmp_path).refusal()
    assert "newer.loom has format 2" in sentence
    assert "update the program" in sentence


def _wire(source: tuple[str, str], target: tuple[str, str]) -> Edit:
    """Put a wire in place of what arrives at ``target``."""

    def edit(graph: Record) -> None:
        kept = [wire for wire in graph["wires"] if wire["to"] != list(target)]
        graph["wires"] = [*kept, {"from": list(source), "to": list(target)}]

    return edit


def _value(node: str, name: str, value: Any) -> Edit:
    return lambda graph: graph["nodes"][node]["parameters"].update({name: value})


def _kind(graph: Record) -> None:
    graph["nodes"]["sampler"] |= {"type": "other.Sampler", "title": "My sampler"}


GRAPH_FAULTS: dict[str, tuple[Edit, list[str]]] = {
    "circle": (
        _wire(("sampler", "latent"), ("sampler", "latent")),
        ["wires of Sampler form a circle", "remove one"],
    ),
    "unknown kind": (_kind, ["My sampler is of the kind other.Sampler", "add the node pack"]),
    "unknown input": (
        _wire(("sampler", "latent"), ("decode", "picture")),
        ["to picture of VAE Decode", "no input called picture"],
    ),
    "unknown output": (
        _wire(("sampler", "picture"), ("decode", "latent")),
        ["picture of Sampler", "no output called picture"],
    ),
    "unknown source": (
        _wire(("ghost", "latent"), ("decode", "latent")),
        ["to latent of VAE Decode", "no node ghost"],
    ),
    "wrong type": (
        _wire(("load-model", "model"), ("decode", "latent")),
        ["gives Model", "takes Latent"],
    ),
    "missing wire": (
        lambda graph: graph.update(wires=[]),
        ["Save Image needs a wire into image", "connect one"],
    ),
    "too small": (_value("sampler", "steps", 0), ["steps of Sampler", "between 1 and 200, not 0"]),
    "too large": (_value("sampler", "seed", 2**63), ["seed of Sampler", str(2**63)]),
    "NaN": (_value("sampler", "cfg", float("nan")), ["cfg of Sampler", "finite number, not nan"]),
    "infinity": (_value("sampler", "cfg", float("inf")), ["cfg of Sampler", "not inf"]),
    "no number": (_value("sampler", "steps", "ten"), ["steps of Sampler", "a whole number"]),
    "null": (_value("sampler", "steps", None), ["steps of Sampler", "not nothing"]),
    "no choice": (_value("sampler", "scheduler", "Magic"), ["one of DPM++ 2M", "not 'Magic'"]),
    "no size": (_value("size", "size", [64]), ["size of Size", "a width and a height"]),
}


@pytest.mark.parametrize("fault", GRAPH_FAULTS)
def test_a_graph_with_a_fault_says_where_and_runs_nothing(tmp_path: Path, fault: str) -> None:
    edit, says = GRAPH_FAULTS[fault]
    path = edited(tmp_path, edit)
    sentence = run(path, tmp_path / "out").refusal()
    assert all(words in sentence for words in says)
    assert list(files(tmp_path)) == [path]
    check = call("check", path)
    assert (check.status, check.out) == (2, "")
    assert sentence in check.log


def test_several_faults_have_a_line_each(tmp_path: Path) -> None:
    def edit(graph: Record) -> None:
        _value("prompt", "clip_skip", 99)(graph)
        _value("size", "batch", 0)(graph)

    answer = run(edited(tmp_path, edit), tmp_path)
    assert answer.status == 2
    assert len(answer.log.splitlines()) == 2
    assert all(checked(line) for line in answer.log.splitlines())


def test_what_no_target_needs_may_be_broken(tmp_path: Path) -> None:
    def edit(graph: Record) -> None:
        graph["nodes"]["stranger"] = {"type": "other.Thing", "schema": 1, "parameters": {"a": [1]}}
        graph["nodes"]["sampler"]["parameters"]["sharpness"] = 3

    answer = run(edited(tmp_path, edit), tmp_path / "out", {"sampler.steps": 1})
    assert answer.status == 0
    warnings = [line for line in answer.log.splitlines() if line.startswith("Warning: ")]
    assert len(warnings) == 2
    assert all(checked(warning) for warning in warnings)


ARGUMENT_FAULTS = {
    "no number": (["--set", "Sampler.steps=many"], "Sampler.steps must be a whole number"),
    "empty": (["--set", "Sampler.steps="], 'a whole number, not "".'),
    "out of range": (["--set", "Sampler.steps=201"], "Sampler.steps must be between 1 and 200"),
    "NaN": (["--set", "sampler.cfg=nan"], "Sampler.cfg must be a finite number, not nan"),
    "infinite": (["--set", "sampler.cfg=1e999"], "Sampler.cfg must be a finite number, not 1e999"),
    "no choice": (["--set", "sampler.noise=loud"], "must be one of fresh, none, not loud"),
    "no size": (["--set", "Size.size=64"], "Size.size must be a size such as 64x64"),
    "endless": (["--set", f"sampler.steps={'9' * 5000}"], "999…."),
    "no value": (["--set", "Sampler.steps"], "--set takes NODE.PARAM=VALUE"),
    "no parameter": (["--set", "Sampler.loud=3"], "it has scheduler, spacing, steps"),
    "misspelt": (["--set", "Sampler.step=3"], "did you mean steps"),
    "a socket": (["--set", "Sampler.latent=3"], "no parameter called latent"),
    "no node": (["--set", "Smapler.steps=3"], "did you mean Sampler"),
    "no target": (["--target", "Nobody"], "it has Load Model, Negative prompt, Prompt"),
    "empty target": (["--target", ""], 'the id or title ""'),
    "no such option": (["--fast"], "arguments: --fast: see main.py --help"),
    "no folder named": (["--out"], "see main.py run --help"),
}


@pytest.mark.parametrize("fault", ARGUMENT_FAULTS)
def test_a_wrong_argument_gets_a_sentence_and_runs_nothing(tmp_path: Path, fault: str) -> None:
    arguments, says = ARGUMENT_FAULTS[fault]
    answer = call("run", TEXT_TO_IMAGE, "--out", tmp_path / "out", "--json", *arguments)
    assert answer.status == 2
    assert says in answer.outcome["error"]
    assert answer.log == answer.outcome["error"] + "\n"
    assert len(answer.log) < 600
    assert list(files(tmp_path)) == []


def test_a_title_of_two_nodes_is_told_with_their_ids(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda graph: graph["nodes"]["prompt"].update(title="Negative prompt"))
    for arguments in (["--set", "Negative prompt.text=fog"], ["--target", "Negative prompt"]):
        sentence = call("run", path, "--out", tmp_path / "out", "--json", *arguments).refusal()
        assert "one of negative-prompt, prompt" in sentence


NO_GRAPHS: dict[str, tuple[bytes | None, str]] = {
    "gone.loom": (None, "There is no file gone.loom"),
    "gone.png": (None, "There is no file gone.png"),
    "noise.loom": (bytes(range(256)), "it is not text"),
    "zeros.loom": (bytes(100), "it holds something else"),
    "list.loom": (b"[1, 2]", "it holds something else"),
    "number.loom": (b'{"format": 1e999, "graphs": {}}', "it names no format version"),
    "deep.loom": (b'{"format": 1, "graphs":' + b"[" * 100_000, "nested too deeply"),
    "noise.png": (bytes(range(256)), "noise.png holds no graph"),
    "text.png": (b"a text", "text.png holds no graph"),
}


@pytest.mark.parametrize("name", NO_GRAPHS)
def test_what_is_no_graph_says_so(tmp_path: Path, name: str) -> None:
    content, says = NO_GRAPHS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert says in run(tmp_path / name, tmp_path / "out").refusal()


def test_a_folder_and_a_device_are_no_graphs(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    for path in (tmp_path, tmp_path / "folder.png", Path(os.devnull)):
        assert "is not a file: choose a .loom file" in run(path, tmp_path / "out").refusal()


def test_a_picture_without_a_graph_says_which_ones_have_one(tmp_path: Path) -> None:
    picture = GRAPHS.parent / "pictures" / "cottage.png"
    assert "take a picture that Latent Loom saved" in run(picture, tmp_path).refusal()
