"""What is copied for a report: all that helps, and nothing private."""

from __future__ import annotations

import logging
from pathlib import Path

from app import __version__
from app.graph.spec import NodeSpec
from app.reports.crashes import LAST
from app.reports.diagnostics import Circumstances, device_of, diagnostics
from app.reports.log_file import opened_log
from app.sdk.errors import NodeError
from app.sdk.personal import Person
from app.settings import Settings

PROMPT = "a secret castle at night"
ANNA = Person(("/home/anna",), frozenset({"anna", "bluebird"}))
PRIVATE = (PROMPT, "castle", "/home", "anna", "bluebird", "hf_", "/media", "my models")
SETTINGS = Settings(
    theme="light",
    output_folder="/home/anna/pictures",
    model_folders=("/media/anna/my models",),
    recent_files=("/home/anna/castle.loom",),
    keys={"run": ["F5"]},
    disk_cache=False,
    language="zh_CN",
)


def fail() -> None:
    """Fail as a node of somebody else does."""
    raise NodeError(f"bluebird cannot paint {PROMPT} in /home/anna/out with hf_abcdefghijk")


def told(logs: Path) -> str:
    """The diagnostics after a run that failed and a crash."""
    with opened_log(logs):
        try:
            fail()
        except NodeError:
            logging.getLogger("app.engine").exception(
                "A node in %s failed", Path("/home/anna/x.py")
            )
    crash = f'Begun as window\nFatal Python error: Aborted\n  File "{__file__}", line 3 in run\n'
    (logs / LAST).write_text(crash, encoding="utf-8")
    own = NodeSpec("user.Dream", "Dream", "Other", PROMPT, content="0" * 64)
    kinds = [own, NodeSpec("loom.Sampler", "Sampler", "Sampling", "")]
    facts = {"window": "xcb"}
    return diagnostics(Circumstances(SETTINGS, kinds, "CPU, 4 GB free", logs, facts), ANNA)


def test_nothing_private_is_told(tmp_path: Path) -> None:
    text = told(tmp_path)
    assert not [word for word in PRIVATE if word.casefold() in text.casefold()]


def test_all_that_helps_is_told(tmp_path: Path) -> None:
    text = told(tmp_path)
    for words in (
        f"Latent Loom {__version__}",
        "CPU, 4 GB free",
        "window: xcb",
        "GiB are free",
        "torch 2.",
        "theme: light",
        "disk_cache: False",
        "output_folder: changed",
        "model_folders: 1 entries",
        "user: Dream",
        "Fatal Python error: Aborted",
        "tests/reports/test_diagnostics.py:3 in run",
        "app.sdk.errors.NodeError: …",
        "tests/reports/test_diagnostics.py:33 in fail",
    ):
        assert words in text
    assert "loom: Sampler" not in text


def test_a_new_program_has_little_to_tell(tmp_path: Path) -> None:
    text = diagnostics(Circumstances(Settings(), [], "", tmp_path / "none"), ANNA)
    assert text.count("\n  none") == 4
    assert "not known yet" in text


def test_a_device_that_cannot_be_prepared_is_told_so() -> None:
    def broken() -> object:
        raise RuntimeError(PROMPT)

    assert device_of(broken) == "cannot be prepared: RuntimeError"  # type: ignore[arg-type]
