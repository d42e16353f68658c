"""What nodes compute, with torch and diffusers.

diffusers reads these settings when it is first imported, so they are made here: no model folder may
bring code along, nothing is fetched from the net, and nothing draws progress bars of its own.
"""

import os

SAFE_SETTINGS = {
    "DIFFUSERS_DISABLE_REMOTE_CODE": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
}

os.environ.update(SAFE_SETTINGS)
