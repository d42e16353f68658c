"""What may be imported where: the arrows between the rooms, and what each room loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NETWORKS = {"torch", "diffusers", "transformers", "accelerate", "safetensors"}
HEAVY = NETWORKS | {"numpy", "scipy"}
QT = {"PySide6", "shiboken6", "Qt", "NodeGraphQt"}


def sources(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def imports(file: Path, *, at_start: bool) -> set[str]:
    """Top-level names of the packages that a file imports: anywhere, or only as it is loaded."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = _loaded(tree) if at_start else ast.walk(tree)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def _loaded(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs while a module is loaded: no function bodies, no TYPE_CHECKING."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _loaded(child)


def names(files: list[Path]) -> list[str]:
    return [file.relative_to(ROOT).as_posix() for file in files]


def test_the_arrows_between_the_rooms_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_networks_load_only_with_the_room_that_computes() -> None:
    rooms = [f"app/{name}" for name in ("graph", "sdk", "engine", "interchange", "ui", "cli")]
    files = [*sources(*rooms, "nodes"), *(ROOT / "app").glob("*.py")]
    assert names([file for file in files if imports(file, at_start=True) & HEAVY]) == []


def test_qt_is_imported_only_by_the_window() -> None:
    files = [file for file in sources("app", "nodes") if ROOT / "app/ui" not in file.parents]
    assert names([file for file in files if imports(file, at_start=False) & QT]) == []


def test_the_canvas_library_is_imported_in_few_files() -> None:
    files = sources("app")
    users = [file for file in files if "NodeGraphQt" in imports(file, at_start=False)]
    assert len(users) <= 3, names(users)


def test_the_graph_needs_only_the_standard_library() -> None:
    allowed = set(sys.stdlib_module_names) | {"app"}
    for file in sources("app/graph"):
        assert imports(file, at_start=False) <= allowed, file


def test_finding_all_nodes_loads_neither_networks_nor_qt() -> None:
    probe = (
        "import sys; from app.start import make_program; make_program(); "
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & (HEAVY | QT)
