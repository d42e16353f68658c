"""Patches: what changes a loaded network for a while, and leaves it as it was."""

from __future__ import annotations

from app.diffusion.patches import freeu
from app.diffusion.patches.changing import Switch, register_changes, register_switch
from app.diffusion.patches.embeddings import embedding_changes
from app.diffusion.patches.loras import lora_changes
from app.diffusion.patches.merges import merge_changes
from app.sdk.patches import Embedding, FreeU, LoRA, Merge

register_changes(LoRA, lora_changes)
register_changes(Embedding, embedding_changes)
register_changes(Merge, merge_changes)
register_switch(FreeU, Switch(freeu.switch_on, freeu.switch_off))
