"""Finds node classes in drop-in folders; a broken file is listed, never fatal."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from app.graph.errors import Message
from app.graph.kinds import KnownModel
from app.graph.spec import NodeSpec, Plain
from app.graph.types import ValueType
from app.sdk.declare import Node
from app.sdk.errors import NodeError
from app.sdk.node_files import (
    BrokenFile,
    BrokenMethod,
    NotAllowed,
    SameName,
    node_classes,
    reason,
    run_file,
)

OWN_PACK = "loom"
"""The pack of the nodes that come with the program; files of other packs count by content."""

Answer = TypeVar("Answer")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """A node file, or a method of one of its nodes, that does not work.

    ``content`` is the hash that the user may allow, where the file only waits for that.
    """

    file: Path
    message: Message
    traceback: str = ""
    content: str = ""


class Registry:
    """All known kinds of nodes, by their type name; answers what the graph asks of ``Kinds``."""

    def __init__(self) -> None:
        self.models: Callable[[str, str], KnownModel | None] | None = None
        """Asked what is known of a model, by its kind and name."""
        self._classes: dict[str, type[Node]] = {}
        self._files: dict[str, Path] = {}
        self._problems: list[Problem] = []

    def load_folder(
        self, folder: Path, pack: str = OWN_PACK, allowed: Callable[[str], bool] | None = None
    ) -> None:
        """Load every node file of ``folder``; what the folder brought before is replaced.

        Files whose name starts with ``_`` are left alone, and so is a folder that does not exist.
        ``allowed`` is asked, with the hash of its content, whether a file may run.
        """
        self._forget(folder)
        for file in sorted(folder.glob("*.py")):
            if file.name.startswith("_"):
                continue
            try:
                self._load_file(file, pack, allowed)
            except KeyboardInterrupt:  # the user's own, while the program starts
                raise
            except BaseException as error:  # a stranger's file may fail in any way
                self._note(file, error)

    def add(self, cls: type[Node]) -> None:
        """Make one node class known; raises SameName when its name is taken."""
        file = getattr(sys.modules.get(cls.__module__), "__file__", None)
        self._add([cls], Path(file or cls.__module__))

    def node_class(self, type: str) -> type[Node] | None:
        """The class of a kind, or None where it is not installed."""
        return self._classes.get(type)

    def specs(self) -> tuple[NodeSpec, ...]:
        """All declarations, by type name."""
        return tuple(cls.spec for _, cls in sorted(self._classes.items()))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that did not load or does not work, by file."""
        return tuple(sorted(self._problems, key=lambda problem: problem.file))

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind, or None where it is not installed."""
        cls = self._classes.get(type)
        return cls.spec if cls else None

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Output types of a node as far as they are known without running; {} if unknown."""
        return self._answer(type, "describe", {}, lambda cls: cls.describe(parameters, inputs))

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Names of the sockets needed with these parameters; None stands for all."""
        return self._answer(type, "needs", None, lambda cls: cls.needs(parameters))

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Raise the NodeError of a kind that cannot work with these parameters."""
        cls = self._classes.get(type)
        if cls is None:
            return
        try:
            cls.check(parameters)
        except (NodeError, KeyboardInterrupt):
            raise
        except BaseException as error:  # a stranger's method; the run will tell if it matters
            file = self._files[type]
            why = reason(error)
            self._note(file, BrokenMethod(method="check", node=type, file=file.name, reason=why))

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Parameters written under an older schema, in today's form; unchanged if that fails."""
        old = dict(parameters)
        return self._answer(type, "upgrade", parameters, lambda cls: cls.upgrade(old, schema))

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model, looked up without touching a file; None if nothing is."""
        return self.models(kind, name) if self.models else None

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """What a new node holds other than its defaults, to suit the models, by kind."""
        return self._answer(type, "fresh", {}, lambda cls: dict(cls.fresh(models)))

    def reads(self, type: str, parameters: Mapping[str, Plain]) -> tuple[Path, ...]:
        """Files and folders whose content counts in the node's key; raises BrokenMethod.

        Unlike above nothing is assumed where the method fails: a guess could pass off an old
        result as new.
        """
        return self._ask(type, "reads", (), lambda cls: tuple(cls.reads(parameters)))

    def _answer(
        self, type: str, method: str, otherwise: Answer, question: Callable[[type[Node]], Answer]
    ) -> Answer:
        """What a node class says, or ``otherwise``: a method that fails is listed."""
        try:
            return self._ask(type, method, otherwise, question)
        except BrokenMethod as error:
            self._note(self._files[type], error)
            return otherwise

    def _ask(
        self, type: str, method: str, otherwise: Answer, question: Callable[[type[Node]], Answer]
    ) -> Answer:
        """What a node class says, or ``otherwise`` if it is not known; raises BrokenMethod."""
        cls = self._classes.get(type)
        if cls is None:
            return otherwise
        try:
            return question(cls)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a stranger's method; SystemExit would close the window
            file, why = self._files[type].name, reason(error)
            raise BrokenMethod(method=method, node=type, file=file, reason=why) from error

    def _forget(self, folder: Path) -> None:
        """Drop the classes and problems that came from ``folder``."""
        for type in [t for t, file in self._files.items() if file.parent == folder]:
            del self._classes[type], self._files[type]
        self._problems = [p for p in self._problems if p.file.parent != folder]

    def _load_file(self, file: Path, pack: str, allowed: Callable[[str], bool] | None) -> None:
        source = file.read_bytes()
        content = sha256(source).hexdigest()
        if allowed is not None and not allowed(content):
            self._note(file, NotAllowed(file=file.name), content)
            return
        if pack == OWN_PACK:
            self._add(list(node_classes(run_file(file, pack))), file)
            return
        classes = list(node_classes(run_file(file, pack, source)))
        for cls in classes:
            cls.spec = replace(cls.spec, content=content)
        self._add(classes, file)

    def _add(self, classes: Sequence[type[Node]], file: Path) -> None:
        """Take in the classes of a file: all of them, or none where a name is taken."""
        for cls in classes:
            if cls.spec.type in self._classes:
                raise SameName(file=file.name, type=cls.spec.type)
        self._classes.update((cls.spec.type, cls) for cls in classes)
        self._files.update((cls.spec.type, file) for cls in classes)

    def _note(self, file: Path, error: BaseException, content: str = "") -> None:
        """List a problem, once."""
        worded: NodeError = BrokenFile(file=file.name, reason=reason(error))
        if isinstance(error, NotAllowed | SameName | BrokenMethod):
            worded = error
        if any(p.file == file and p.message == worded.message for p in self._problems):
            return
        log.warning("%s", worded)
        self._problems.append(Problem(file, worded.message, _trace(error), content))


def _trace(error: BaseException) -> str:
    """The traceback as text, as far as a stranger's error can be printed."""
    try:
        return "".join(traceback.format_exception(error))
    except Exception:
        return reason(error)
