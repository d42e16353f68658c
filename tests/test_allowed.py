"""Node files of the user run only after their content was allowed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from app.allowed import FILE_NAME, AllowedFiles, CannotAllow
from app.as_set import USER_PACK, find_nodes
from app.places import find_places

NODE = '''
"""Twice."""
from __future__ import annotations
from app.sdk import Context, Node, param


class Twice(Node):
    """Twice a number."""

    number: int = param(default=1, low=0, high=9, tip="What to double.")

    def run(self, ctx: Context) -> int:
        return 2 * self.number
'''


@pytest.fixture
def node_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A node file in the user's folder."""
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path))
    file = tmp_path / "nodes" / "twice.py"
    file.parent.mkdir()
    file.write_text(NODE, encoding="utf-8")
    return file


def is_known(settings: Path) -> bool:
    registry = find_nodes(find_places(), AllowedFiles(settings))
    return registry.spec(f"{USER_PACK}.Twice") is not None


def test_a_file_runs_once_it_was_allowed(node_file: Path, tmp_path: Path) -> None:
    assert not is_known(tmp_path)
    AllowedFiles(tmp_path).allow(node_file)
    assert is_known(tmp_path)


def test_a_file_that_changed_has_to_be_allowed_again(node_file: Path, tmp_path: Path) -> None:
    AllowedFiles(tmp_path).allow(node_file)
    node_file.write_text(NODE + "# changed\n", encoding="utf-8")
    assert not is_known(tmp_path)


def test_files_allowed_before_stay_allowed(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        AllowedFiles(tmp_path).allow(tmp_path / name)
    allowed = AllowedFiles(tmp_path)
    assert all(sha256(name.encode()).hexdigest() in allowed for name in ("a.py", "b.py"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"allowed": 3}', '{"format": 1}', "[" * 200_000])
def test_a_damaged_list_allows_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert "" not in AllowedFiles(tmp_path)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotAllow, match=r"nowhere\.py was not allowed"):
        AllowedFiles(tmp_path).allow(tmp_path / "nowhere.py")
