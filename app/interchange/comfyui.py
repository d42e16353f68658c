"""A recipe as the graph that ComfyUI reads from the text chunk ``prompt`` of a picture.

Its API form: ``{id: {"class_type": name, "inputs": {name: value or [id, output]}}}``.
"""

from __future__ import annotations

import json
import re
from typing import Any

from app.interchange.recipe import Recipe

_SAMPLERS = {
    "Euler": "euler",
    "Euler ancestral": "euler_ancestral",
    "Heun": "heun",
    "DPM2": "dpm_2",
    "DPM2 ancestral": "dpm_2_ancestral",
    "LMS": "lms",
    "DPM++ 2M": "dpmpp_2m",
    "DPM++ 2M SDE": "dpmpp_2m_sde",
    "DPM++ 3M SDE": "dpmpp_3m_sde",
    "DPM++ SDE": "dpmpp_sde",
    "DDIM": "ddim",
    "DDPM": "ddpm",
    "UniPC": "uni_pc",
    "DEIS": "deis",
    "LCM": "lcm",
}
_SPACINGS = ("normal", "karras", "exponential", "beta")
_READ_DIFFERENTLY = re.compile(r"[()\[\]\\]|\bBREAK\b")


def comfyui_prompt(recipe: Recipe, width: int, height: int, index: int = 0) -> str | None:
    """The graph of picture ``index`` of a batch as JSON; None where ComfyUI has no words for it.

    Only a plain text-to-image sampling maps: one that starts from an empty latent, does all its
    steps, and whose prompts both programs read alike.
    """
    known = (recipe.steps, recipe.cfg, recipe.seed, recipe.model)
    if not recipe.is_plain or None in known or recipe.spacing not in _SPACINGS:
        return None
    sampler = _SAMPLERS.get(recipe.sampler or "")
    if sampler is None or any(map(_READ_DIFFERENTLY.search, (recipe.prompt, recipe.negative))):
        return None
    return json.dumps(_nodes(recipe, sampler, (width, height), index))


def _nodes(recipe: Recipe, sampler: str, size: tuple[int, int], index: int) -> dict[str, Any]:
    """A plain text-to-image graph by the ids of its nodes; wires name a node and its output."""
    settings = {
        "seed": (recipe.seed or 0) + index,
        "steps": recipe.steps,
        "cfg": recipe.cfg,
        "sampler_name": sampler,
        "scheduler": recipe.spacing,
        "denoise": 1.0,
    }
    wires = {
        "model": ["1", 0],
        "positive": ["2", 0],
        "negative": ["3", 0],
        "latent_image": ["4", 0],
    }
    width, height = size
    return {
        "1": _node("CheckpointLoaderSimple", ckpt_name=recipe.model),
        "2": _node("CLIPTextEncode", text=recipe.prompt, clip=["1", 1]),
        "3": _node("CLIPTextEncode", text=recipe.negative, clip=["1", 1]),
        "4": _node("EmptyLatentImage", width=width, height=height, batch_size=1),
        "5": _node("KSampler", **settings, **wires),
        "6": _node("VAEDecode", samples=["5", 0], vae=["1", 2]),
        "7": _node("SaveImage", images=["6", 0], filename_prefix="Latent Loom"),
    }


def _node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}
