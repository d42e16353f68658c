"""Fetching whole models: what is chosen of a repository, and where it goes."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.models.downloads.downloads import Download, Downloads, State
from app.models.downloads.hub import chosen_of
from app.models.downloads.offers import offered
from app.models.downloads.refusals import NeedsToken, NoConnection, NotThere, OnlyPickles
from app.models.downloads.sources import read_source
from app.models.downloads.tokens import Tokens
from app.models.shelf import Shelf
from tests.models.downloads.server import Shop, weights

CONTENT = weights()
MODEL = {
    "model_index.json": b'{"_class_name": "StableDiffusionPipeline"}',
    "unet/config.json": b'{"cross_attention_dim": 1024}',
    "unet/diffusion_pytorch_model.safetensors": CONTENT,
    "unet/diffusion_pytorch_model.fp16.safetensors": CONTENT,
    "unet/diffusion_pytorch_model.bin": b"pickle",
    "safety_checker/model.safetensors": CONTENT,
    "whole.safetensors": CONTENT,
    "README.md": b"words",
}


class Desk:
    """Downloads, and what they said when they were done."""

    def __init__(self, memory: Path | None = None) -> None:
        self.placed: list[tuple[Path, str, str]] = []
        self.list = Downloads(Tokens(), lambda *placed: self.placed.append(placed), memory)
        self.changed = threading.Event()
        self.list.on_change.append(self.changed.set)

    def wait(self, id: int, wanted: Callable[[Download], bool]) -> Download:
        """The download as soon as it is as wanted."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = next(each for each in self.list.all() if each.id == id)
            if wanted(found):
                return found
            self.changed.wait(0.05)
            self.changed.clear()
        raise AssertionError(f"it is {found}")


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.list.close()


def _is_over(download: Download) -> bool:
    return download.state in (State.DONE, State.FAILED, State.STOPPED)


def test_of_a_repository_the_parts_of_the_model_are_taken() -> None:
    assert chosen_of(MODEL) == [
        "model_index.json",
        "unet/config.json",
        "unet/diffusion_pytorch_model.safetensors",
    ]


def test_a_variant_is_taken_where_there_is_nothing_else() -> None:
    names = ["model_index.json", "vae/config.json", "vae/diffusion_pytorch_model.fp16.safetensors"]
    assert chosen_of(names) == names


def test_of_loose_files_the_user_chooses() -> None:
    assert chosen_of(["a.safetensors", "b.safetensors", "c.ckpt"]) == [
        "a.safetensors",
        "b.safetensors",
    ]


