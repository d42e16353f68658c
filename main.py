"""Start Latent Loom: the window, or a command. The first start sets up a private environment."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    """Make sure that the dependencies are there, then hand over to the program."""
    from app import bootstrap
    from app.reports.crashes import listen_early

    listen_early()
    if sys.argv[1:] != ["--worker-process"]:  # started by a window, which has all that is needed
        bootstrap.ensure(ROOT, [str(ROOT / "main.py"), *sys.argv[1:]])
    from app.start import main as start

    return start(sys.argv[1:])


def interruptible() -> int:
    """The exit status of ``main``, and 130 after Ctrl+C while something is set up or loaded.

    Pressing it again must not break into the end of the process, which takes a moment with torch.
    """
    try:
        return main()
    except KeyboardInterrupt:
        return 130
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(interruptible())
