"""Opening what strangers made runs no code, speaks to nobody and reads only what was chosen.

Python itself tells: an audit hook in a process of its own notes every file, program, socket and
piece of code while graphs, pictures, models and node packs are opened that were made to do harm.
"""

from __future__ import annotations

import json
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from app.interchange.embedding import GRAPH_KEY
from tests.models.files import weight_file

ROOT = Path(__file__).parents[2]
HARM = 'import os; os.system("touch harmed"); open("harmed", "w"); __import__("socket").socket()'


class Harm:
    """Would leave a file if it were unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("touch harmed",)


def graph(secret: Path, **parameters: object) -> str:
    """A graph whose nodes name a file of the user in every way there is."""
    nodes = {
        "a": {"type": "loom.LoadImage", "parameters": {"path": str(secret)}},
        "b": {"type": "loom.LoadLatent", "parameters": {"path": str(secret)}},
        "c": {"type": "loom.LoadModel", "parameters": {"model": str(secret), **parameters}},
        "d": {"type": "loom.FolderOfPictures", "parameters": {"folder": str(secret.parent)}},
        "e": {"type": "loom.WildcardText", "parameters": {"folder": str(secret.parent)}},
        "f": {"type": "os.system", "parameters": {"command": "touch harmed"}},
        "g": {"type": "loom.Expression", "parameters": {"formula": HARM}},
        "h": {"type": "loom.SaveImage", "parameters": {"name": "../../harmed"}},
        "i": {"type": "__import__('os').system('touch harmed')", "parameters": {}},
    }
    whole = {id: {"position": [0, 0], **node} for id, node in nodes.items()}
    held = {"nodes": whole, "wires": [], "frames": {}, "notes": {}}
    return json.dumps({"format": 1, "root": "main", "graphs": {"main": held}})


def graphs(folder: Path, secret: Path) -> None:
    """A graph alone, and one that is cut off."""
    (folder / "hostile.loom").write_text(graph(secret), "utf-8")
    (folder / "cut.loom").write_text(graph(secret)[:700], "utf-8")


def pictures(folder: Path, secret: Path) -> None:
    """The same graph in pictures, and an SVG that calls itself one."""
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt(GRAPH_KEY, graph(secret))
    Image.new("RGB", (8, 8)).save(folder / "hostile.png", pnginfo=notes)
    address = secret.as_uri()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'
    (folder / "drawing.png").write_text(svg, "utf-8")


def models(folder: Path, secret: Path) -> None:
    """Pickles under all names, configs that name code, names of Python, heads that lie."""
    for name in ("a.ckpt", "b.pt", "c.bin", "d.safetensors", "e.gguf"):
        (folder / name).write_bytes(pickle.dumps(Harm()))
    code = {"_class_name": "os.system", "auto_map": {"AutoModel": "evil.Evil"}}
    for place in (folder / "coded", folder / "coded" / "unet"):
        place.mkdir()
        (place / "config.json").write_text(json.dumps(code), "utf-8")
        (place / "evil.py").write_text(HARM, "utf-8")
        (place / "diffusion_pytorch_model.bin").write_bytes(pickle.dumps(Harm()))
    index = {"_class_name": ["evil", "Evil"], "unet": ["evil", "Evil"], "vae": [None, None]}
    (folder / "coded" / "model_index.json").write_text(json.dumps(index), "utf-8")
    entry = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}
    for name, key in {"dunder": "__class__.__init__", "long": ".".join(["a"] * 10_000)}.items():
        head = json.dumps({key: entry, "__metadata__": {"x": str(secret)}}).encode()
        data = struct.pack("<Q", len(head)) + head + b"\0" * 4
        (folder / f"{name}.safetensors").write_bytes(data)
    (folder / "huge.safetensors").write_bytes(struct.pack("<Q", 2**40) + b"{}")
    (folder / "linked.json").symlink_to(secret)


def packs(folder: Path, secret: Path) -> None:
    """Node files that do harm as soon as they are imported."""
    code = f"{HARM}\nclass Evil(Node):\n    title = 'Evil'\n"
    (folder / "pack").mkdir()
    for place in (folder / "evil.py", folder / "pack" / "evil.py", folder / "sitecustomize.py"):
        place.write_text(code, "utf-8")


def plain_graphs(folder: Path, secret: Path) -> None:
    """A graph that names nothing."""
    (folder / "plain.loom").write_text(graph(Path("inside.png"), model="pocket"), "utf-8")


def plain_pictures(folder: Path, secret: Path) -> None:
    """A picture without a graph, and a text that is none."""
    Image.new("RGB", (8, 8)).save(folder / "plain.png")
    (folder / "words.png").write_text("none", "utf-8")


def plain_models(folder: Path, secret: Path) -> None:
    """A model, and one that is cut off."""
    weight_file(folder / "model.safetensors")
    (folder / "cut.safetensors").write_bytes(b"x")
    (folder / "old.ckpt").write_bytes(b"x")
    (folder / "parts").mkdir()
    (folder / "parts" / "model_index.json").write_text("{}", "utf-8")


def plain_packs(folder: Path, secret: Path) -> None:
    """A node file without a node."""
    (folder / "plain.py").write_text("x = 1\n", "utf-8")


Fill = Callable[[Path, Path], None]
CASES: dict[str, tuple[Fill, Fill]] = {
    "graphs": (plain_graphs, graphs),
    "pictures": (plain_pictures, pictures),
    "models on the shelf": (plain_models, models),
    "models": (plain_models, models),
    "node packs": (plain_packs, packs),
    "graphs in a window": (plain_graphs, graphs),
}
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "pty.",
    "pickle.",
    "ctypes.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
    "winreg.",
    "shutil.",
    "sqlite3.",
    "code.__new__",
    "function.__new__",
)
"""How the names of events begin that nothing that is opened may bring about."""


_SLOW = ("models",)  # loads torch and what goes with it, to find nothing; the shelf does without


@pytest.mark.parametrize(
    "what", [pytest.param(w, marks=pytest.mark.heavy) if w in _SLOW else w for w in CASES]
)
def test_opening_runs_nothing_and_reads_nothing_else(what: str, tmp_path: Path) -> None:
    harmless, settings, chosen = (tmp_path / name for name in ("harmless", "settings", "chosen"))
    for folder in (harmless, settings, chosen):
        folder.mkdir()
    secret = tmp_path / "private" / "secret.safetensors"
    secret.parent.mkdir()
    secret.write_bytes(b"the user's own")
    plain, hostile = CASES[what]
    plain(harmless, secret)
    hostile(chosen, secret)
    command = [sys.executable, "-m", "tests.safety.watched", what]
    done = subprocess.run(
        [*command, str(harmless), str(settings), str(chosen)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LATENT_LOOM_HOME": str(settings)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen, "the hook saw nothing at all"
    libraries = {sys.prefix, sys.base_prefix, str(ROOT / ".venv"), "/usr", "/proc", "/sys", "/dev"}
    program = (*(str(ROOT / room) for room in ("app", "nodes", "resources", "tests")), *libraries)
    wrong = [each for each in map(tuple, seen) if not _is_fine(*each, program, chosen, settings)]
    parsed = [("compile", str(ROOT / "<unknown>"))] if what == "node packs" else []
    assert [each for each in wrong if each not in parsed] == []
    assert not [path for path in (ROOT / "harmed", tmp_path / "harmed") if path.exists()]


def _is_fine(
    event: str, about: str, program: tuple[str, ...], chosen: Path, settings: Path
) -> bool:
    """Whether an event is one that opening a file may bring about."""
    if event == "read":
        return not about or about.startswith((*program, str(chosen), str(settings)))
    if event == "write":
        return not about or about.startswith((str(settings), os.devnull))
    if event == "os.rename":  # settings are written beside their file, and then put in its place
        return about.startswith(f"('{settings}")
    if event in ("exec", "compile"):  # only what belongs to the program and its libraries
        return about.startswith(program)
    return not event.startswith(FORBIDDEN)
