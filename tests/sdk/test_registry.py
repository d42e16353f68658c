"""Nodes from drop-in folders: found, refused, reloaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.graph.types import ValueType
from app.sdk import Context, Node, param
from app.sdk.node_files import BrokenMethod, SameName
from app.sdk.registry import Registry

ROOT = Path(__file__).parents[2]

HALF = '''
"""Halves."""
from __future__ import annotations
from app.sdk import Context, Node, param

class _Base(Node):
    """Only a base."""

class Half(_Base):
    """Half of a number."""
    number: float = param(default=1.0, low=0, high=9, tip="What to halve.")

    def run(self, ctx: Context) -> float:
        return self.number / 2
'''


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, pack: str = "user", allowed: bool = True) -> Registry:
    registry = Registry()
    registry.load_folder(folder, pack, lambda content: allowed)
    return registry


def test_a_file_brings_its_nodes_under_the_name_of_its_pack(tmp_path: Path) -> None:
    registry = load(put(tmp_path, "half.py", HALF))
    assert [spec.type for spec in registry.specs()] == ["user.Half"]
    assert registry.problems == ()


def test_a_node_keeps_working_after_it_was_loaded(tmp_path: Path) -> None:
    half = load(put(tmp_path, "half.py", HALF)).node_class("user.Half")
    assert half is not None
    assert half(number=3.0).run(None) == 1.5


def test_a_users_file_counts_by_its_content(tmp_path: Path) -> None:
    first = load(put(tmp_path, "half.py", HALF)).spec("user.Half")
    second = load(put(tmp_path, "half.py", HALF + "# changed")).spec("user.Half")
    assert first is not None
    assert second is not None
    assert first.content != second.content != ""


def test_a_file_that_is_not_allowed_never_runs(tmp_path: Path) -> None:
    trap = f"from pathlib import Path\nPath({str(tmp_path / 'ran')!r}).touch()\n"
    registry = load(put(tmp_path, "trap.py", trap), allowed=False)
    [problem] = registry.problems
    assert "allow" in problem.message.text()
    assert len(problem.content) == 64
    assert not (tmp_path / "ran").exists()


def test_a_planted_compiled_file_never_runs(tmp_path: Path) -> None:
    put(tmp_path, "half.py", HALF)
    cache = tmp_path / "__pycache__"
    cache.mkdir()
    (cache / f"half.{sys.implementation.cache_tag}.pyc").write_bytes(b"planted")
    assert load(tmp_path).spec("user.Half") is not None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def :", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import no_such_module", "No module named"),
        ("import sys; sys.exit(3)", "SystemExit"),
        ("\0", "null bytes"),
        (HALF.replace("low=0", "low=5"), "its default: number must be between 5 and 9"),
        (HALF.replace("number: float", "number: object"), "no parameter can have"),
    ],
)
def test_a_broken_file_is_listed_and_stops_nothing(tmp_path: Path, source: str, said: str) -> None:
    put(tmp_path, "a_broken.py", source)
    registry = load(put(tmp_path, "half.py", HALF))
    [problem] = registry.problems
    assert said in problem.message.text()
    assert problem.message.text().startswith("a_broken.py was not loaded: ")
    assert "Traceback" in problem.traceback
    assert registry.spec("user.Half") is not None


def test_files_with_an_underscore_are_left_alone(tmp_path: Path) -> None:
    registry = load(put(tmp_path, "_half.py", "1 / 0"))
    assert registry.specs() == registry.problems == ()


def test_a_missing_folder_brings_nothing(tmp_path: Path) -> None:
    registry = load(tmp_path / "nowhere")
    assert registry.specs() == registry.problems == ()


def test_the_second_node_of_a_name_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "half.py", HALF)
    registry = load(put(tmp_path, "half_again.py", HALF))
    [problem] = registry.problems
    assert problem.file.name == "half_again.py"
    assert "already a node called user.Half" in problem.message.text()


def test_loading_a_folder_again_replaces_what_it_brought(tmp_path: Path) -> None:
    registry = load(put(tmp_path, "half.py", HALF))
    put(tmp_path, "half.py", HALF.replace("class Half", "class Third"))
    registry.load_folder(tmp_path, "user")
    assert [spec.type for spec in registry.specs()] == ["user.Third"]
    assert registry.problems == ()


class Toy(Node):
    """A toy."""

    number: int = param(default=1, low=0, high=9, tip="A number.")

    def run(self, ctx: Context) -> int:
        return self.number

    @classmethod
    def describe(cls, parameters: Any, inputs: Any) -> dict[str, ValueType]:
        return {"integer": parameters["missing"]}

    @classmethod
    def needs(cls, parameters: Any) -> frozenset[str]:
        raise ValueError("no idea")

    @classmethod
    def upgrade(cls, parameters: Any, schema: int) -> dict[str, Any]:
        del parameters["number"]
        raise ValueError("too old")

    @classmethod
    def reads(cls, parameters: Any) -> list[Path]:
        raise ValueError("no path")


def test_a_failing_method_is_listed_once_and_answered_with_nothing_known() -> None:
    registry = Registry()
    registry.add(Toy)
    for _ in range(2):
        assert registry.describe("loom.Toy", {}, {"a": ValueType("Image")}) == {}
        assert registry.needs("loom.Toy", {}) is None
        assert registry.upgrade("loom.Toy", {"number": 2}, 1) == {"number": 2}
    assert len(registry.problems) == 3
    assert "describe of loom.Toy" in registry.problems[0].message.text()


def test_what_a_node_reads_is_never_guessed() -> None:
    registry = Registry()
    registry.add(Toy)
    with pytest.raises(BrokenMethod, match=r"reads of loom\.Toy .* ValueError: no path"):
        registry.reads("loom.Toy", {})


def test_a_class_is_added_once() -> None:
    registry = Registry()
    registry.add(Toy)
    with pytest.raises(SameName, match="already a node called"):
        registry.add(Toy)


def test_unknown_kinds_are_answered_quietly() -> None:
    registry = Registry()
    assert registry.spec("x.Y") is registry.node_class("x.Y") is registry.needs("x.Y", {}) is None
    assert registry.describe("x.Y", {}, {}) == {}
    assert registry.upgrade("x.Y", {"a": 1}, 1) == {"a": 1}
    assert registry.reads("x.Y", {}) == ()


def test_the_nodes_of_the_program_are_found_without_torch(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from app.sdk.registry import Registry\n"
        "found = Registry(); start = time.process_time(); found.load_folder(Path('nodes'))\n"
        "print(time.process_time() - start, found.problems, 'torch' in sys.modules, sep='|')"
    )
    # As at the user's: compiled once, and kept.
    kept = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    run = [sys.executable, "-c", code]
    told = [
        subprocess.run(
            run, cwd=ROOT, env=kept, capture_output=True, text=True, check=True, timeout=60
        ).stdout.strip()
        for _ in range(3)
    ]
    seconds = [float(line.split("|")[0]) for line in told]
    assert min(seconds) < 0.2  # half of that on a quiet computer
    assert {tuple(line.split("|")[1:]) for line in told} == {("()", "False")}
