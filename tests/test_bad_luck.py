"""What goes wrong in the middle of a run: no memory, no numbers, no room on the disk, Ctrl+C."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.command import GRAPHS, MODELS, TEXT_TO_IMAGE, Record, edited, files, run

ROOT = Path(__file__).resolve().parent.parent
MEBIBYTE = 2**20
LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets such limits")


@contextmanager
def limit(name: str, most: int) -> Iterator[None]:
    """A limit of the system for this process, as ``ulimit`` sets it."""
    import resource

    which = getattr(resource, name)
    before = resource.getrlimit(which)
    resource.setrlimit(which, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(which, before)


def in_use(process: psutil.Process) -> int:
    """Bytes that are in use, without those that the allocator only keeps for later."""
    gc.collect()  # what is left of a program, its cache included, refers to itself
    with suppress(OSError, AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)
    return int(process.memory_info().rss)


def decode_only(graph: Record) -> None:
    """Decode the blank latent, with nothing in between; a second branch shows a picture."""
    sources = {"decode": {"latent": ["size", "latent"], "vae": ["load-model", "vae"]}}
    sources |= {"save": {"image": ["decode", "image"]}, "show": {"image": ["picture", "image"]}}
    graph["nodes"]["picture"] = {
        "type": "loom.LoadImage",
        "parameters": {"path": "resources:pictures/cottage.png"},
    }
    graph["nodes"]["show"] = {"type": "loom.Preview"}
    graph["wires"] = [
        {"from": source, "to": [node, name]}
        for node, inputs in sources.items()
        for name, source in inputs.items()
    ]


@LIMITED
def test_a_lack_of_memory_has_a_remedy_and_gives_the_memory_back(tmp_path: Path) -> None:
    graph = edited(tmp_path, decode_only)
    assert run(graph, tmp_path / "out").status == 0  # everything is loaded that stays loaded
    process = psutil.Process()
    before = in_use(process)
    with limit("RLIMIT_AS", process.memory_info().vms + 600 * MEBIBYTE):
        answer = run(graph, tmp_path / "large", {"size.size": "16384x16384"})
    sentence = answer.failure("decode")
    assert "not enough memory" in sentence
    assert "make the picture or the batch smaller, decode it in tiles" in sentence
    assert answer.made("picture", "show")
    assert answer.states["save"] == "skipped"
    assert not (tmp_path / "large").exists()
    assert in_use(process) < before + 50 * MEBIBYTE
    assert run(graph, tmp_path / "out").status == 0


def broken(name: str, part: str, folder: Path) -> Path:
    """A model that ships with the program, with one weight that is no number."""
    from safetensors.torch import load_file, save_file

    copy = shutil.copytree(MODELS / name, folder / name)
    file = copy / part / "diffusion_pytorch_model.safetensors"
    tensors = load_file(file)
    next(iter(tensors.values())).view(-1)[0] = float("nan")
    save_file(tensors, file)
    return copy


def test_a_weight_that_is_no_number_is_named_once_a_latent_turned_nan(tmp_path: Path) -> None:
    settings = {"load-model.model": broken("pocket", "unet", tmp_path), "sampler.steps": 3}
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", settings)
    sentence = answer.failure("sampler")
    assert "is not a number" in sentence
    assert "The weight " in sentence
    assert str(tmp_path / "pocket") in sentence
    assert "download or copy it again" in sentence
    assert answer.states["save"] == "skipped"
    assert not (tmp_path / "out").exists()


def test_a_control_network_that_gives_nan_is_told_at_the_step_where_it_begins(
    tmp_path: Path,
) -> None:
    settings = {
        "load-controlnet.network": broken("pocket-edges", "", tmp_path),
        "control.start": 0.5,
        "sampler.steps": 4,
    }
    answer = run(GRAPHS / "controlnet.loom", tmp_path / "out", settings)
    assert "became NaN at step 3 of 4" in answer.failure("sampler")


def test_an_autoencoder_that_gives_nan_saves_no_black_picture(tmp_path: Path) -> None:
    settings = {"load-model.model": broken("pocket", "vae", tmp_path), "sampler.steps": 1}
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", settings)
    assert "The weight " in answer.failure("decode")
    assert "is not a number" in answer.failure("decode")
    assert list(files(tmp_path / "out")) == []


@LIMITED
def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    few = {"sampler.steps": 1, "size.size": "128x128"}
    assert run(TEXT_TO_IMAGE, tmp_path, few).status == 0
    before = {path: path.read_bytes() for path in files(tmp_path)}
    with limit("RLIMIT_FSIZE", 1000):
        answer = run(TEXT_TO_IMAGE, tmp_path, few)
    sentence = answer.failure("save")
    assert f"Nothing can be saved in {tmp_path} (file too large)" in sentence
    assert answer.outcome["files"] == []
    assert {path: path.read_bytes() for path in files(tmp_path)} == before


class Running:
    """``main.py run`` with a long sampling, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.errors = folder / "stderr"
        endless = ["--set", "Sampler.steps=200", "--set", "Size.size=512x512"]
        command = [sys.executable, str(ROOT / "main.py"), "run", str(TEXT_TO_IMAGE), *endless]
        with self.errors.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--out", str(folder / "out"), "--json"],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def wait_until(self, text: bytes, place: Path) -> None:
        """Return once ``text`` stands in a file that belongs to the process."""
        for _ in range(6000):
            if text in place.read_bytes():
                return
            assert self.process.poll() is None, self.errors.read_text()
            time.sleep(0.01)
        raise AssertionError(f"{text!r} did not come")

    def interrupt(self, times: int) -> tuple[int, str, str]:
        """Press Ctrl+C; exit status, standard output and standard error."""
        for _ in range(times):
            self.process.send_signal(signal.SIGINT)
            time.sleep(0.05)
        out, _ = self.process.communicate(timeout=120)
        return self.process.returncode, out, self.errors.read_text("utf-8")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    started = Running(tmp_path)
    yield started
    started.process.kill()
    started.process.communicate()


def check_stopped(status: int, out: str, errors: str) -> None:
    assert status == 130
    assert errors.endswith("Stopped.\n")
    assert "Traceback" not in errors
    outcome = json.loads(out.splitlines()[-1])
    assert (outcome["ok"], outcome["files"]) == (False, [])


@LIMITED
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_stops_while_torch_is_loaded(running: Running, times: int, tmp_path: Path) -> None:
    running.wait_until(b"libtorch", Path(f"/proc/{running.process.pid}/maps"))
    check_stopped(*running.interrupt(times))
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_stops_while_sampling(running: Running, times: int, tmp_path: Path) -> None:
    running.wait_until(b"of 200", running.errors)
    check_stopped(*running.interrupt(times))
    assert not (tmp_path / "out").exists()
