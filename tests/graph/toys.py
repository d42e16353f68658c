"""A few kinds of nodes, and graphs made of them, for tests of the graph alone."""

from __future__ import annotations

from collections.abc import Mapping

from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.kinds import KnownModel
from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, ParameterSpec, Plain, SocketSpec
from app.graph.types import ANY, ValueType

IMAGE, LATENT, MODEL = ValueType("Image"), ValueType("Latent"), ValueType("Model")
GENERIC = ValueType("~T")

_SPECS = (
    NodeSpec(
        "toy.Number",
        "Number",
        "Toys",
        "A number.",
        parameters=(ParameterSpec("value", ParameterKind.INTEGER, 1, low=0, high=100),),
        outputs=(OutputSpec("number", ValueType("Integer")),),
    ),
    NodeSpec(
        "toy.Load",
        "Load",
        "Toys",
        "A model of the family that its parameter names.",
        parameters=(ParameterSpec("family", ParameterKind.TEXT, ""),),
        outputs=(OutputSpec("model", MODEL),),
    ),
    NodeSpec(
        "toy.Empty",
        "Empty",
        "Toys",
        "A latent of the model's family.",
        inputs=(SocketSpec("model", MODEL, required=False),),
        outputs=(OutputSpec("latent", LATENT),),
    ),
    NodeSpec(
        "toy.Sampler",
        "Sampler",
        "Toys",
        "Something that needs a model and a latent of one family.",
        schema=2,
        inputs=(SocketSpec("model", MODEL), SocketSpec("latent", LATENT)),
        parameters=(
            ParameterSpec("steps", ParameterKind.INTEGER, 20, low=1, high=150),
            ParameterSpec("guidance", ParameterKind.FLOAT, 7.0, low=0, high=30),
            ParameterSpec("text", ParameterKind.TEXT, ""),
        ),
        outputs=(OutputSpec("latent", LATENT),),
    ),
    NodeSpec(
        "toy.Decode",
        "Decode",
        "Toys",
        "A picture, or many.",
        inputs=(SocketSpec("latent", LATENT, each=True),),
        outputs=(OutputSpec("image", IMAGE),),
    ),
    NodeSpec(
        "toy.Switch",
        "Switch",
        "Toys",
        "One of two things of the same type.",
        inputs=(SocketSpec("a", GENERIC), SocketSpec("b", GENERIC, required=False)),
        outputs=(OutputSpec("chosen", GENERIC),),
    ),
    NodeSpec(
        "toy.List",
        "List",
        "Toys",
        "A list of whatever is connected, in order.",
        inputs=(SocketSpec("items", GENERIC, variadic=True),),
        outputs=(OutputSpec("list", ValueType("~T", many=True)),),
    ),
    NodeSpec(
        "toy.Show",
        "Show",
        "Toys",
        "Takes anything.",
        inputs=(SocketSpec("anything", ValueType(ANY)),),
    ),
)


class ToyKinds:
    """The kinds above."""

    def __init__(self) -> None:
        self.specs = {spec.type: spec for spec in _SPECS}

    def spec(self, type: str) -> NodeSpec | None:
        return self.specs.get(type)

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        match type:
            case "toy.Load":
                return {"model": MODEL.with_traits(family=str(parameters["family"]))}
            case "toy.Empty" | "toy.Sampler":
                family = inputs.get("model", MODEL).trait("family")
                return {"latent": LATENT.with_traits(family=family)}
        return {}

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        return None

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        return {}

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        return None

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Until schema 1 the sampler called its guidance ``cfg``."""
        if type == "toy.Sampler":
            parameters["guidance"] = parameters.pop("cfg")
        return parameters


KINDS = ToyKinds()


def node(id: str, kind: str, **parameters: Plain) -> Node:
    """A toy node with its defaults, or the parameters given."""
    spec = KINDS.specs[f"toy.{kind}"]
    return Node(id, spec.type, schema=spec.schema, parameters={**spec.defaults, **parameters})


def graph(*nodes: Node, **wires: str) -> Graph:
    """A graph; ``b__latent="a.latent c.latent"`` draws wires from a and c to the latent of b."""
    return Graph(
        nodes={node.id: node for node in nodes},
        wires={
            Socket(*name.split("__")): tuple(Source(*held.split(".")) for held in ends.split())
            for name, ends in wires.items()
        },
    )


def picture() -> Snapshot:
    """The usual chain: load, empty, sample, decode."""
    return Snapshot(
        {
            ROOT: graph(
                node("load", "Load", family="SD 1"),
                node("empty", "Empty"),
                node("sampler", "Sampler"),
                node("decode", "Decode"),
                sampler__model="load.model",
                sampler__latent="empty.latent",
                decode__latent="sampler.latent",
            )
        }
    )


def chain(length: int) -> Snapshot:
    """Switches in a row, ``n0`` to ``n<length - 1>``."""
    nodes = [node(f"n{index}", "Switch") for index in range(length)]
    wires = {f"n{index}__a": f"n{index - 1}.chosen" for index in range(1, length)}
    return Snapshot({ROOT: graph(*nodes, **wires)})
