"""What the last run said of a node, in words for the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class NodeFacts:
    """Results in words and by fingerprint, by output; why the node failed; why it ran, or did not.

    ``seconds`` is how long it worked the last time it did; None where that is not known.
    """

    summaries: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    reason: str = ""
    seconds: float | None = None
    results: Mapping[str, str] = field(default_factory=dict)
