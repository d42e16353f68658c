"""Access tokens in the keyring of the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.models.downloads.tokens import Tokens

keyring = pytest.importorskip("keyring")
backend = pytest.importorskip("keyring.backend")


@pytest.fixture
def vault() -> Iterator[dict[tuple[str, str], str]]:
    """A keyring that lasts for a test."""
    kept: dict[tuple[str, str], str] = {}

    class Vault(backend.KeyringBackend):  # type: ignore[misc]
        """Keeps words in a table."""

        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Vault())
    yield kept
    keyring.set_keyring(before)


def test_a_token_is_there_again_at_the_next_start(vault: dict[tuple[str, str], str]) -> None:
    tokens = Tokens()
    assert tokens.are_kept
    assert tokens.get("huggingface.co") == ""
    tokens.set("huggingface.co", " secret ")
    assert Tokens().get("huggingface.co") == "secret"
    assert Tokens().get("example.org") == ""


def test_an_empty_token_is_forgotten(vault: dict[tuple[str, str], str]) -> None:
    tokens = Tokens()
    tokens.set("huggingface.co", "secret")
    tokens.set("huggingface.co", "")
    assert vault == {}
    assert Tokens().get("huggingface.co") == ""


def test_without_a_keyring_a_token_lasts_as_long_as_the_program() -> None:
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    try:
        tokens = Tokens()
        assert not tokens.are_kept
        tokens.set("huggingface.co", "secret")
        assert tokens.get("huggingface.co") == "secret"
        assert Tokens().get("huggingface.co") == ""
    finally:
        keyring.set_keyring(before)
