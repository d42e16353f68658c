"""From the settings to the file, and from a failed run to the log: nothing private on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image as Pillow

from app.interchange.marks import TRAINED, VOCABULARY, Mark, read_mark
from app.interchange.picture_graph import read_graph
from app.interchange.xmp import packet
from app.settings import Settings, save_settings
from app.start import main
from tests.interchange.graphs import graph_text


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user of their own."""
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path / "loom"))
    return tmp_path


def graph(place: Path, path: Path) -> Path:
    """A picture file that is made smaller and saved."""
    nodes = {
        "file": ("LoadImage", {"path": str(path)}),
        "small": ("Resize", {"size": [16, 16]}),
        "save": ("SaveImage", {"name": "out"}),
    }
    file = place / "graph.loom"
    file.write_text(graph_text(nodes, {"small.image": "file.image", "save.image": "small.image"}))
    return file


def marked(path: Path) -> Path:
    """A picture that another program generated, and says so."""
    xmp = packet({"Iptc4xmpExt:DigitalSourceType": VOCABULARY + TRAINED})
    Pillow.new("RGB", (32, 32)).save(path, xmp=xmp.encode())
    return path


def run(place: Path, path: Path, **settings: object) -> Path:
    """The picture that a run saved under these settings."""
    save_settings(place / "loom" / "settings", Settings(**settings))  # type: ignore[arg-type]
    assert main(["run", str(graph(place, path)), "--out", str(place / "out")]) == 0
    return max((place / "out").iterdir())


def test_the_mark_of_an_input_outlives_a_run_without_our_own(place: Path) -> None:
    made = run(place, marked(place / "given.jpg"), ai_mark=False, embedded_graph="none")
    assert read_mark(made) == Mark(TRAINED)
    assert read_graph(made) is None


def test_a_plain_picture_stays_plain_and_loses_its_path_if_that_is_wished(place: Path) -> None:
    Pillow.new("RGB", (32, 32)).save(place / "castle.png")
    made = run(place, place / "castle.png", embedded_graph="private")
    assert read_mark(made) == Mark()
    found = json.loads(read_graph(made) or "")
    assert found["graphs"]["main"]["nodes"]["file"]["parameters"]["path"] == ""
    assert b"castle" not in made.read_bytes()


def test_other_wishes_save_the_picture_again(place: Path) -> None:
    Pillow.new("RGB", (32, 32)).save(place / "castle.png")
    first = run(place, place / "castle.png")
    assert run(place, place / "castle.png") == first
    assert run(place, place / "castle.png", embedded_graph="none") != first


def test_a_run_that_fails_tells_the_log_where_but_not_what(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(graph(place, place / "castle.png")), "--out", str(place)]) != 0
    assert "castle" in capsys.readouterr().err
    log = (place / "loom" / "logs" / "latent-loom.log").read_text(encoding="utf-8")
    assert "MissingPicture: There is no picture file at …" in log
    assert "app/diffusion/pictures/files.py:" in log
    assert "castle" not in log
    assert str(place) not in log
    assert main(["diagnostics"]) == 0
    told = capsys.readouterr().out
    assert "MissingPicture" in told
    assert "castle" not in told
