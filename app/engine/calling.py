"""Calls one node: from inputs to checked outputs, and from whatever goes wrong to a Failure."""

from __future__ import annotations

import logging
import reprlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from app.engine.context import Surroundings
from app.engine.errors import MissingInput, WrongReturn
from app.engine.failures import Failure, failure, let_go
from app.engine.keys import stamp
from app.engine.plan import PlanNode
from app.engine.services import NodeKinds
from app.graph.errors import UnknownKind
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec, ParameterKind, Plain
from app.sdk.context import Context, Stopped
from app.sdk.declare import Node
from app.sdk.fingerprint import fingerprint, size

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kind:
    """A kind of node as the runner uses it; ``stamp`` stands for it in keys."""

    spec: NodeSpec
    node_class: type[Node]
    stamp: str

    @property
    def depends_on_files(self) -> bool:
        """Whether a result may go stale although all inputs are the same."""
        reads = getattr(self.node_class.reads, "__func__", None)
        names_model = any(p.kind is ParameterKind.MODEL for p in self.spec.parameters)
        own_reads = reads is not Node.reads.__func__  # type: ignore[attr-defined]
        return self.spec.acts or names_model or own_reads


def kind_of(kinds: NodeKinds, node: PlanNode, environment: str, place: str) -> Kind:
    """The kind of a planned node; raises UnknownKind where it was removed since.

    Of a node that saves files, the ``place`` counts as well: the folder, and what files carry.
    """
    spec, node_class = kinds.spec(node.type), kinds.node_class(node.type)
    if spec is None or node_class is None:
        raise UnknownKind(title=node.title, kind=node.type)
    return Kind(spec, node_class, stamp(spec, environment, place if spec.acts else ""))


@dataclass(frozen=True)
class Made:
    """What a node gave: values, fingerprints and sizes in bytes by output name."""

    values: Mapping[str, Any]
    fingerprints: Mapping[str, str]
    sizes: Mapping[str, int]


def guarded(around: Surroundings, title: str, work: Callable[[], T]) -> T | Failure:
    """What ``work`` gives, or why it could not; raises Stopped once the user pressed Stop.

    This is the one place where errors of nodes are caught, so that not even SystemExit ends the
    thread.
    """
    try:
        return work()
    except BaseException as error:  # a stranger's node may raise anything
        try:
            if around.stop.is_set():
                raise Stopped from error
            _note(error)
            return failure(error, title, around.services.explain)
        finally:
            let_go(error)


def _note(error: BaseException) -> None:
    """Put into the log where a node failed."""
    with suppress(BaseException):  # a stranger's error may refuse even to be looked at
        log.info("A node did not do its work.", exc_info=error)


def call(
    kind: Kind, parameters: Mapping[str, Plain], inputs: Mapping[str, Any], ctx: Context
) -> Made:
    """Run a node once. Raises whatever the node raises, and WrongReturn."""
    spec = kind.spec
    given = dict(parameters)
    for parameter in spec.parameters:
        # Files and keys hold lists, as JSON has no pairs; nodes are promised a tuple.
        if parameter.kind is ParameterKind.SIZE:
            given[parameter.name] = tuple(given[parameter.name])
    for socket in spec.inputs:
        given[socket.name] = inputs.get(socket.name, () if socket.variadic else None)
        # Whatever feeds it gave nothing. That nothing feeds it was told before the run.
        if socket.required and inputs.get(socket.name, socket) is None:
            raise MissingInput(node=spec.title, input=socket.name)
    return made(_outputs(spec, kind.node_class(**given).run(ctx)))


def made(values: Mapping[str, Any]) -> Made:
    """Values with what identifies and measures them; raises NodeError where that is unknown."""
    return Made(
        values,
        {name: fingerprint(value) for name, value in values.items()},
        {name: size(value) for name, value in values.items()},
    )


def _outputs(spec: NodeSpec, result: Any) -> dict[str, Any]:
    """The result of ``run`` by output name; raises WrongReturn where it does not fit."""
    names = tuple(output.name for output in spec.outputs)
    if getattr(result, "_fields", None) == names and isinstance(result, tuple):
        return dict(zip(names, result, strict=True))
    if not names and result is None:
        return {}
    if len(names) == 1 and result is not None:
        return {names[0]: result}
    together = Phrase("{names} together", names=", ".join(names))
    expected = together if len(names) > 1 else "".join(names) or Phrase("nothing")
    kind = Phrase("a {type}", type=type(result).__name__)
    found = Phrase("nothing") if result is None else kind
    raise WrongReturn(node=spec.title, expected=expected, found=found)


def summaries(values: Mapping[str, Any]) -> dict[str, str]:
    """Values in words, for tooltips."""
    return {name: _summary(value) for name, value in values.items()}


def _summary(value: Any) -> str:
    describe = getattr(value, "describe", None)
    if describe is not None:
        words = describe()
        return words if isinstance(words, str) else str(words)
    if isinstance(value, list | tuple):
        return Phrase("{count} items", count=len(value))
    if isinstance(value, str | int | float | bool):
        return reprlib.repr(value)
    return type(value).__name__
