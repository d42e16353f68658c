"""What the engine asks of the room that knows the device, passed in by the program's start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from app.graph.errors import Message
from app.graph.kinds import Kinds, KnownModel
from app.graph.spec import Plain
from app.sdk.declare import Node
from app.sdk.prompt_parts import Reading
from app.sdk.shared_settings import Settings
from app.sdk.token_count import TokenCount


class NodeKinds(Kinds, Protocol):
    """The registry, as far as running nodes needs it."""

    def node_class(self, type: str) -> type[Node] | None:
        """The class behind a kind, or None where it is not installed."""

    def reads(self, type: str, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """Files and folders whose content counts in the key of a node with these parameters."""


class Services(Protocol):
    """The device and what lies on it. Made and used on the worker thread only, except where a
    method says otherwise."""

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The loaded module behind ``handle``; calls ``check`` often while it loads."""

    def environment(self) -> str:
        """Hash of everything that shapes numbers: device, dtypes, threads, library versions."""

    def device(self) -> str:
        """The device, dtype and free memory in words, for the status bar."""

    def free(self) -> None:
        """Give back all memory that can be given back."""

    def explain(self, error: BaseException) -> Message | None:
        """A sentence for an error that has a known remedy (out of memory), else None."""

    def count_tokens(self, handle: Any, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt, None where that cannot be said; may be asked from any thread."""


@runtime_checkable
class Relieving(Protocol):
    """Services that can make another attempt possible where memory ran out."""

    def relieve(self, error: BaseException) -> Message | None:
        """Say what the next attempt does otherwise; None where ``error`` would only come again."""


@runtime_checkable
class Losable(Protocol):
    """Services whose device an error may take away for good."""

    @property
    def is_lost(self) -> bool:
        """Whether that has happened: nothing more can be done in this process."""


@runtime_checkable
class Orderly(Protocol):
    """Services whose libraries have settings that a node may change for the whole program."""

    def shared_settings(self) -> Settings:
        """How each of them is read and put back; from any thread."""


class Models(Protocol):
    """The models in the user's folders; needs no torch and may be asked from any thread."""

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all known models of a kind (``checkpoint``, ``controlnet``), sorted."""

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model by its name; None if nothing is."""

    def look_again(self) -> None:
        """Look for models that have come, as soon as that can be."""

    def find(self, kind: str, name: str) -> Path:
        """Where the model lies: by name, or ``name`` as a path. Raises NodeError if nowhere."""
