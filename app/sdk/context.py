"""What a running node may ask of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar, runtime_checkable

from app.graph.errors import Message

State = TypeVar("State")


class Stopped(BaseException):  # no ``except Exception`` of a node may swallow it
    """The user pressed Stop; raised inside a node by the calls of its context."""


@dataclass(frozen=True)
class Picture:
    """A small picture for the screen: ``rgb`` holds height x width x 3 bytes, row by row.

    Raises ValueError where it does not: the screen reads as many as there should be.
    """

    width: int
    height: int
    rgb: bytes

    def __post_init__(self) -> None:
        wanted = self.width * self.height * 3
        if min(self.width, self.height) < 1 or len(self.rgb) != wanted:
            size = f"{self.width} x {self.height}"
            raise ValueError(f"a picture of {size} has {wanted} bytes, not {len(self.rgb)}")


def picture_of(planes: Any) -> Picture:
    """(3, height, width) in 0 to 1, as bytes; rounded as diffusers' ``numpy_to_pil`` does."""
    pixels = (planes * 255).round().clamp(0, 255).byte().permute(1, 2, 0).contiguous()
    height, width, _ = pixels.shape
    return Picture(width, height, pixels.cpu().numpy().tobytes())


class Fold(Protocol[State]):
    """Work that is a chain of steps: ``state(i + 1) = step(i, state(i))``.

    ``recipes`` names, step by step, what acts in it (a hash made by the node): two folds that agree
    on their start and on their first k recipes have the same k-th state. States are never changed
    after they were returned.
    """

    @property
    def origin(self) -> str:
        """Fingerprint of what the first state is made of."""

    @property
    def recipes(self) -> Sequence[str]:
        """One hash for each step."""

    def first(self) -> State:
        """The state before the first step."""

    def step(self, index: int, state: State) -> State:
        """The state after step ``index`` (0-based)."""

    def preview(self, index: int, state: State) -> Picture | None:
        """What the state looks like, or None where that cannot be said cheaply."""


@dataclass(frozen=True)
class Past:
    """The steps behind a state of a fold: its ``origin``, and the recipes of those steps."""

    origin: str
    recipes: tuple[str, ...]


@runtime_checkable
class Continued(Protocol):
    """A fold that may begin with a state of another one, as if both were one fold."""

    @property
    def past(self) -> Past | None:
        """What is behind the first state, or None where the fold begins anew."""


@runtime_checkable
class Explained(Protocol):
    """A fold that can also say what its origin and its recipes are made of.

    Parts by name, the most telling first; what does not act in a step is missing. A value of fewer
    than 40 characters is shown to the user, a longer one (a hash) only compared.
    """

    def start_parts(self) -> Mapping[str, str]:
        """What the first state is made of."""

    def parts(self, index: int) -> Mapping[str, str]:
        """What acts in step ``index`` (0-based); asked for once a fold, so it need not hurry."""


@runtime_checkable
class Noting(Protocol):
    """A context that tells the user more than progress."""

    def note(self, message: Message, numerics: str) -> None:
        """As the function ``note``."""


def note(ctx: Context, message: Message, numerics: str = "") -> None:
    """Tell the user something while a node runs; it is no error.

    ``numerics``: how the result was computed, where not in the usual way (in tiles). It is then not
    passed off as one that was.
    """
    if isinstance(ctx, Noting):
        ctx.note(message, numerics)


class Context(Protocol):
    """All that a running node may ask of the program."""

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        """Report that ``step`` of ``total`` is done; raises Stopped when the user pressed Stop."""

    def check(self) -> None:
        """Raise Stopped when the user pressed Stop; cheap enough for inner loops."""

    def fold(self, fold: Fold[State], item: int = 0, items: int = 1) -> State:
        """Do the steps of ``fold`` that are not kept from before; reports progress itself.

        A node with ``items`` folds of equal length says which ``item`` (0-based) this one is, so
        that progress counts over all of them.
        """

    def weights(self, handle: Any) -> Any:
        """The loaded module behind a handle, on the device; raises NodeError, or Stopped."""

    def content(self, path: Path) -> str:
        """Hash of the content of a file or folder, remembered until the file changes."""

    def find_model(self, kind: str, name: str) -> Path:
        """Where the model ``name`` of ``kind`` lies; raises NodeError when there is none."""

    def output_folder(self) -> Path:
        """Where files are saved."""

    def embedded_graph(self) -> str:
        """The running graph as text, to be written into saved pictures."""
