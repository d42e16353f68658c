"""Files made to cost time or memory: opened or refused within bounds that were measured."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from contextlib import suppress

import pytest

from app.graph.file import read_text, to_text
from app.graph.file_errors import FileError
from app.graph.parsing import MOST_VALUES
from app.graph.reading import MOST_GRAPHS, MOST_NODES, MOST_WIRES
from tests.graph.toys import KINDS, chain
from tests.test_bad_luck import MEBIBYTE, limit


def document(nodes: str = "", wires: str = "", more: str = "") -> str:
    """A graph as text, made of parts that may be large."""
    main = f'{{"nodes": {{{nodes}}}, "wires": [{wires}]}}'
    return f'{{"format": 1, "root": "main", "graphs": {{"main": {main}{more}}}}}'


def many(pattern: str, count: int) -> str:
    """The pattern with 0, 1, 2 … in the place of ``#``."""
    return ",".join(pattern.replace("#", str(number)) for number in range(count))


def refusal(text: str) -> str:
    """The sentence that a text is refused with."""
    with pytest.raises(FileError) as caught:
        read_text(text, KINDS, file="dream.loom")
    sentence = str(caught.value)
    assert len(sentence) < 300
    assert "\n" not in sentence
    return sentence


def seconds(text: str) -> float:
    """The time of the processor that a text takes, whether it is opened or refused."""
    start = time.process_time()
    with suppress(FileError):
        read_text(text, KINDS)
    return time.process_time() - start


NODE = '"n#": {"type": "a.B"}'


def test_more_nodes_than_a_run_may_have_are_refused_with_their_number() -> None:
    sentence = refusal(document(many(NODE, MOST_NODES + 1)))
    assert sentence.startswith("dream.loom holds 50001 nodes, and Latent Loom opens at most 50000")


def test_too_many_wires_are_refused() -> None:
    assert "200001 wires" in refusal(document(wires=many("1", MOST_WIRES + 1)))


def test_too_many_subgraphs_are_refused() -> None:
    assert "5001 subgraphs" in refusal(document(more="," + many('"d#": {}', MOST_GRAPHS)))


def test_more_values_than_any_graph_are_refused_unread() -> None:
    assert "more values than any graph" in refusal('{"a": [' + "[]," * MOST_VALUES + "1]}")


HOSTILE = {
    "a name that comes twice at the end": (document(many(NODE, 20_000) + ', "n19999": {}')),
    "equal wires with marks": document(
        wires=many('{"from": ["a", "b"], "to": ["c", "d"], "x": #}', 4_000)
    ),
    "many wires to one input": document(
        '"a": {"type": "toy.Number"}, "b": {"type": "toy.Sampler"}',
        many('{"from": ["a", "number"], "to": ["b", "steps"]}', 4_000),
    ),
    "one long circle": document(
        many('"n#": {"type": "toy.Switch"}', 2000),
        ",".join(
            f'{{"from": ["n{number}", "chosen"], "to": ["n{(number + 1) % 2000}", "a"]}}'
            for number in range(2000)
        ),
    ),
    "subgraphs within each other": document(
        '"i": {"type": "subgraph:d0"}',
        more="".join(
            f', "d{number}": {{"nodes": {{"i": {{"type": "subgraph:d{number + 1}"}}}}}}'
            for number in range(400)
        ),
    ),
    "subgraphs that double": document(
        '"i": {"type": "subgraph:d0"}',
        more="".join(
            f', "d{number}": {{"nodes": {{"i": {{"type": "subgraph:d{number + 1}"}}, '
            f'"j": {{"type": "subgraph:d{number + 1}"}}}}}}'
            for number in range(64)
        ),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_form_of_a_graph_costs_out_of_proportion(name: str) -> None:
    assert seconds(HOSTILE[name]) < 5.0


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets such limits")
@pytest.mark.parametrize(
    "text",
    [
        document(many(NODE, 1_000_000)),
        document(many(NODE, MOST_NODES)),
        document(many('"n#": {"type": "toy.Sampler", "parameters": {"steps": #}}', MOST_NODES)),
        document(wires=many('{"from": ["a#", "b"], "to": ["c#", "d"]}', MOST_WIRES)),
        '{"a": [' + "[]," * (MOST_VALUES // 2 - 10) + "1]}",
        '{"a": "' + "x" * (200 * MEBIBYTE) + '"}',
    ],
    ids=["a million nodes", "nodes", "known nodes", "wires", "values", "one text"],
)
def test_the_largest_files_take_bounded_memory_and_time(text: str) -> None:
    import psutil

    room = psutil.Process().memory_info().vms + 2048 * MEBIBYTE
    with limit("RLIMIT_AS", room):
        assert seconds(text) < 120


def junk_at_every_place(record: object) -> Iterable[str]:
    """Names that are no text, numbers that are none, in the place of every name."""
    for odd in ("half \ud800", "\0", "__class__", "x" * 10_000, ""):
        yield json.dumps(record).replace('"sampler"', json.dumps(odd))
    for number in ("NaN", "Infinity", "-Infinity", "1e999", "9" * 4000, "-0.0", "1E-400"):
        yield json.dumps(record).replace("[0, 0]", f"[{number}, {number}]")
        yield json.dumps(record).replace('"schema": 1', f'"schema": {number}')


def test_odd_names_and_numbers_are_opened_or_refused_in_words() -> None:
    record = json.loads(to_text(chain(3), KINDS))
    record["graphs"]["main"]["nodes"]["sampler"] = {"type": "toy.Sampler", "schema": 1}
    for text in junk_at_every_place(record):
        try:
            opened = read_text(text, KINDS)
        except FileError:
            refusal(text)
            continue
        once = to_text(opened.snapshot, KINDS)
        assert to_text(read_text(once, KINDS).snapshot, KINDS) == once
        once.encode("utf-8")
