"""Loading torch on one thread without holding up the others.

Measured on a two-core machine: full collections of garbage, which grow with every module that is
loaded, stopped the screen for up to 230 ms each, and opening torch's largest library for 170 ms.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LIBRARIES = ("libc10", "libtorch_cpu", "libtorch_python")


@contextmanager
def unhindered() -> Iterator[None]:
    """No collection of garbage while modules are loaded; what was loaded is never looked at again.

    Modules live as long as the program, so later collections may pass them over, and are short.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def open_torch_libraries() -> None:
    """Open torch's libraries while other threads go on, which ``import torch`` would not let them.

    Does nothing on Windows, where torch must set up its search path first, and nothing where a
    library does not open: then the import says what is wrong.
    """
    found = importlib.util.find_spec("torch")
    if os.name == "nt" or "torch" in sys.modules or found is None or found.origin is None:
        return
    suffix = ".dylib" if sys.platform == "darwin" else ".so"
    dlopen = ctypes.CDLL(None).dlopen  # a call through ctypes lets other threads run meanwhile
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for name in _LIBRARIES:
        file = Path(found.origin).parent / "lib" / (name + suffix)
        dlopen(os.fsencode(file), os.RTLD_LAZY)
