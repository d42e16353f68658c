"""The line of text in which AUTOMATIC1111's web UI, and most sites, keep how a picture was made."""

from __future__ import annotations

import json
import re

from app.interchange.recipe import Recipe

_SAMPLERS = {"Euler ancestral": "Euler a", "DPM2 ancestral": "DPM2 a"}
_SPACINGS = {"normal": "Automatic", "karras": "Karras", "exponential": "Exponential"}


def infotext(recipe: Recipe, width: int, height: int, index: int = 0) -> str:
    """The infotext of picture ``index`` of a batch; what is not known is left out.

    Prompt, negative prompt and one line of settings, as ``modules/infotext_utils.py`` reads them.
    """
    seed = None if recipe.seed is None else recipe.seed + index
    settings = {
        "Steps": recipe.steps,
        "Sampler": recipe.sampler and _SAMPLERS.get(recipe.sampler, recipe.sampler),
        "Schedule type": recipe.spacing and _SPACINGS.get(recipe.spacing),
        "CFG scale": recipe.cfg,
        "Seed": seed,
        "Size": f"{width}x{height}",
        "Model": recipe.model,
        "Denoising strength": recipe.denoise,
        "Version": "Latent Loom",
    }
    known = (f"{name}: {_quoted(value)}" for name, value in settings.items() if value is not None)
    negative = [f"Negative prompt: {recipe.negative}"] if recipe.negative else []
    text = "\n".join([recipe.prompt, *negative, ", ".join(known)])
    return text.encode("utf-8", "replace").decode()  # half of a surrogate pair is no text


def _quoted(value: object) -> str:
    """A setting; in quotes where a comma, colon or line break in it would end it."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r'[,:\n"]', text) else text
