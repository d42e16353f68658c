"""Which wires may be drawn, and the words where one may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.graph.document import Graph, Node, Socket, Source
from app.graph.errors import (
    GraphError,
    UnknownKind,
    UnknownNode,
    UnknownSocket,
    WouldLoop,
    WrongTrait,
    WrongType,
)
from app.graph.rules import check_connect, output_types
from app.graph.types import ValueType
from tests.graph.toys import IMAGE, KINDS, chain, graph, node, picture


def refusal(main: Graph, source: str, socket: str) -> GraphError:
    """The error that a wire from ``a.output`` to ``b.input`` meets."""
    with pytest.raises(GraphError) as caught:
        connect(main, source, socket)
    return caught.value


def connect(main: Graph, source: str, socket: str) -> None:
    check_connect(main, KINDS, Source(*source.split(".")), Socket(*socket.split(".")))


def test_a_wire_between_other_types_is_refused() -> None:
    main = graph(node("load", "Load"), node("decode", "Decode"))
    error = refusal(main, "load.model", "decode.latent")
    assert isinstance(error, WrongType)
    assert str(error).startswith("model of Load gives Model, but latent of Decode takes Latent: ")


def test_a_wire_that_closes_a_loop_is_refused() -> None:
    main = graph(node("a", "Switch"), node("b", "Switch"), b__a="a.chosen")
    error = refusal(main, "b.chosen", "a.a")
    assert isinstance(error, WouldLoop)
    assert str(error) == "Switch already feeds Switch: this wire would close a loop."
    assert isinstance(refusal(chain(10_000).main, "n9999.chosen", "n0.b"), WouldLoop)


def test_a_wire_from_a_node_to_itself_is_refused() -> None:
    error = refusal(graph(node("a", "Switch")), "a.chosen", "a.b")
    assert str(error) == "Switch cannot feed itself: take what it needs from another node."


def test_ends_that_are_not_there_are_named() -> None:
    main = replace(picture().main, nodes={**picture().main.nodes, "x": Node("x", "gone.Thing")})
    assert isinstance(refusal(main, "ghost.model", "sampler.model"), UnknownNode)
    assert isinstance(refusal(main, "x.model", "sampler.model"), UnknownKind)
    output = refusal(main, "load.colour", "sampler.model")
    assert isinstance(output, UnknownSocket)
    assert str(output) == "Load has no output called colour."
    assert str(refusal(main, "load.model", "sampler.size")) == "Sampler has no input called size."


def test_a_parameter_takes_a_wire_of_its_type() -> None:
    main = graph(node("number", "Number"), node("sampler", "Sampler"), node("load", "Load"))
    connect(main, "number.number", "sampler.steps")
    connect(main, "number.number", "sampler.guidance")
    assert isinstance(refusal(main, "number.number", "sampler.text"), WrongType)
    assert isinstance(refusal(main, "load.model", "sampler.steps"), WrongType)


def test_a_socket_for_anything_takes_anything() -> None:
    connect(graph(node("load", "Load"), node("show", "Show")), "load.model", "show.anything")


def test_families_that_do_not_fit_are_refused() -> None:
    other = graph(
        node("one", "Load", family="SD 1"),
        node("two", "Load", family="SDXL"),
        node("empty", "Empty"),
        node("sampler", "Sampler"),
        empty__model="two.model",
        sampler__model="one.model",
    )
    error = refusal(other, "empty.latent", "sampler.latent")
    assert isinstance(error, WrongTrait)
    assert str(error).startswith("latent of Empty is for SDXL, but latent of Sampler is for SD 1: ")


def test_another_family_may_replace_the_only_wire_that_sets_it() -> None:
    main = graph(
        node("one", "Load", family="SD 1"),
        node("two", "Load", family="SDXL"),
        node("sampler", "Sampler"),
        sampler__model="one.model",
    )
    connect(main, "two.model", "sampler.model")


def test_a_generic_node_is_bound_by_its_other_input() -> None:
    main = graph(
        node("load", "Load"),
        node("empty", "Empty"),
        node("switch", "Switch"),
        switch__a="empty.latent",
    )
    error = refusal(main, "load.model", "switch.b")
    assert str(error).startswith("model of Load gives Model, but b of Switch takes Latent: ")
    connect(main, "load.model", "switch.a")


def test_a_generic_node_is_bound_by_what_it_feeds_over_other_generic_nodes() -> None:
    main = graph(
        node("load", "Load"),
        node("empty", "Empty"),
        node("first", "Switch"),
        node("second", "Switch"),
        node("decode", "Decode"),
        second__a="first.chosen",
        decode__latent="second.chosen",
    )
    assert isinstance(refusal(main, "load.model", "first.b"), WrongType)
    connect(main, "empty.latent", "first.b")


def test_a_generic_output_that_feeds_one_type_cannot_feed_another() -> None:
    main = graph(
        node("switch", "Switch"),
        node("decode", "Decode"),
        node("sampler", "Sampler"),
        decode__latent="switch.chosen",
    )
    assert isinstance(refusal(main, "switch.chosen", "sampler.model"), WrongType)
    connect(main, "switch.chosen", "sampler.latent")


def test_a_list_goes_wherever_its_items_are_taken() -> None:
    main = graph(
        node("empty", "Empty"),
        node("list", "List"),
        node("decode", "Decode"),
        node("sampler", "Sampler"),
        list__items="empty.latent",
        decode__latent="sampler.latent",
    )
    assert str(refusal(main, "list.list", "sampler.model")).endswith(
        "list of List gives list of Latent, but model of Sampler takes Model: connect what gives "
        "Model."
    )
    connect(main, "list.list", "sampler.latent")
    wires = {**main.wires, Socket("sampler", "latent"): (Source("list", "list"),)}
    types = output_types(replace(main, wires=wires), KINDS)
    assert types[Source("sampler", "latent")].many
    assert types[Source("decode", "image")] == replace(IMAGE, many=True)


def test_a_list_goes_into_a_parameter_of_its_items_type() -> None:
    main = graph(node("number", "Number"), node("list", "List"), node("sampler", "Sampler"))
    main = replace(main, wires={Socket("list", "items"): (Source("number", "number"),)})
    connect(main, "list.list", "sampler.steps")


def test_types_flow_through_generic_nodes_and_descriptions() -> None:
    main = graph(
        node("load", "Load", family="SDXL"),
        node("switch", "Switch"),
        node("empty", "Empty"),
        node("loose", "Switch"),
        switch__a="load.model",
        empty__model="switch.chosen",
    )
    types = output_types(main, KINDS)
    assert str(types[Source("switch", "chosen")]) == "Model (SDXL)"
    assert str(types[Source("empty", "latent")]) == "Latent (SDXL)"
    assert types[Source("loose", "chosen")] == ValueType("~T")
    assert Source("loose", "nothing") not in types


def test_a_switch_between_families_promises_neither() -> None:
    main = graph(
        node("one", "Load", family="SD 1"),
        node("two", "Load", family="SDXL"),
        node("switch", "Switch"),
        switch__a="one.model",
        switch__b="two.model",
    )
    assert str(output_types(main, KINDS)[Source("switch", "chosen")]) == "Model"


def test_a_kind_that_fails_to_describe_itself_keeps_its_declared_types() -> None:
    main = graph(node("load", "Load"))
    broken = replace(main, nodes={"load": replace(main.nodes["load"], parameters={})})
    assert str(output_types(broken, KINDS)[Source("load", "model")]) == "Model"
