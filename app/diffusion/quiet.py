"""Keeps diffusers and transformers from writing to the terminal; errors still come as errors."""

from __future__ import annotations


def quieten() -> None:
    """Switch off their progress bars and warnings for the whole process."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    for logging in (diffusers_logging, transformers_logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
