"""The set-up of the environment, as far as it can be told without installing anything."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["main.py", "app/__init__.py", "app/bootstrap.py"])
def test_what_an_old_python_meets_first_parses_on_3_8(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_gets_a_sentence() -> None:
    with pytest.raises(
        SystemExit, match=r"needs Python 3\.11 or newer and this is Python 3\.10\.4"
    ):
        bootstrap.refuse_old_python((3, 10, 4))


def test_this_python_is_new_enough() -> None:
    bootstrap.refuse_old_python(sys.version_info[:3])


def test_a_complete_environment_is_left_alone() -> None:
    bootstrap.ensure(ROOT, ["never-started.py"], extras=("dev",))


def test_the_bootstrap_loads_nothing_outside_the_standard_library() -> None:
    probe = (
        "import sys, app.bootstrap; "
        "print(*{name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {probe}"],
        capture_output=True,
        text=True,
        check=True,
    )
    foreign = set(done.stdout.split())
    assert {name for name in foreign if "distutils" not in name} <= {"app", "__main__"}


def test_requirements_come_from_the_project_file() -> None:
    plain = bootstrap.requirements(ROOT, ())
    assert any(line.startswith("torch") for line in plain)
    assert not any(line.startswith("pytest") for line in plain)
    assert any(line.startswith("pytest") for line in bootstrap.requirements(ROOT, ("dev",)))


def test_every_pin_belongs_to_something_that_is_asked_for() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(pin.count("==") == 1 for pin in pins)
    assert "torch==2.13.0" in pins


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("torch==1", encoding="utf-8")
    before = bootstrap.fingerprint(tmp_path)
    (tmp_path / "constraints.txt").write_text("torch==2", encoding="utf-8")
    assert bootstrap.fingerprint(tmp_path) != before


def test_a_missing_marker_says_that_nothing_is_installed(tmp_path: Path) -> None:
    assert bootstrap.read_marker(tmp_path / "installed.txt") == set()


LISTING = """:env:.disable-pip-version-check='1'
:env:.find-links='/some/wheels /more/wheels'
global.timeout="60"
"""


def test_settings_of_pip_are_read_by_their_bare_names() -> None:
    assert bootstrap.pip_settings(LISTING) == {
        "disable-pip-version-check": "1",
        "find-links": "/some/wheels /more/wheels",
        "timeout": "60",
    }


@pytest.mark.parametrize(
    ("settings", "options"),
    [
        ({}, ["--torch-backend=auto"]),
        ({"find-links": "/a /b"}, ["--find-links=/a", "--find-links=/b"]),
        ({"index-url": "https://example.org/simple", "find-links": "/a"}, None),
        ({"no-index": "true"}, None),
    ],
)
def test_uv_follows_the_settings_of_pip(
    settings: dict[str, str], options: list[str] | None
) -> None:
    assert bootstrap.uv_options(settings) == options
