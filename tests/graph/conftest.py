"""Property tests of the graph: no deadline, for the machine that runs them may be busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("graph", deadline=None, max_examples=60)
settings.load_profile("graph")
