"""Opens a VAE that lies in a file or folder of its own, or inside a whole checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion import families
from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.checkpoints.layouts import known_layouts
from app.diffusion.checkpoints.looks import VAE_FILE, not_wanted
from app.diffusion.checkpoints.parts import network_layout
from app.diffusion.checkpoints.refusals import LacksPart, WhoseVae
from app.diffusion.loading.config_checks import autoencoder_factor
from app.diffusion.loading.folder import open_checkpoint
from app.diffusion.loading.part_files import part_config, tensor_shapes, weights_files
from app.sdk.families import latents_of
from app.sdk.models import VAE, Weights


def open_vae(path: Path, content: str, family: str = "") -> VAE:
    """A handle to the VAE at ``path``, for latents of ``family``.

    Without a family it is told from what lies around the VAE: its config, or the network beside
    it. Raises WhoseVae where that does not tell it.
    """
    if path.is_file():
        config, told = _in_file(path, family)
    elif (path / "model_index.json").is_file():
        return open_checkpoint(path, content).vae
    else:
        config = part_config(path, "vae")
        told = family or _by_scale(config)
        for file in weights_files(path, "vae"):
            tensor_shapes(file)
    if not told:
        raise WhoseVae(file=path, families=", ".join(_vaes()))
    channels = families.of(told).channels
    factor = autoencoder_factor(config, path, channels)
    return VAE(Weights("vae", content, latents_of(told), str(path)), channels, factor)


def _in_file(path: Path, family: str) -> tuple[Mapping[str, Any], str]:
    """The config of the VAE in a file, and its family, which is empty where several fit."""
    head = checked_head(path)
    layout = network_layout(head)
    if layout is not None:
        if layout.parts["vae"].find(head.shapes) is None:
            raise LacksPart(file=path, part="VAE", node="Load VAE")
        return part_config(layout.folder, "vae"), layout.family
    fitting = {
        known.family: part_config(known.folder, "vae")
        for known in known_layouts()
        if "vae" in known.parts and known.parts["vae"].find(head.shapes)
    }
    if not fitting or family not in ("", *fitting):
        raise not_wanted(path, head, VAE_FILE)
    if not family:
        raise WhoseVae(file=path, families=", ".join(fitting))
    return fitting[family], family


def _by_scale(config: Mapping[str, Any]) -> str:
    """The family whose latents have the scale and the channels of this config."""
    return next((family for family, known in _vaes().items() if _same(known, config)), "")


def _vaes() -> dict[str, Mapping[str, Any]]:
    """The configs of the VAEs of all families."""
    return {
        layout.family: part_config(layout.folder, "vae")
        for layout in known_layouts()
        if "vae" in layout.parts
    }


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(key) == other.get(key) for key in ("scaling_factor", "latent_channels"))
