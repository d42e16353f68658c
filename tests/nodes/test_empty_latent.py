"""The size of a blank latent."""

from __future__ import annotations

import pytest

from app.sdk import NodeError
from nodes.empty_latent import EmptyLatent


def test_a_size_that_is_no_multiple_of_8_is_refused_before_the_run() -> None:
    with pytest.raises(NodeError, match="such as 512 x 496"):
        EmptyLatent.check({"size": [512, 500]})
    EmptyLatent.check({"size": [512, 504]})
