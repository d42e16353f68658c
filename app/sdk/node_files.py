"""Runs one node file and finds the classes that it declares."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from app.graph.phrases import Phrase
from app.sdk.declare import Node
from app.sdk.errors import DeclarationError, NodeError


class BrokenFile(NodeError):
    """A node file raised an error while it was loaded."""

    english = "{file} was not loaded: {reason}; correct the file or take it out of the folder."


class SameName(NodeError):
    """A file declares a node whose name is taken."""

    english = "{file} was not loaded: there is already a node called {type}; rename one of the two."


class NotAllowed(NodeError):
    """The user has not allowed this content of a node file to run."""

    english = "{file} was not loaded: nobody has allowed it to run yet; read it, then allow it."


class BrokenMethod(NodeError):
    """A method of a node class, which the editor asks while nothing runs, raised an error."""

    english = "{method} of {node} in {file} does not work: {reason}; correct the file."


def run_file(file: Path, pack: str, source: bytes | None = None) -> ModuleType:
    """The module of a node file, executed once more; raises whatever the file raises.

    ``source`` is given where its hash was checked: then exactly these bytes run, and no compiled
    copy that may lie beside the file.
    """
    name = f"loom_nodes.{_identifier(pack)}.{_identifier(file.stem)}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise DeclarationError(node=file.name, problem=Phrase("it cannot be imported"))
    module = importlib.util.module_from_spec(spec)
    module.__loom_pack__ = pack  # type: ignore[attr-defined]  # read while classes are made
    sys.modules[name] = module
    try:
        if source is None:
            spec.loader.exec_module(module)
        else:
            exec(compile(source, str(file), "exec"), module.__dict__)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def node_classes(module: ModuleType) -> Iterator[type[Node]]:
    """The node classes that ``module`` itself declares; those called ``_Name`` are only bases."""
    for name, found in vars(module).items():
        own = isinstance(found, type) and found.__module__ == module.__name__
        if own and issubclass(found, Node) and not name.startswith("_"):
            yield found


def reason(error: BaseException) -> str:
    """What an error says, in one line without a full stop."""
    try:
        text = " ".join(str(error).split()).rstrip(".")
    except BaseException:  # a stranger's class, which may not even say what it is
        text = ""
    if isinstance(error, NodeError | DeclarationError):
        return text
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _identifier(text: str) -> str:
    return re.sub(r"\W", "_", text)
