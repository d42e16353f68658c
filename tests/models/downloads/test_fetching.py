"""Fetching one file from a server that may misbehave."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.downloads import fetching
from app.models.downloads.fetching import RemoteFile, fetch
from app.models.downloads.refusals import (
    Cancelled,
    CannotWrite,
    NeedsToken,
    NoAccess,
    NoConnection,
    NoRoom,
    NotThere,
    PlainAddress,
    ServerFault,
    TooManyRedirects,
    WrongContent,
    WrongHash,
)
from tests.models.downloads.server import Shop, weights

CONTENT = weights()
HASH = hashlib.sha256(CONTENT).hexdigest()


def _file(shop: Shop, *, hash: str = "", path: str = "/big.safetensors") -> RemoteFile:
    shop.files.setdefault(path, CONTENT)
    return RemoteFile("big.safetensors", shop.address + path, "127.0.0.1", 0, hash)


def _nothing(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_comes_whole_and_checked(shop: Shop, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    found = fetch(
        _file(shop, hash=HASH), tmp_path / "big.safetensors", "", lambda *p: seen.append(p)
    )
    assert found == HASH
    assert (tmp_path / "big.safetensors").read_bytes() == CONTENT
    assert _left(tmp_path) == ["big.safetensors"]
    assert seen[0] == (0, len(CONTENT))
    assert seen[-1] == (len(CONTENT), len(CONTENT))


@pytest.mark.parametrize("percent", [1, 50, 99])
def test_a_file_that_is_cut_anywhere_comes_whole(shop: Shop, tmp_path: Path, percent: int) -> None:
    shop.cuts = [len(CONTENT) * percent // 100]
    assert fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing) == HASH
    assert (tmp_path / "big.safetensors").read_bytes() == CONTENT
    assert _left(tmp_path) == ["big.safetensors"]
    assert len(shop.asked) == 2


def test_a_file_that_is_shorter_than_was_said_is_not_taken_for_whole(
    shop: Shop, tmp_path: Path
) -> None:
    shop.says_length = len(CONTENT) + 1000
    with pytest.raises(NoConnection):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    assert "big.safetensors" not in _left(tmp_path)


def test_a_file_with_more_bytes_than_were_said_is_checked_like_any_other(
    shop: Shop, tmp_path: Path
) -> None:
    shop.says_length = len(CONTENT) - 1000
    with pytest.raises((WrongHash, WrongContent)):
        fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    assert _left(tmp_path) == []


def test_a_server_that_has_no_more_of_a_file_begins_anew(shop: Shop, tmp_path: Path) -> None:
    shop.cuts = [2_000_000] + [0] * 4
    with pytest.raises(NoConnection):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    shop.cuts, shop.takes_marks = [], False
    other = weights(1_000_000, seed=7)
    shop.files["/big.safetensors"] = other
    fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    assert (tmp_path / "big.safetensors").read_bytes() == other


def test_a_connection_that_breaks_off_goes_on_where_it_was(shop: Shop, tmp_path: Path) -> None:
    shop.cuts = [1_500_000, 500_000]
    fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    assert (tmp_path / "big.safetensors").read_bytes() == CONTENT
    begins = [int(asked.removeprefix("bytes=").rstrip("-") or 0) for asked in shop.ranges()]
    assert begins == sorted(begins)
    assert begins[0] == 0
    assert begins[1] > 0


def test_a_connection_that_never_holds_is_given_up_and_what_came_is_kept(
    shop: Shop, tmp_path: Path
) -> None:
    shop.cuts = [1_200_000, 1000, 1000, 1000, 1000, 1000]
    with pytest.raises(NoConnection, match="what has come so far is kept"):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    assert "big.safetensors.part" in _left(tmp_path)
    shop.cuts = []
    fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    assert shop.ranges()[-1] != ""


def test_a_file_that_changed_meanwhile_is_begun_anew(shop: Shop, tmp_path: Path) -> None:
    shop.cuts = [1_500_000] + [0] * 4
    with pytest.raises(NoConnection):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    shop.cuts = []
    other = weights(seed=7)
    shop.files["/big.safetensors"] = other
    fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    assert (tmp_path / "big.safetensors").read_bytes() == other


def test_a_server_without_ranges_sends_all_of_it_again(shop: Shop, tmp_path: Path) -> None:
    shop.takes_ranges = False
    shop.cuts = [1_500_000]
    fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    assert (tmp_path / "big.safetensors").read_bytes() == CONTENT


def test_a_server_that_is_busy_is_asked_again(shop: Shop, tmp_path: Path) -> None:
    shop.statuses = [503, 500]
    fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    shop.statuses = [500] * 9
    with pytest.raises(ServerFault, match="error 500"):
        fetch(_file(shop), tmp_path / "other.safetensors", "", _nothing)


def test_what_has_another_hash_is_thrown_away(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(WrongHash, match="thrown away"):
        fetch(_file(shop, hash="0" * 64), tmp_path / "big.safetensors", "", _nothing)
    assert _left(tmp_path) == []


def test_the_hash_that_the_hub_promises_on_the_way_counts(shop: Shop, tmp_path: Path) -> None:
    file = _file(shop)
    shop.points_on["/start"] = "/big.safetensors"
    shop.promised["/start"] = "1" * 64
    start = RemoteFile(file.name, f"{shop.address}/start", file.host)
    with pytest.raises(WrongHash):
        fetch(start, tmp_path / "big.safetensors", "", _nothing)
    shop.promised["/start"] = HASH
    assert fetch(start, tmp_path / "big.safetensors", "", _nothing) == HASH


def test_a_page_that_asks_to_sign_in_is_no_model(shop: Shop, tmp_path: Path) -> None:
    shop.files["/big.safetensors"] = b"<html>Sign in</html>"
    with pytest.raises(WrongContent, match="no weight file"):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
    assert _left(tmp_path) == []


def test_a_token_opens_what_is_closed(shop: Shop, tmp_path: Path) -> None:
    file = _file(shop)
    shop.tokens["/big.safetensors"] = "secret"
    target = tmp_path / "big.safetensors"
    with pytest.raises(NeedsToken, match="enter an access token"):
        fetch(file, target, "", _nothing)
    with pytest.raises(NoAccess, match="accept its terms"):
        fetch(file, target, "wrong", _nothing)
    fetch(file, target, "secret", _nothing)
    assert target.exists()


def test_a_ring_of_redirects_ends(shop: Shop, tmp_path: Path) -> None:
    shop.points_on["/a"] = "/b"
    shop.points_on["/b"] = "/a"
    with pytest.raises(TooManyRedirects):
        fetch(RemoteFile("x", f"{shop.address}/a", "x"), tmp_path / "x", "", _nothing)


def test_nobody_is_led_to_an_address_without_encryption(shop: Shop, tmp_path: Path) -> None:
    shop.points_on["/a"] = "http://models.example.org/big.safetensors"
    with pytest.raises(PlainAddress, match=r"models\.example\.org"):
        fetch(RemoteFile("x", f"{shop.address}/a", "x"), tmp_path / "x", "", _nothing)


def test_what_is_not_there_is_said(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(NotThere, match=r"nothing called big\.safetensors"):
        fetch(
            RemoteFile("big.safetensors", f"{shop.address}/gone", "x"), tmp_path / "x", "", _nothing
        )


def test_nobody_at_home_is_said(shop: Shop, tmp_path: Path) -> None:
    closed = RemoteFile("x", "http://127.0.0.1:9/x", "127.0.0.1")
    with pytest.raises(NoConnection):
        fetch(closed, tmp_path / "x", "", _nothing)


def test_a_stop_keeps_what_has_come(shop: Shop, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > 1_000_000:
            raise Cancelled(name="big")

    with pytest.raises(Cancelled):
        fetch(_file(shop), tmp_path / "big.safetensors", "", stop)
    assert (tmp_path / "big.safetensors.part").stat().st_size > 1_000_000
    fetch(_file(shop, hash=HASH), tmp_path / "big.safetensors", "", _nothing)
    assert shop.ranges()[-1].startswith("bytes=1")


def test_a_disk_without_room_is_told_before_anything_comes(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=2**20)
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NoRoom, match="has no room"):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device on this system")
def test_a_disk_that_fills_up_on_the_way_is_told(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "big.safetensors.part").symlink_to("/dev/full")
    with pytest.raises(NoRoom, match="go on"):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)


def test_a_folder_that_takes_no_files_is_told(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((CannotWrite, NoRoom), match="choose another folder"):
        fetch(_file(shop), tmp_path / "file" / "big.safetensors", "", _nothing)


_KILLED = """
import sys
from pathlib import Path
from app.models.downloads.fetching import RemoteFile, fetch
remote = RemoteFile("big.safetensors", sys.argv[1], "127.0.0.1", 0, sys.argv[3])
fetch(remote, Path(sys.argv[2]), "", lambda done, total: None)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
def test_a_program_that_is_killed_goes_on_at_its_next_start(shop: Shop, tmp_path: Path) -> None:
    file, target = _file(shop), tmp_path / "big.safetensors"
    part = tmp_path / "big.safetensors.part"
    shop.slow = 0.02
    command = [sys.executable, "-c", _KILLED, file.address, str(target), HASH]
    child = subprocess.Popen(command, cwd=Path(__file__).parents[3], env=os.environ.copy())
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size > 2**20) and time.monotonic() < deadline:
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert not target.exists()
    shop.slow = 0.0
    fetch(_file(shop, hash=HASH), target, "", _nothing)
    assert target.read_bytes() == CONTENT
    assert shop.ranges()[-1].startswith("bytes=")


def test_a_file_that_never_ends_does_not_fill_the_disk(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = replace(_file(shop), size=1_000_000)
    shop.is_endless = True
    monkeypatch.setattr(fetching, "_FIRST_PAUSE", 0.0)
    with pytest.raises(NoConnection, match="more than it said"):
        fetch(told, tmp_path / "big.safetensors", "", _nothing)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 2**21


def test_a_file_of_unknown_size_leaves_room_on_the_disk(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.is_endless = True
    free = iter([2**40, 2**40, 0])
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=next(free)))
    with pytest.raises(NoRoom):
        fetch(_file(shop), tmp_path / "big.safetensors", "", _nothing)
