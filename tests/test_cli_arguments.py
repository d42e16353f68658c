"""What the command line may say, and which nodes and values it means."""

from __future__ import annotations

import pytest

from app.cli.arguments import BadArguments, read_arguments
from app.cli.choosing import Choice, NoSuchNode, NoSuchParameter, NotASetting, NotAValue
from app.engine.errors import AmbiguousTitle
from app.graph.document import ROOT, Graph, Node, Snapshot
from app.graph.errors import LoomError
from tests.toys import make_program

GRAPH = Graph(
    nodes={
        "start-a": Node("start-a", "loom.Start", title="First start"),
        "start-b": Node("start-b", "loom.Start", title="v1.5 start"),
        "show-a": Node("show-a", "loom.Show"),
        "show-b": Node("show-b", "loom.Show"),
    }
)


@pytest.fixture
def choice() -> Choice:
    return Choice(Snapshot({ROOT: GRAPH}), make_program().kinds)


def test_a_run_takes_any_number_of_settings_and_targets() -> None:
    options = read_arguments(
        ["run", "a.loom", "--set", "A.b=1", "--set", "A.c=2", "--target", "A", "--json"]
    )
    assert options.settings == ["A.b=1", "A.c=2"]
    assert options.targets == ["A"]
    assert options.json


@pytest.mark.parametrize(
    "arguments", [[], ["run"], ["dance"], ["run", "a.loom", "--frobnicate"], ["check"]]
)
def test_a_wrong_command_line_gets_one_sentence(arguments: list[str]) -> None:
    with pytest.raises(BadArguments) as caught:
        read_arguments(arguments)
    assert "\n" not in str(caught.value)
    assert "--help" in str(caught.value)


def test_a_node_is_found_by_id_and_by_title(choice: Choice) -> None:
    assert choice.node("start-a") == "start-a"
    assert choice.node("First start") == "start-a"


def test_a_title_that_two_nodes_have_names_their_ids(choice: Choice) -> None:
    with pytest.raises(AmbiguousTitle, match=r"show-a.*show-b"):
        choice.node("Show")


def test_an_unknown_node_brings_the_nearest_name(choice: Choice) -> None:
    with pytest.raises(NoSuchNode, match="did you mean First start"):
        choice.node("First strat")


@pytest.mark.parametrize(
    ("setting", "name", "value"),
    [
        ("start-a.value=2.5", "value", 2.5),
        ("First start.value=3", "value", 3.0),
        ("First start.whole=7", "whole", 7),
        ("First start.on=false", "on", False),
        ("First start.size=128x96", "size", [128, 96]),
        ("First start.word=two", "word", "two"),
        ("First start.text=a = b.c=d", "text", "a = b.c=d"),
        ("First start.text=", "text", ""),
    ],
)
def test_a_value_is_read_as_its_parameter_is(
    choice: Choice, setting: str, name: str, value: object
) -> None:
    assert choice.overrides([setting]) == {("start-a", name): value}


def test_a_title_may_have_a_dot(choice: Choice) -> None:
    assert choice.overrides(["v1.5 start.whole=2"]) == {("start-b", "whole"): 2}


def test_the_last_of_two_settings_wins(choice: Choice) -> None:
    overrides = choice.overrides(["start-a.whole=2", "First start.whole=3"])
    assert overrides == {("start-a", "whole"): 3}


@pytest.mark.parametrize(
    ("setting", "error", "says"),
    [
        ("start-a.value", NotASetting, "NODE.PARAM=VALUE"),
        ("value=3", NotASetting, "NODE.PARAM=VALUE"),
        ("start-a.=3", NotASetting, "NODE.PARAM=VALUE"),
        ("start-a.speed=3", NoSuchParameter, "value, whole, on"),
        ("start-a.whole=2.5", NotAValue, "a whole number"),
        ("start-a.value=fast", NotAValue, "a number"),
        ("start-a.on=perhaps", NotAValue, "true or false"),
        ("start-a.size=large", NotAValue, "64x64"),
    ],
)
def test_a_wrong_setting_says_what_is_wrong(
    choice: Choice, setting: str, error: type[LoomError], says: str
) -> None:
    with pytest.raises(error, match=says):
        choice.overrides([setting])