def test_a_whole_model_is_fetched_and_stands_on_the_shelf(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.add_repository("somebody/paints", MODEL)
    offer = offered(read_source("somebody/paints"), "")
    assert offer.is_whole
    done = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert done.problem is None
    assert done.path == tmp_path / "somebody" / "paints"
    assert [path.name for path in (tmp_path / "somebody").iterdir()] == ["paints"]
    shelf = Shelf([tmp_path])
    assert shelf.names("checkpoint") == ("somebody/paints",)
    known = shelf.model("checkpoint", "somebody/paints")
    assert known is not None
    assert known.family == "SD 2"
    assert desk.placed == [(done.path, "hf:somebody/paints", "")]


def test_a_half_fetched_model_is_not_on_the_shelf(shop: Shop, desk: Desk, tmp_path: Path) -> None:
    shop.add_repository("somebody/paints", MODEL)
    shop.slow = 0.02
    offer = offered(read_source("somebody/paints"), "")
    id = desk.list.start(offer, offer.files, tmp_path)
    desk.wait(id, lambda download: download.done > 2**20)
    desk.list.stop(id)
    stopped = desk.wait(id, _is_over)
    assert stopped.state is State.STOPPED
    assert Shelf([tmp_path]).names("checkpoint") == ()
    desk.list.go_on(id)
    assert desk.wait(id, _is_over).state is State.DONE
    assert any("range" in headers for _, headers in shop.asked)


def test_one_file_of_a_repository_is_fetched_with_its_hash(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.add_repository("somebody/paints", MODEL)
    offer = offered(read_source("somebody/paints:whole.safetensors"), "")
    assert [file.name for file in offer.files] == ["whole.safetensors"]
    done = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert done.path == tmp_path / "somebody" / "paints" / "whole.safetensors"
    assert desk.placed[0][1:] == (
        "hf:somebody/paints:whole.safetensors",
        hashlib.sha256(CONTENT).hexdigest(),
    )


def test_a_file_behind_an_address_is_named_and_measured_first(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.files["/our/models/word.safetensors"] = CONTENT
    offer = offered(read_source(f"{shop.address}/our/models/word.safetensors?x=1"), "")
    assert (offer.files[0].name, offer.size) == ("word.safetensors", len(CONTENT))
    assert not offer.is_whole
    done = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert done.path == tmp_path / "word.safetensors"


def test_a_hash_that_is_given_behind_an_address_must_fit(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.files["/our/models/word.safetensors"] = CONTENT
    address = f"{shop.address}/our/models/word.safetensors"
    offer = offered(read_source(f"{address}#sha256={'0' * 64}"), "")
    failed = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert failed.problem is not None
    assert "another content than promised" in failed.problem.text()
    right = hashlib.sha256(CONTENT).hexdigest()
    offer = offered(read_source(f"{address}#sha256={right}"), "")
    assert desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over).state is State.DONE


def test_another_file_of_the_same_name_stays(shop: Shop, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "word.safetensors").write_bytes(b"mine")
    shop.files["/word.safetensors"] = CONTENT
    offer = offered(read_source(f"{shop.address}/word.safetensors"), "")
    done = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert (tmp_path / "word.safetensors").read_bytes() == b"mine"
    assert done.path == tmp_path / "word (2).safetensors"


def test_a_failure_is_one_sentence_and_can_be_tried_again(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.files["/word.safetensors"] = CONTENT
    offer = offered(read_source(f"{shop.address}/word.safetensors"), "")
    shop.tokens["/word.safetensors"] = "secret"
    id = desk.list.start(offer, offer.files, tmp_path)
    failed = desk.wait(id, _is_over)
    assert failed.problem is not None
    assert "enter an access token" in failed.problem.text()
    desk.list.tokens._here[offer.source.host] = "secret"
    desk.list.go_on(id)
    assert desk.wait(id, _is_over).state is State.DONE


def test_closed_and_missing_repositories_are_told(shop: Shop) -> None:
    with pytest.raises(NotThere):
        offered(read_source("nobody/nothing"), "")
    shop.add_repository("somebody/paints", MODEL)
    shop.tokens["/api/models/somebody/paints/revision/main"] = "secret"
    with pytest.raises(NeedsToken):
        offered(read_source("somebody/paints"), "")


def test_pickles_are_not_offered(shop: Shop) -> None:
    shop.add_repository("somebody/old", {"model.ckpt": b"", "x.bin": b""})
    with pytest.raises(OnlyPickles, match="can run code"):
        offered(read_source("somebody/old"), "")
    shop.files["/x.ckpt"] = b"x"
    with pytest.raises(OnlyPickles):
        offered(read_source(f"{shop.address}/x.ckpt"), "")


def test_paths_that_lead_out_of_the_folder_are_left_out(shop: Shop) -> None:
    shop.add_repository("somebody/evil", {"../../x.safetensors": CONTENT, "y.safetensors": CONTENT})
    offer = offered(read_source("somebody/evil"), "")
    assert [file.name for file in offer.files] == ["y.safetensors"]


def test_loading_stays_offline_while_downloads_work(shop: Shop) -> None:
    """The libraries of the hub are told to stay offline; downloads do not go through them."""
    import app.diffusion  # sets the environment that keeps loading from fetching

    assert app.diffusion
    shop.add_repository("somebody/paints", MODEL)
    assert offered(read_source("somebody/paints"), "").is_whole


def test_what_was_not_done_goes_on_at_the_next_start(shop: Shop, tmp_path: Path) -> None:
    shop.add_repository("somebody/paints", MODEL)
    shop.slow = 0.02
    memory, models = tmp_path / "downloads.json", tmp_path / "models"
    first = Desk(memory)
    offer = offered(read_source("somebody/paints"), "")
    id = first.list.start(offer, offer.files, models)
    first.wait(id, lambda download: download.done > 2**20)
    first.list.close()
    shop.slow = 0.0
    second = Desk(memory)
    second.list.bring_back()
    (left,) = second.list.all()
    assert left.state is State.STOPPED
    assert left.done > 0
    second.list.go_on(left.id)
    assert second.wait(left.id, _is_over).state is State.DONE
    assert (models / "somebody" / "paints" / "model_index.json").exists()
    second.list.close()
    assert not memory.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1, null, {}]",
        b"{}",
        b"[" * 50_000,
        b'[{"source": "a/b", "files": [{"name": "../x", "address": "https://a/x", "host": "a"}],'
        b' "is_whole": true, "below": "a/b", "folder": "/", "allow_plain": false, "done": 0}]',
    ],
)
def test_a_damaged_list_of_downloads_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "downloads.json").write_bytes(content)
    desk = Desk(tmp_path / "downloads.json")
    desk.list.bring_back()
    assert desk.list.all() == ()


def test_another_model_of_the_same_name_and_size_is_fetched(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    other = weights(seed=2)
    assert len(other) == len(CONTENT)
    shop.files.update({"/our/a/word.safetensors": CONTENT, "/our/b/word.safetensors": other})
    for folder in "ab":
        offer = offered(read_source(f"{shop.address}/our/{folder}/word.safetensors"), "")
        desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert (tmp_path / "word (2).safetensors").read_bytes() == other
    assert (tmp_path / "word.safetensors").read_bytes() == CONTENT


def test_a_file_with_the_promised_hash_is_not_fetched_again(
    shop: Shop, desk: Desk, tmp_path: Path
) -> None:
    shop.add_repository("somebody/paints", MODEL)
    offer = offered(read_source("somebody/paints:whole.safetensors"), "")
    for _ in range(2):
        done = desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over)
    assert done.path is not None
    assert [path.name for path in done.path.parent.iterdir()] == ["whole.safetensors"]
    assert sum(path.endswith("/resolve/main/whole.safetensors") for path, _ in shop.asked) == 1


def test_a_keyring_that_breaks_fails_no_download(
    shop: Shop, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = pytest.importorskip("keyring")

    def broken() -> None:
        raise RuntimeError("no keyring today")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    shop.files["/word.safetensors"] = CONTENT
    offer = offered(read_source(f"{shop.address}/word.safetensors"), "")
    assert desk.wait(desk.list.start(offer, offer.files, tmp_path), _is_over).state is State.DONE
    assert not desk.list.tokens.are_kept


def test_a_server_that_points_to_no_address_is_told(shop: Shop) -> None:
    shop.points_on["/word.safetensors"] = "https://[nowhere/word.safetensors"
    with pytest.raises(NoConnection):
        offered(read_source(f"{shop.address}/word.safetensors"), "")
