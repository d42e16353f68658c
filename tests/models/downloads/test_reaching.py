"""Nobody inside the user's network is asked but whom he named, and tokens go to one host alone."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import Any

import pytest

from app.models.downloads import reaching
from app.models.downloads.downloads import Downloads, State
from app.models.downloads.fetching import RemoteFile, fetch
from app.models.downloads.offers import offered
from app.models.downloads.reaching import Reach, is_inside, means_inside
from app.models.downloads.refusals import LeadsInside, NamedByGraph, NoAccess
from app.models.downloads.sources import read_source, secret_in
from app.models.downloads.tokens import Tokens
from tests.models.downloads.server import Shop, weights

CONTENT = weights(10_000)
SECRET = "hf_s3cr3t"
FAR = "models.example.org"


@pytest.fixture
def names(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Which number a name stands for; names that are not in it are resolved as ever."""
    known: dict[str, str] = {}
    resolve = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **more: Any) -> Any:
        return resolve(known.get(host, host), *rest, **more)

    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(reaching.socket, "getaddrinfo", look_up)
    return known


@pytest.fixture
def abroad(names: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Some names lead to the shop as if it stood anywhere in the world."""
    names.update(dict.fromkeys((FAR, "files.example.org"), "127.0.0.1"))
    monkeypatch.setattr(reaching, "is_inside", lambda n: n != "127.0.0.1" and is_inside(n))


def _nothing(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _remote(address: str, *, is_noted: bool = False) -> RemoteFile:
    return RemoteFile("word.safetensors", address, "x", is_noted=is_noted)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::a00:1",
        "::127.0.0.1",
        "fec0::1",
    ],
)
def test_numbers_that_lie_inside(number: str) -> None:
    assert is_inside(number)
    assert means_inside(f"[{number}]" if ":" in number else number)


@pytest.mark.parametrize(
    "host", ["localhost", "router", "nas.local", "127.1", "0x7f.1", "2130706433"]
)
def test_names_that_mean_something_inside(host: str) -> None:
    assert means_inside(host)


@pytest.mark.parametrize(
    "host",
    ["huggingface.co", "8.8.8.8", "2606:4700::1111", "64:ff9b::8.8.8.8", "local.example.org"],
)
def test_names_and_numbers_of_the_open_net(host: str) -> None:
    assert not means_inside(host)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:1/x",
        "http://localhost/x",
        "https://192.168.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://router/admin",
        "https://0x7f000001/x",
    ],
)
def test_no_server_leads_inside(shop: Shop, abroad: None, tmp_path: Path, target: str) -> None:
    shop.points_on["/start"] = target
    port = shop.address.rpartition(":")[2]
    remote = _remote(f"http://{FAR}:{port}/start")
    with pytest.raises(LeadsInside, match=r"models\.example\.org leads to"):
        fetch(remote, tmp_path / "word.safetensors", "", _nothing, allow_plain=True)
    assert len(shop.asked) == 1
    assert not (tmp_path / "word.safetensors").exists()


def test_what_the_user_named_may_lead_to_itself_but_not_to_its_neighbours(
    shop: Shop, tmp_path: Path
) -> None:
    shop.files["/word.safetensors"] = CONTENT
    shop.points_on["/there"] = "/word.safetensors"
    shop.points_on["/beside"] = "http://127.0.0.1:1/word.safetensors"
    target = tmp_path / "word.safetensors"
    with pytest.raises(LeadsInside):
        fetch(_remote(f"{shop.address}/beside"), target, "", _nothing)
    fetch(_remote(f"{shop.address}/there"), target, "", _nothing)
    assert target.read_bytes() == CONTENT


def test_a_name_that_turns_out_to_mean_this_computer_is_not_asked(
    shop: Shop, names: dict[str, str], tmp_path: Path
) -> None:
    names[FAR] = "127.0.0.1"
    shop.files["/word.safetensors"] = CONTENT
    port = shop.address.rpartition(":")[2]
    with pytest.raises(LeadsInside):
        fetch(
            _remote(f"http://{FAR}:{port}/word.safetensors"),
            tmp_path / "word.safetensors",
            "",
            _nothing,
            allow_plain=True,
        )
    assert shop.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    shop: Shop, names: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    resolve = socket.getaddrinfo

    def change(host: Any, *rest: Any, **more: Any) -> Any:
        return resolve(next(answers) if host == FAR else host, *rest, **more)

    monkeypatch.setattr(reaching.socket, "getaddrinfo", change)
    assert Reach(FAR, 443).addresses(FAR, 443) == ["93.184.216.34"]
    with pytest.raises(LeadsInside):
        Reach(FAR, 443).addresses(FAR, 443)


def test_a_graph_cannot_name_a_computer_inside(shop: Shop, tmp_path: Path) -> None:
    shop.files["/word.safetensors"] = CONTENT
    address = f"{shop.address}/word.safetensors"
    with pytest.raises(NamedByGraph, match="type the address yourself"):
        offered(read_source(address, is_noted=True), "")
    with pytest.raises(NamedByGraph):
        fetch(_remote(address, is_noted=True), tmp_path / "word.safetensors", "", _nothing)
    assert shop.asked == []
    assert offered(read_source(address), "").size == len(CONTENT)


def test_a_token_does_not_follow_to_another_host(
    shop: Shop, abroad: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.models.downloads import asking

    monkeypatch.setattr(asking, "is_here", lambda host: True)  # as if it were encrypted
    shop.files["/word.safetensors"] = CONTENT
    port = shop.address.rpartition(":")[2]
    shop.points_on["/start"] = f"http://files.example.org:{port}/word.safetensors"
    start = _remote(f"http://{FAR}:{port}/start")
    fetch(start, tmp_path / "word.safetensors", SECRET, _nothing, allow_plain=True)
    assert [headers.get("authorization") for _, headers in shop.asked] == [f"Bearer {SECRET}", None]


def test_a_token_is_never_sent_without_encryption(shop: Shop, abroad: None, tmp_path: Path) -> None:
    shop.files["/word.safetensors"] = CONTENT
    port = shop.address.rpartition(":")[2]
    remote = _remote(f"http://{FAR}:{port}/word.safetensors")
    fetch(remote, tmp_path / "word.safetensors", SECRET, _nothing, allow_plain=True)
    assert [headers.get("authorization") for _, headers in shop.asked] == [None]


@pytest.mark.parametrize("scheme", ["https", "HTTPS"])
def test_a_token_written_into_an_address_is_taken_out_of_it(scheme: str) -> None:
    text = f"{scheme}://{FAR}/download/1?type=Model&token={SECRET}#sha256={'0' * 64}"
    source = read_source(text)
    assert secret_in(text) == SECRET
    assert SECRET not in str(source)
    assert "type=Model" in source.address
    assert source.hash == "0" * 64
    assert read_source(f"https://{FAR}/x?b=1&a=%20").address == f"https://{FAR}/x?b=1&a=%20"


def test_a_token_is_in_no_log_no_error_and_no_file(
    shop: Shop, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    shop.files["/word.safetensors"] = CONTENT
    shop.tokens["/word.safetensors"] = "another"
    address = f"{shop.address}/word.safetensors"
    with pytest.raises(NoAccess) as caught:
        fetch(_remote(address), tmp_path / "word.safetensors", SECRET, _nothing)
    tokens = Tokens()
    tokens._here["127.0.0.1"] = SECRET
    told = [str(caught.value), repr(caught.value.message), repr(tokens), caplog.text]
    kept = [path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file()]
    assert not [text for text in told + kept if SECRET in text]


def test_a_fault_of_the_program_tells_no_address(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from app.models.downloads import placing

    def fail(*_: Any, **__: Any) -> None:
        raise KeyError(f"https://{FAR}/x?signature={SECRET}")

    shop.files["/word.safetensors"] = CONTENT
    offer = offered(read_source(f"{shop.address}/word.safetensors"), "")
    monkeypatch.setattr(placing, "place", fail)
    downloads = Downloads(Tokens(), lambda *_: None)
    downloads.start(offer, offer.files, tmp_path)
    thread = downloads._thread
    if thread is not None:
        thread.join(20)
    (failed,) = downloads.all()
    assert failed.state is State.FAILED
    assert failed.problem is not None
    assert SECRET not in failed.problem.text() + caplog.text
