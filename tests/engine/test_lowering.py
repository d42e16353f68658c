"""What a document comes down to: flags, overrides, needs, refusals."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from app.engine.lowering import lower
from app.engine.plan import Link, Plan
from app.graph.document import ROOT, Snapshot
from app.graph.errors import BadValue, LoomError, UnknownNode, UnknownSocket
from tests.engine.toys import Sheet, registry

KINDS = registry()


def sum_of_two() -> Sheet:
    sheet = Sheet()
    sheet.add("a", "Number", value=1)
    sheet.add("b", "Number", value=2, title="Second")
    sheet.add("sum", "Add", {"first": "a", "second": "b"})
    return sheet


def plan_of(sheet: Sheet, *targets: str, **options: object) -> Plan:
    return lower(sheet.snapshot(), KINDS, targets or None, **options)  # type: ignore[arg-type]


def sentence(plan: Plan, node: str) -> str:
    return plan.refused[node].text()


def test_sources_come_first_and_only_what_the_targets_need() -> None:
    sheet = sum_of_two()
    sheet.add("alone", "Number")
    plan = plan_of(sheet, "sum")
    assert list(plan.nodes) == ["a", "b", "sum"]
    assert plan.targets == ("sum",)


def test_without_targets_the_marked_nodes_are_made_or_else_all_ends() -> None:
    sheet = sum_of_two()
    sheet.add("other", "Number")
    assert plan_of(sheet).targets == ("sum", "other")
    sheet.add("save", "Save", {"number": "a"})
    assert plan_of(sheet).targets == ("save",)


def test_all_parameters_are_written_out() -> None:
    assert plan_of(sum_of_two()).nodes["a"].parameters == {"value": 1, "note": ""}


def test_a_muted_node_counts_as_unconnected_where_the_input_is_optional() -> None:
    sheet = sum_of_two()
    sheet.add("b", "Number", muted=True)
    plan = plan_of(sheet)
    assert set(plan.nodes["sum"].inputs) == {"first"}
    assert plan.muted == {"b"}


def test_a_muted_node_stays_in_the_way_of_a_required_input() -> None:
    sheet = sum_of_two()
    sheet.add("a", "Number", muted=True)
    plan = plan_of(sheet)
    assert plan.nodes["sum"].inputs["first"] == (Link("a", "integer"),)
    assert plan.muted == {"a"}
    assert "a" not in plan.nodes


def test_a_muted_target_is_no_target() -> None:
    sheet = sum_of_two()
    sheet.add("sum", "Add", {"first": "a"}, muted=True)
    plan = plan_of(sheet, "sum")
    assert (plan.targets, dict(plan.nodes), plan.muted) == ((), {}, {"sum"})


def test_a_muted_wire_uncovers_the_value_beneath() -> None:
    sheet = sum_of_two()
    sheet.add("a", "Number", muted=True)
    sheet.add("n", "Number", {"value": "a"}, value=5)
    node = plan_of(sheet, "n").nodes["n"]
    assert (node.inputs, node.parameters["value"]) == ({}, 5)


def test_a_bypassed_node_passes_on_its_first_input_of_the_type() -> None:
    sheet = sum_of_two()
    sheet.add("sum", "Add", {"second": "b", "plus": "a"}, bypassed=True)
    sheet.add("end", "Parity", {"number": "sum"})
    plan = plan_of(sheet)
    assert plan.nodes["end"].inputs["number"] == (Link("b", "integer"),)
    assert list(plan.nodes) == ["b", "end"]


def test_a_bypassed_output_passes_on_the_input_that_it_names() -> None:
    sheet = sum_of_two()
    sheet.add("divide", "Divide", {"by": "b", "number": "a"}, bypassed=True)
    sheet.add("end", "Parity", {"number": "divide.quotient"})
    assert plan_of(sheet).nodes["end"].inputs["number"] == (Link("a", "integer"),)


def test_a_bypassed_node_with_nothing_to_pass_on_counts_as_muted() -> None:
    sheet = sum_of_two()
    sheet.add("b", "Number", bypassed=True)
    plan = plan_of(sheet)
    assert "second" not in plan.nodes["sum"].inputs


def test_a_bypassed_target_makes_what_it_passes_on() -> None:
    sheet = sum_of_two()
    sheet.add("end", "Parity", {"number": "sum"}, bypassed=True)
    assert plan_of(sheet).targets == ("sum",)


def test_bypassed_nodes_in_a_circle_end_as_muted() -> None:
    sheet = sum_of_two()
    sheet.add("x", "Parity", bypassed=True)
    sheet.add("y", "Parity", {"number": "x"}, bypassed=True)
    sheet.wire("x", "number", "y")
    sheet.add("sum", "Add", {"first": "a", "second": "x"})
    assert "second" not in plan_of(sheet).nodes["sum"].inputs


def test_overrides_replace_values_and_wires_and_take_unique_titles() -> None:
    sheet = sum_of_two()
    sheet.wire("sum", "plus", "a")
    plan = plan_of(sheet, overrides={("Second", "value"): 7, ("sum", "plus"): 3.0})
    assert plan.nodes["b"].parameters["value"] == 7
    assert plan.nodes["sum"].parameters["plus"] == 3
    assert "plus" not in plan.nodes["sum"].inputs


@pytest.mark.parametrize(
    ("override", "error", "says"),
    [
        ({("nobody", "value"): 1}, UnknownNode, "nobody"),
        ({("a", "size"): 1}, UnknownSocket, "size"),
        ({("a", "value"): "many"}, BadValue, "whole number"),
        ({("Number", "value"): 1}, LoomError, "2 nodes are called Number"),
    ],
)
def test_an_override_that_fits_nothing_is_refused_at_once(
    override: dict[tuple[str, str], object], error: type[LoomError], says: str
) -> None:
    sheet = sum_of_two()
    sheet.add("c", "Number")
    with pytest.raises(error, match=says):
        plan_of(sheet, overrides=override)


def test_an_input_that_a_literal_choice_does_not_need_is_left_out() -> None:
    sheet = sum_of_two()
    sheet.add("switch", "Switch", {"left": "a", "right": "b"}, choice="right")
    plan = plan_of(sheet, "switch")
    assert list(plan.nodes) == ["b", "switch"]
    sheet.add("word", "Word")
    sheet.wire("switch", "choice", "word")
    assert set(plan_of(sheet, "switch").nodes) == {"a", "b", "word", "switch"}


@pytest.mark.parametrize(
    ("kind", "wires", "values", "says"),
    [
        ("Missing", {}, {}, "not installed"),
        ("Number", {}, {"value": math.nan}, "value of Number must be a whole number"),
        ("Number", {}, {"value": 10**10}, "must be between"),
        ("Add", {}, {}, "Add needs a wire into first"),
        ("Add", {"first": ("a", "b")}, {}, "takes one wire but has 2"),
        ("Add", {"first": "a.size"}, {}, "no output called size"),
        ("Add", {"first": "nobody.integer"}, {}, "no node nobody"),
        ("Add", {"first": "a", "third": "b"}, {}, "no input called third"),
        ("Length", {"data": "a"}, {}, "gives Integer, but data of Length takes bytes"),
    ],
)
def test_a_node_that_cannot_run_is_refused_with_a_reason_and_nothing_else_is(
    kind: str, wires: dict[str, str], values: dict[str, object], says: str
) -> None:
    sheet = sum_of_two()
    sheet.add("bad", kind, wires, **values)
    plan = plan_of(sheet, "bad", "sum")
    assert says in sentence(plan, "bad")
    assert "sum" in plan.nodes


def test_nodes_on_a_circle_are_refused_and_those_behind_it_are_not() -> None:
    sheet = sum_of_two()
    sheet.add("x", "Add", {"first": "a"})
    sheet.add("y", "Add", {"first": "x"})
    sheet.wire("x", "second", "y")
    sheet.add("behind", "Parity", {"number": "y"})
    plan = plan_of(sheet, "behind", "sum")
    assert set(plan.refused) == {"x", "y"}
    assert set(plan.nodes) == {"a", "b", "sum", "behind"}
    assert "circle" in sentence(plan, "x")


def test_an_unchanged_node_keeps_its_plan_node_and_an_unchanged_snapshot_its_plan() -> None:
    sheet = sum_of_two()
    first = sheet.snapshot()
    before = lower(first, KINDS)
    assert lower(first, KINDS) is before
    moved = replace(first.main.nodes["sum"], position=(9.0, 9.0), colour="#ffffff")
    second = Snapshot({ROOT: replace(first.main, nodes={**first.main.nodes, "sum": moved})})
    assert lower(second, KINDS).nodes["sum"] is before.nodes["sum"]
    sheet.add("a", "Number", value=2)
    after = lower(sheet.snapshot(), KINDS)
    assert after.nodes["a"] is not before.nodes["a"]
    assert after.nodes["b"] is before.nodes["b"]


def test_a_long_chain_needs_no_recursion() -> None:
    sheet = Sheet()
    sheet.add("n0", "Number")
    for index in range(1, 10_000):
        sheet.add(f"n{index}", "Parity", {}, bypassed=index % 2 == 0)
        sheet.wire(f"n{index}", "number", f"n{index - 1}")
    assert len(plan_of(sheet, "n9999").nodes) == 5001
