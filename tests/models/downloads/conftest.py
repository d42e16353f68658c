"""A server for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.models.downloads.server import Shop, opened


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A server on this computer, which also stands for the hub."""
    with opened(Shop()) as shop:
        monkeypatch.setenv("HF_ENDPOINT", shop.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setattr("app.models.downloads.fetching._FIRST_PAUSE", 0.01)
        yield shop
