"""Packs of nodes from elsewhere: told of without running, taken in whole, and then waiting."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from app.allowed import AllowedFiles
from app.node_packs import NoPack, OddPack, PackThere, install, installed, open_pack
from app.places import find_places
from app.sdk.node_listing import LARGEST, list_source
from app.start import find_nodes
from tests.test_allowed import NODE

HARM = f"""
import os, socket
from urllib.request import urlopen
open("harmed", "w").close()
os.system("touch harmed")
{NODE.replace("from __future__ import annotations", "")}
class SecondOne(Node):
    title = "The Second"
class _Base(Node):
    pass
class NoneAtAll:
    pass
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a node file that does harm when it is run."""
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "their pack"
    folder.mkdir()
    (folder / "harm.py").write_text(HARM, "utf-8")
    (folder / "_helper.py").write_text("open('harmed', 'w')", "utf-8")
    (folder / "model.bin").write_bytes(b"x")
    return folder


def zipped(files: dict[str, bytes], place: Path) -> Path:
    """An archive with these files."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return place


def test_what_a_pack_brings_is_told_without_running_it(pack: Path, tmp_path: Path) -> None:
    (told,) = (file for file, _ in open_pack(pack).files)
    assert told.titles == ("Twice", "The Second")
    assert told.imports == ("app", "os", "socket", "urllib")
    assert not (tmp_path / "harmed").exists()


def test_an_installed_pack_waits_until_it_is_allowed(pack: Path, tmp_path: Path) -> None:
    places = find_places()
    home = install(open_pack(pack), places.nodes)
    assert [path.name for path in home.iterdir()] == ["harm.py"]
    registry = find_nodes(places, AllowedFiles(places.settings))
    assert registry.spec("user.Twice") is None
    assert [problem.message.id for problem in registry.problems] == ["NotAllowed"]
    assert not (tmp_path / "harmed").exists()
    (home / "harm.py").write_text(NODE, "utf-8")
    AllowedFiles(places.settings).allow(home / "harm.py")
    assert find_nodes(places, AllowedFiles(places.settings)).spec("user.Twice") is not None
    (home / "harm.py").write_text(HARM, "utf-8")
    assert find_nodes(places, AllowedFiles(places.settings)).spec("user.Twice") is None
    assert not (tmp_path / "harmed").exists()


def test_a_pack_comes_from_an_archive_or_a_single_file(pack: Path, tmp_path: Path) -> None:
    source = (pack / "harm.py").read_bytes()
    made = zipped({"pack-main/a.py": source, "pack-main/x/deep.py": source}, tmp_path / "a.zip")
    assert [file.name for file, _ in open_pack(made).files] == ["a.py"]
    assert open_pack(pack / "harm.py").name == "harm"


def test_an_archive_cannot_write_elsewhere(pack: Path, tmp_path: Path) -> None:
    names = ("../../evil.py", "/tmp/evil2.py", "..\\evil3.py", "a/../../evil4.py", "C:evil5.py")
    made = zipped(dict.fromkeys(names, b"x = 1"), tmp_path / "evil.zip")
    places = find_places()
    before = {path for path in tmp_path.rglob("*") if places.nodes not in path.parents}
    try:
        home = install(open_pack(made), places.nodes)
    except (NoPack, OddPack):
        return
    assert all(path.parent == home for path in home.rglob("*.py"))
    after = {path for path in tmp_path.rglob("*") if places.nodes not in path.parents}
    assert after - before <= {places.nodes, places.nodes.parent}


def test_a_bomb_is_no_pack(tmp_path: Path) -> None:
    bomb = zipped({"big.py": b"#" * 50_000_000}, tmp_path / "bomb.zip")
    with pytest.raises(OddPack, match="too large"):
        open_pack(bomb)
    many = zipped({f"n{number}.py": b"" for number in range(5000)}, tmp_path / "many.zip")
    with pytest.raises(OddPack, match="too large"):
        open_pack(many)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_links_and_pipes_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "secret.py").write_text("x = 1", "utf-8")
    (tmp_path / "pack" / "link.py").symlink_to(tmp_path / "secret.py")
    os.mkfifo(tmp_path / "pack" / "pipe.py")
    with pytest.raises(NoPack):
        open_pack(tmp_path / "pack")


def test_what_is_no_pack_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(NoPack, match="holds no node files"):
        open_pack(tmp_path / "empty")
    with pytest.raises(OddPack, match="cannot be read"):
        open_pack(tmp_path / "broken.zip")


def test_a_pack_is_not_put_over_another(pack: Path) -> None:
    places = find_places()
    install(open_pack(pack), places.nodes)
    with pytest.raises(PackThere, match="their pack"):
        install(open_pack(pack), places.nodes)
    assert len(list(installed(places.nodes))) == 1


@pytest.mark.parametrize(
    "source",
    [
        b"def (:",
        b"\0",
        b"(" * 100_000,
        b"x = " + b"-" * 100_000 + b"1",
        b"\xff\xfe\x00",
        b"#" * (LARGEST + 2),
        b"x" + b".a" * 50_000,
    ],
)
def test_no_text_is_too_odd_to_be_told_of(source: bytes) -> None:
    told = list_source("odd.py", source)
    assert not told.titles


def test_an_archive_that_is_damaged_inside_is_told(tmp_path: Path) -> None:
    place = zipped({"a.py": NODE.encode() * 50}, tmp_path / "a.zip")
    whole = bytearray(place.read_bytes())
    begin = 30 + len("a.py")
    whole[begin : begin + 20] = b"\xff" * 20
    place.write_bytes(whole)
    with pytest.raises(OddPack):
        open_pack(place)


@pytest.mark.parametrize("name", ["D:evil.py", "a.py:evil.py", "a\u202eyp.py", "a\nb.py"])
def test_a_name_that_leads_elsewhere_or_hides_is_not_taken(tmp_path: Path, name: str) -> None:
    files = {"good.py": NODE.encode(), name: NODE.encode()}
    pack = open_pack(zipped(files, tmp_path / "a.zip"))
    assert [file.name for file, _ in pack.files] == ["good.py"]


def test_of_two_files_of_one_name_nothing_is_taken(tmp_path: Path) -> None:
    files = {"one/a.py": NODE.encode(), "two/A.py": HARM.encode()}
    with pytest.raises(OddPack):
        open_pack(zipped(files, tmp_path / "a.zip"))
