"""Folders of networks that see more than a latent are recognised, and others are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.diffusion.loading.folder import open_checkpoint
from app.diffusion.loading.refusals import UnsupportedFamily
from app.diffusion.sampling.handover import SeenDiffers, hand_over
from tests import tiny_folders
from tests.diffusion import seeing, workbench

KINDS = {"stable-diffusion-inpainting": "inpainting", "instruct-pix2pix": "instructions"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny ones of both kinds."""
    return tiny_folders.build(tmp_path_factory.mktemp("models"), *KINDS)


@pytest.mark.parametrize(("name", "takes"), KINDS.items())
def test_what_a_network_sees_is_told_by_its_channels(folders: Path, name: str, takes: str) -> None:
    model = open_checkpoint(folders / name, "content").model
    assert (model.takes, model.channels, model.weights.family) == (takes, 4, "SD 1")


@pytest.mark.parametrize("channels", [5, 12, "9", True])
def test_other_channels_are_refused(folders: Path, channels: Any) -> None:
    config = folders / "instruct-pix2pix" / "unet" / "config.json"
    before = config.read_text(encoding="utf-8")
    config.write_text(json.dumps({**json.loads(before), "in_channels": channels}))
    try:
        with pytest.raises(UnsupportedFamily, match="channels"):
            open_checkpoint(folders / "instruct-pix2pix", "content")
    finally:
        config.write_text(before, encoding="utf-8")


def test_a_network_that_sees_a_mask_cannot_be_followed_by_one_that_does_not() -> None:
    with pytest.raises(SeenDiffers, match="sees the same"):
        hand_over(seeing.model("SD 1", "inpainting"), workbench.model(), 0.5)
