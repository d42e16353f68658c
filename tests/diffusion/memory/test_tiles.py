"""Pictures are made in tiles where an autoencoder has no room for them, and that is said."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.diffusion.latents.tiling import Tiling
from app.diffusion.latents.vae import decode, encode
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.memory.work import autoencoder_bytes
from app.diffusion.store import ModelStore
from app.graph.errors import Message
from app.sdk.values import Image, Latent
from tests import components
from tests.diffusion import workbench
from tests.diffusion.memory.simulated import simulated
from tests.diffusion.patches.lora_bench import never

CHANNELS = components.AUTOENCODER["block_out_channels"][0]  # type: ignore[index]
HEIGHT, WIDTH = 64, 640


class Bench(workbench.Bench):
    """A context over a store, which hears what is noted."""

    def __init__(self, store: ModelStore) -> None:
        super().__init__()
        self.store, self.notes = store, list[tuple[str, str]]()

    def weights(self, handle: Any) -> Any:
        """What the store gives."""
        return self.store.weights(handle, never)

    def note(self, message: Message, numerics: str = "") -> None:
        """Remember it."""
        self.notes.append((str(message), numerics))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    return open_checkpoint(
        components.build_checkpoint(tmp_path_factory.mktemp("built") / "tiny"), "abc"
    )


def bench(side: int, encoding: bool) -> Bench:
    """One whose device has room for a picture as wide as ``side``."""
    weights = sum(tensor.nbytes for tensor in components.autoencoder().state_dict().values())
    work = autoencoder_bytes(CHANNELS, HEIGHT * side, 4, encoding=encoding)
    return Bench(simulated(size=weights + work))


def latent() -> Latent:
    source = torch.Generator().manual_seed(1)
    return Latent(torch.randn(1, 4, HEIGHT // 8, WIDTH // 8, generator=source), "SD 1")


def test_a_picture_that_fits_is_decoded_in_one_go(opened: Checkpoint) -> None:
    roomy = bench(WIDTH, encoding=False)
    decode(roomy, opened.vae, latent(), Tiling())
    assert roomy.notes == []


def test_one_that_does_not_is_decoded_in_the_largest_tiles_that_fit(opened: Checkpoint) -> None:
    narrow = bench(WIDTH - 8, encoding=False)
    found = decode(narrow, opened.vae, latent(), Tiling())
    ((said, numerics),) = narrow.notes
    assert "done in tiles of 512 px" in said
    assert numerics == "tiles of 512 px over 64 px"
    wanted = decode(bench(WIDTH, encoding=False), opened.vae, latent(), Tiling(512, 64))
    assert torch.equal(found.pixels, wanted.pixels)


def test_tiles_that_the_user_chose_are_kept(opened: Checkpoint) -> None:
    narrow = bench(8, encoding=False)
    decode(narrow, opened.vae, latent(), Tiling(128, 32))
    assert narrow.notes == []


def test_pictures_are_encoded_in_tiles_as_well(opened: Checkpoint) -> None:
    image = Image(torch.rand(1, 3, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(1)))
    narrow = bench(300, encoding=True)
    found = encode(narrow, opened.vae, image, Tiling())
    assert [numerics for _, numerics in narrow.notes] == ["tiles of 256 px over 64 px"]
    wanted = encode(bench(WIDTH, encoding=True), opened.vae, image, Tiling(256, 64))
    assert torch.equal(found.samples, wanted.samples)
