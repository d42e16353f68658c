"""Turns the annotations of a node class into the spec that editor and engine see."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from app.graph.errors import BadValue
from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, ParameterSpec, SocketSpec
from app.graph.types import ANY, ValueType
from app.sdk.errors import DeclarationError

if TYPE_CHECKING:
    from app.sdk.declare import Node

_PLAIN_TYPES = {int: "Integer", float: "Float", bool: "Boolean", str: "Text"}
_PLAIN_KINDS = {
    bool: ParameterKind.BOOLEAN,
    int: ParameterKind.INTEGER,
    float: ParameterKind.FLOAT,
    str: ParameterKind.TEXT,
}


def read_spec(cls: type[Node]) -> NodeSpec:
    """The spec of a node class; raises DeclarationError where the class cannot be used."""
    from app.sdk.declare import help_text, words
    from app.sdk.origins import declared_origin

    hints = _hints(cls)
    declared = [f for f in fields(cls) if f.metadata]  # type: ignore[arg-type]
    _check_names(cls, [f.name for f in declared])
    inputs = tuple(_socket(f, hints[f.name]) for f in declared if "socket" in f.metadata)
    outputs = tuple(_outputs(cls))
    return NodeSpec(
        type=f"{_pack(cls)}.{cls.__name__}",
        title=cls.title or words(cls.__name__),
        category=cls.category,
        help=help_text(cls),
        version=cls.version,
        schema=cls.schema,
        inputs=inputs,
        parameters=tuple(
            _parameter(cls, f, hints[f.name]) for f in declared if "param" in f.metadata
        ),
        outputs=outputs,
        aliases=cls.aliases,
        acts=cls.acts,
        is_target=cls.is_target,
        off_device=cls.off_device,
        origin=declared_origin(cls.origin, inputs, outputs),
    )


def _check_names(cls: type[Node], names: Iterable[str]) -> None:
    """Refuse fields that would hide what every node class has."""
    from app.sdk.declare import Node

    taken = [name for name in names if hasattr(Node, name)]
    if taken:
        raise DeclarationError(
            node=cls.__name__, problem=f"{taken[0]} is a word that every node uses already"
        )


def _hints(cls: type[Node]) -> dict[str, Any]:
    """The annotations of the fields; those of ``Node`` itself are the same for every class."""
    from app.sdk.declare import Node

    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, Node) and base is not Node:
            hints.update(inspect.get_annotations(base, eval_str=True))
    return hints


def _pack(cls: type) -> str:
    """The pack that a class belongs to: set on its module by the registry, else ``loom``."""
    import sys

    return str(getattr(sys.modules.get(cls.__module__), "__loom_pack__", "loom"))


def value_type(hint: Any) -> ValueType:
    """The socket type that an annotation stands for."""
    if hint is Any:
        return ValueType(ANY)
    if isinstance(hint, TypeVar):
        return ValueType("~" + hint.__name__)
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        kind = next((m for m in marks if isinstance(m, ParameterKind)), None)
        return ValueType("Size") if kind is ParameterKind.SIZE else value_type(base)
    if get_origin(hint) in (list, tuple):
        return ValueType(value_type(get_args(hint)[0]).name, many=True)
    return ValueType(_PLAIN_TYPES.get(hint) or hint.__name__)


def _socket(declared: Field[Any], hint: Any) -> SocketSpec:
    facts: Mapping[str, Any] = declared.metadata["socket"]
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    inner = next(kind for kind in kinds if kind is not types.NoneType)
    if facts["variadic"] and get_origin(inner) in (list, tuple):
        inner = get_args(inner)[0]
    return SocketSpec(declared.name, value_type(inner), required=len(kinds) == 1, **facts)


def _parameter(cls: type, declared: Field[Any], hint: Any) -> ParameterSpec:
    facts = dict(declared.metadata["param"])
    base, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    kind = next((m for m in marks if isinstance(m, ParameterKind)), None)
    if get_origin(base) is Literal:
        kind, facts["choices"] = ParameterKind.CHOICE, tuple(get_args(base))
    elif kind is None and base in _PLAIN_KINDS:
        kind = _PLAIN_KINDS[base]
    if kind is None:
        raise DeclarationError(
            node=cls.__name__, problem=f"{declared.name} has a type that no parameter can have"
        )
    if kind is ParameterKind.SEED:
        facts["low"] = 0
        facts["high"] = 2**63 - 1
    default: Any = declared.default
    if kind is ParameterKind.SIZE:
        default = list(default)
    spec = ParameterSpec(declared.name, kind, default, **facts)
    try:
        spec.accept(default)
    except BadValue as error:
        raise DeclarationError(node=cls.__name__, problem=f"its default: {error}") from error
    return spec


def _outputs(cls: type[Node]) -> Iterator[OutputSpec]:
    hint = get_type_hints(cls.run, include_extras=True).get("return")
    if hint is None or hint is types.NoneType:
        return
    if hasattr(hint, "_fields"):
        declared = get_origin(hint) or hint  # a generic one is no class itself
        for name, inner in get_type_hints(declared, include_extras=True).items():
            yield _output(name, inner)
    else:
        yield _output("", hint)


def _output(name: str, hint: Any) -> OutputSpec:
    """One output; its tip is the text in the annotation, its name the type's where it has none."""
    from app.sdk.declare import Passes

    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    kind = value_type(hint)
    tip = next((m for m in marks if isinstance(m, str) and not isinstance(m, ParameterKind)), "")
    passes = next((m.input for m in marks if isinstance(m, Passes)), None)
    return OutputSpec(name or kind.name.lstrip("~").lower(), kind, tip, passes)
