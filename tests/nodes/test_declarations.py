"""What holds for every node that comes with the program."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import get_type_hints

import pytest

from app.graph.spec import NodeSpec, ParameterKind
from app.graph.types import fits
from app.sdk import Node
from tests.nodes.desk import registry

REGISTRY = registry()
NUMBERS = (ParameterKind.INTEGER, ParameterKind.FLOAT, ParameterKind.SIZE)


def classes() -> list[type[Node]]:
    return [cls for spec in REGISTRY.specs() if (cls := REGISTRY.node_class(spec.type))]


every_class = pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
every_spec = pytest.mark.parametrize("spec", REGISTRY.specs(), ids=lambda spec: spec.type)


def test_every_file_loads() -> None:
    assert [problem.message.text() for problem in REGISTRY.problems] == []


@every_class
def test_every_node_has_a_docstring_of_its_own(cls: type[Node]) -> None:
    assert (cls.__dict__["__doc__"] or "").strip().endswith(".")


@every_spec
def test_every_node_has_a_category(spec: NodeSpec) -> None:
    assert spec.category not in ("", Node.category)


@every_spec
def test_every_part_of_a_node_is_explained_in_a_sentence(spec: NodeSpec) -> None:
    parts = (*spec.inputs, *spec.parameters, *spec.outputs)
    unexplained = [part.name for part in parts if not part.tip.endswith(".")]
    assert unexplained == []


@every_spec
def test_every_number_has_a_range(spec: NodeSpec) -> None:
    numbers = [parameter for parameter in spec.parameters if parameter.kind in NUMBERS]
    assert [p.name for p in numbers if p.low is None or p.high is None] == []


@every_spec
def test_names_within_a_node_are_unique(spec: NodeSpec) -> None:
    taken = [part.name for part in (*spec.inputs, *spec.parameters)]
    given = [output.name for output in spec.outputs]
    assert len(set(taken)) == len(taken)
    assert len(set(given)) == len(given)


@every_class
def test_every_run_fits_its_declaration(cls: type[Node]) -> None:
    assert cls.run is not Node.run
    assert list(inspect.signature(cls.run).parameters) == ["self", "ctx"]
    assert "return" in get_type_hints(cls.run)


@every_class
def test_every_field_is_declared(cls: type[Node]) -> None:
    declared = {part.name for part in (*cls.spec.inputs, *cls.spec.parameters)}
    assert {field.name for field in fields(cls)} == declared  # type: ignore[arg-type]


@every_spec
def test_what_a_bypassed_node_passes_on_exists_and_fits(spec: NodeSpec) -> None:
    for output in spec.outputs:
        if output.passes is not None:
            assert fits(spec.sockets_by_name[output.passes].type, output.type)


@every_spec
def test_methods_work_with_defaults_and_without_wires(spec: NodeSpec) -> None:
    assert set(REGISTRY.describe(spec.type, spec.defaults, {})) <= set(spec.outputs_by_name)
    needed = REGISTRY.needs(spec.type, spec.defaults) or frozenset()
    assert needed <= {socket.name for socket in spec.inputs}
    assert REGISTRY.upgrade(spec.type, dict(spec.defaults), spec.schema) == spec.defaults
    REGISTRY.reads(spec.type, spec.defaults)
    assert REGISTRY.problems == ()
