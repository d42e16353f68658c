"""What every test starts from: no display, no network, one thread, folders of its own."""

from __future__ import annotations

import os
import signal
import tempfile

from hypothesis import HealthCheck, settings

_SETTINGS = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_API": "pyside6",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DIFFUSERS_DISABLE_REMOTE_CODE": "1",
    # One thread keeps bits the same on every machine, and is the fastest for tiny networks.
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
for _name, _value in _SETTINGS.items():
    os.environ.setdefault(_name, _value)

# Settings, allowed node files and own models of the person who runs the tests stay out of them.
_home = tempfile.TemporaryDirectory(prefix="latent-loom-tests-")
os.environ["LATENT_LOOM_HOME"] = _home.name

# A job in the background of a shell ignores Ctrl+C, and so would the programs that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long a drawn case takes says how busy the computer is, not whether the program works.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
if not os.environ.get("CI"):  # there hypothesis has a patient profile of its own
    settings.load_profile("patient")
