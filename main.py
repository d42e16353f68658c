"""Start Latent Loom: the window, or a command. The first start sets up a private environment."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    """Make sure that the dependencies are there, then hand over to the program."""
    from app import bootstrap

    bootstrap.ensure(ROOT, [str(ROOT / "main.py"), *sys.argv[1:]])
    from app.start import main as start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:  # while something is set up or loaded
        raise SystemExit(130) from None
