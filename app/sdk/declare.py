"""How a node is written: one class whose annotations are its sockets, parameters and outputs."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform

from app.graph.kinds import KnownModel
from app.graph.spec import NodeSpec, Plain
from app.graph.types import ValueType
from app.sdk.context import Context

T = TypeVar("T")


@dataclass(frozen=True)
class Passes:
    """In an output's annotation: which input it hands on when the node is bypassed."""

    input: str


def socket(tip: str, *, variadic: bool = False, each: bool = False) -> Any:
    """An input fed by a wire; ``variadic`` and ``each`` as in SocketSpec."""
    return field(
        metadata={"socket": {"tip": tip, "variadic": variadic, "each": each}}, kw_only=True
    )


def param(
    *,
    default: T,
    tip: str,
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    **more: Any,
) -> T:
    """A value edited on the node; ``more`` takes the other fields of ParameterSpec."""
    facts = {"tip": tip, "low": low, "high": high, "step": step, **more}
    made: T = field(default=default, metadata={"param": facts}, kw_only=True)
    return made


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(socket, param))
class Node:
    """Base of every node. An instance lives for one run, is frozen and holds no state.

    Inputs that are not connected and not required are None; a variadic input is a tuple.
    ``in_steps`` marks nodes whose work is done by ``ctx.fold``: what they do before it costs next
    to nothing, and they do all their folds in one go. So it can be told beforehand which steps are
    left to do. ``origin`` says of pictures that a node gives that they are brought in from outside
    (``supplied``), or painted by a network that is not on one of its sockets (``generated``).
    """

    title: ClassVar[str] = ""
    category: ClassVar[str] = "Other"
    aliases: ClassVar[tuple[str, ...]] = ()
    version: ClassVar[int] = 1
    schema: ClassVar[int] = 1
    acts: ClassVar[bool] = False
    is_target: ClassVar[bool] = False
    off_device: ClassVar[bool] = False
    in_steps: ClassVar[bool] = False
    origin: ClassVar[Literal["", "supplied", "generated"]] = ""
    spec: ClassVar[NodeSpec]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        # Methods that are written here need not be made and compiled for every class at each start.
        dataclass(init=False, repr=False, eq=False)(cls)
        from app.sdk.reading import read_spec  # the reader needs Node for its checks

        cls.spec = read_spec(cls)

    def __init__(self, **values: Any) -> None:
        cls = type(self)
        declared = {each.name: each for each in fields(cls)}  # type: ignore[arg-type]
        unknown = values.keys() - declared.keys()
        if unknown:
            raise TypeError(f"{cls.__name__} has no {', '.join(sorted(unknown))}")
        own = {name: values.get(name, each.default) for name, each in declared.items()}
        missing = [name for name, value in own.items() if value is MISSING]
        if missing:
            raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
        vars(self).update(own)

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be deleted")

    def run(self, ctx: Context) -> Any:
        """Do the work; the return annotation names and types the outputs."""
        raise NotImplementedError

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Names of the sockets that are needed with these parameters; None stands for all."""
        return None

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Raise NodeError for values that each are allowed, but that the node cannot work with.

        Asked before a run, and so before torch is there. A parameter that a wire feeds has no value
        yet: whoever looks at it is not asked.
        """

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Refined types of outputs, as far as they can be told without running."""
        return {}

    @classmethod
    def upgrade(cls, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Parameters written under an older ``schema``, in today's form."""
        return parameters

    @classmethod
    def fresh(cls, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """What a new node holds other than its defaults, to suit the models of its graph.

        Asked once, when a node is added. ``models`` has the first model of each kind that the
        document names, such as ``checkpoint``; there may be none yet.
        """
        return {}

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """Files and folders whose content counts in the node's key."""
        return ()


def words(name: str) -> str:
    """A class name as a title: ``VAEDecode`` -> ``VAE Decode``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)


def help_text(cls: type) -> str:
    """The docstring of a node class, cleaned of its indentation."""
    return inspect.cleandoc(cls.__doc__ or "")
