"""FreeU (Si et al. 2023): a stronger backbone and weaker skip connections, without any training."""

from __future__ import annotations

from typing import Any

from app.sdk.patches import FreeU


def switch_on(module: Any, patch: FreeU) -> None:
    """Scale half of the backbone's channels, and the low frequencies of what skips the middle."""
    module.enable_freeu(s1=patch.s1, s2=patch.s2, b1=patch.b1, b2=patch.b2)


def switch_off(module: Any) -> None:
    """As if nothing had ever been scaled."""
    module.disable_freeu()
