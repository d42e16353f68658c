"""Gathers all texts for translators: ``python -m app.ui.languages.translation_source``.

Each ``latent-loom_CODE.ts`` in resources/languages gains what is new and loses what is gone; then
Qt's own tool makes the ``.qm`` that the program reads. To begin a language, make an empty file.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from app.graph.document import Snapshot
from app.graph.file import open_file
from app.graph.interface import OWN_SPECS
from app.graph.spec import NodeSpec, OutputSpec, SocketSpec
from app.places import RESOURCES
from app.sdk.registry import Registry
from app.ui.actions.table import GROUPS
from app.ui.languages.language import LANGUAGES, PREFIX
from app.ui.words import CONTEXT, plain_label

ROOT = Path(__file__).parents[3]
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_TEXT_CALLS = frozenset({"tr", "mark", "Phrase", "Change", "group", "do_together"})
"""Functions and methods whose first argument is shown."""


def main() -> None:
    """Bring all languages up to date."""
    texts = all_texts()
    for path in sorted(LANGUAGES.glob(f"{PREFIX}*.ts")):
        known = translations(path) if path.stat().st_size else {}
        path.write_text(written(path, {text: known.get(text, "") for text in texts}), "utf-8")
        compiled(path, path.with_suffix(".qm"))
        left = sum(not known.get(text) for text in texts)
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {left} not translated\n")


def all_texts() -> list[str]:
    """Every text that the window may show, in English and in the order of the alphabet."""
    found = set(_texts_in_code())
    registry = Registry()
    registry.load_folder(ROOT / "nodes")
    for spec in (*registry.specs(), *OWN_SPECS):
        found.update(_texts_of(spec))
    found.update(_texts_of_actions())
    for file in (RESOURCES / "graphs").glob("*.loom"):
        found.update(_titles_in(open_file(file, None).snapshot))
    return sorted(found - {""})


def translations(path: Path) -> dict[str, str]:
    """English text -> translation, of a file; what is not translated yet is ""."""
    messages = ElementTree.parse(path).iter("message")
    return {each.findtext("source", ""): each.findtext("translation", "") for each in messages}


def written(path: Path, texts: dict[str, str]) -> str:
    """A translation file with these texts."""
    language = path.stem.removeprefix(PREFIX)
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, translation in texts.items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        made = ElementTree.SubElement(message, "translation")
        made.text = translation
        if not translation:
            made.set("type", "unfinished")
    ElementTree.indent(root)
    return _HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def compiled(source: Path, target: Path) -> None:
    """Make the file that the program reads; raises CalledProcessError where Qt's tool fails."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def _texts_in_code() -> Iterator[str]:
    for room in ("app", "nodes"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                yield from _texts_at(node)


def _texts_at(node: ast.AST) -> Iterator[str]:
    """The texts of a call such as ``tr("…")``, of an error's template, or of a table of them."""
    if isinstance(node, ast.Call) and node.args and _called(node) in _TEXT_CALLS:
        yield from _constant(node.args[0])
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = target.id if isinstance(target, ast.Name) else ""
        if name == "english":
            yield from _constant(node.value)
        elif name == "ENGLISH" and isinstance(node.value, ast.Dict):
            for value in node.value.values:
                yield from _constant(value)


def _called(call: ast.Call) -> str:
    """The name of the function or method."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _constant(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _constant(node.body)
        yield from _constant(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _texts_of_actions() -> Iterator[str]:
    """What menus and tips say."""
    for title, specs in GROUPS:
        yield title
        for spec in specs:
            yield from (spec.text, spec.tip)


def _titles_in(snapshot: Snapshot) -> Iterator[str]:
    """What a graph of ours calls its nodes, and the parameters in its panel."""
    for graph in snapshot.graphs.values():
        yield from (node.title for node in graph.nodes.values())
        yield from (item.title for item in graph.exposed)


def _texts_of(spec: NodeSpec) -> Iterator[str]:
    """What is shown of a kind of node."""
    yield spec.title
    yield from spec.category.split("/")
    yield from spec.help.split("\n\n")
    yield from spec.aliases
    ends: tuple[SocketSpec | OutputSpec, ...] = (*spec.inputs, *spec.outputs)
    for end in ends:
        yield from (plain_label(end.name), end.tip)
        if not end.type.is_variable:
            yield end.type.name
    for parameter in spec.parameters:
        yield from (plain_label(parameter.name), parameter.tip, parameter.unit, parameter.type.name)
        yield from filter(str.islower, parameter.choices)


if __name__ == "__main__":
    main()
