"""Keeps diffusers and its kin from writing to the terminal; errors still come as errors."""

from __future__ import annotations

import warnings


def quieten() -> None:
    """Switch off their progress bars and warnings for the whole process."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    for logging in (diffusers_logging, transformers_logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
    # torchsde minds that diffusers' DPM++ SDE rounds the last noise level up, by 1e-7.
    warnings.filterwarnings("ignore", message="Should have t[ab]", category=UserWarning)
    # diffusers builds its own ControlNet for Flux with a class that it calls deprecated.
    warnings.filterwarnings("ignore", message="`FluxPosEmbed` is", category=FutureWarning)
