"""Access tokens, kept in the keyring of the system and nowhere else."""

from __future__ import annotations

import logging
from typing import Any

_SERVICE = "latent-loom"

log = logging.getLogger(__name__)


class Tokens:
    """A token for each host. Without a keyring they last as long as the program runs."""

    def __init__(self) -> None:
        self._here: dict[str, str] = {}

    @property
    def are_kept(self) -> bool:
        """Whether tokens are there again at the next start."""
        return _keyring() is not None

    def get(self, host: str) -> str:
        """The token for a host, empty where there is none."""
        known = self._here.get(host)
        if known is None:
            known = self._here[host] = self._read(host)
        return known

    def set(self, host: str, token: str) -> None:
        """Keep a token; an empty one is forgotten."""
        token = token.strip()
        self._here[host] = token
        keyring = _keyring()
        if keyring is None:
            return
        try:
            if token:
                keyring.set_password(_SERVICE, host, token)
            elif keyring.get_password(_SERVICE, host):
                keyring.delete_password(_SERVICE, host)
        except Exception as error:  # backends raise whatever they like
            log.warning("The keyring did not take the token: %s", type(error).__name__)

    def _read(self, host: str) -> str:
        keyring = _keyring()
        try:
            return (keyring.get_password(_SERVICE, host) or "") if keyring else ""
        except Exception as error:  # backends raise whatever they like
            log.warning("The keyring did not give the token: %s", type(error).__name__)
            return ""


def _keyring() -> Any:
    """The keyring library where it is installed and finds a keyring, else None."""
    try:
        import keyring
        from keyring.backends.fail import Keyring

        found = keyring.get_keyring()
    except ImportError:
        return None
    except Exception as error:  # a configuration that nobody can read, a backend that breaks
        log.warning("No keyring can be used: %s", type(error).__name__)
        return None
    return None if isinstance(found, Keyring) else keyring
