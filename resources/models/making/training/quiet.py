"""Keeps diffusers and its kin from filling the log; errors still come as errors."""

from __future__ import annotations

from diffusers.utils import logging as diffusers_logging
from transformers.utils import logging as transformers_logging


def quieten() -> None:
    """Switch off their warnings and progress bars."""
    for logging in (diffusers_logging, transformers_logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
