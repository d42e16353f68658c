"""Holds this process to the files that it has open: the kernel refuses everything else.

Linux only. Two layers, both for good and inherited by whatever the process could start:

- seccomp: a short list of system calls is allowed, among them none that opens a file, makes a
  socket, starts a program or a thread, or touches another process (seccomp(2), seccomp_filter.rst);
- Landlock, where the kernel has it: no file system access at all and no TCP (landlock(7)).

Besides, memory, processor time and the size of written files are bounded. ``confine`` proves at the
end that nothing goes through, and raises otherwise: a confinement that is only hoped for is none.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path

_NO_NEW_PRIVILEGES, _DUMPABLE, _DEATH_SIGNAL, _SECCOMP = 38, 4, 1, 22
_FILTER = 2
_KILL = 9

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""What the kernel calls processors."""

_CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "getpid": (39, 172),
    "exit": (60, 93),
    "fsync": (74, 82),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
}
"""All that may be called, by the kernel's numbers for these processors."""

_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE, _KILL_PROCESS = 0x7FFF0000, 0x00050001, 0x80000000
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4

_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_FILE_RIGHTS = {1: 2**13 - 1, 2: 2**14 - 1, 3: 2**15 - 1, 5: 2**16 - 1}
_NET_RIGHTS_SINCE, _NET_RIGHTS = 4, 3


class NotConfined(Exception):
    """The kernel does not hold this process to what it may do."""


def can_confine() -> bool:
    """Whether this is a system whose kernel can be asked."""
    return sys.platform == "linux" and platform.machine() in _ARCHITECTURES


def confine(memory: int, seconds: int, written: int) -> None:
    """Give up everything but the open files; raises NotConfined.

    ``memory`` and ``written`` are bytes, ``seconds`` those of the processor.
    """
    if not can_confine():
        raise NotConfined
    library = ctypes.CDLL(None, use_errno=True)
    _limit(memory, seconds, written)
    for option, value in ((_DEATH_SIGNAL, _KILL), (_DUMPABLE, 0), (_NO_NEW_PRIVILEGES, 1)):
        if library.prctl(option, value, 0, 0, 0):
            raise NotConfined
    _shut_files(library)
    _filter_calls(library)
    if any(_goes_through(attempt) for attempt in _ATTEMPTS):
        raise NotConfined


def _limit(memory: int, seconds: int, written: int) -> None:
    import resource  # there is none on Windows

    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, most = resource.getrlimit(limit)
        least = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (least, least))


def _shut_files(library: ctypes.CDLL) -> None:
    """Refuse all of the file system by Landlock; a kernel without it has the filter alone."""
    version = library.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return
    files = _FILE_RIGHTS[max(each for each in _FILE_RIGHTS if each <= version)]
    rights = [files, _NET_RIGHTS] if version >= _NET_RIGHTS_SINCE else [files]
    ruleset = struct.pack(f"<{len(rights)}Q", *rights)
    descriptor = library.syscall(_CREATE_RULESET, ruleset, len(ruleset), 0)
    if descriptor < 0:
        return
    library.syscall(_RESTRICT_SELF, descriptor, 0)
    os.close(descriptor)


def _filter_calls(library: ctypes.CDLL) -> None:
    """Let the kernel refuse every call that is not on the list; raises NotConfined."""
    machine = platform.machine()
    column = list(_ARCHITECTURES).index(machine)
    calls = [numbers[column] for numbers in _CALLS.values()]
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_EQUAL, len(calls) - place, 0, number) for place, number in enumerate(calls)),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    program = b"".join(struct.pack("=HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of steps, padding up to a pointer, and where they lie.
    described = struct.pack("@HP", len(steps), ctypes.addressof(kept))
    if library.prctl(_SECCOMP, _FILTER, described, 0, 0):
        raise NotConfined


def _goes_through(attempt: Callable[[], object]) -> bool:
    """Whether something works that must not, or fails for any other reason than being refused."""
    try:
        attempt()
    except OSError as error:
        return error.errno not in (errno.EPERM, errno.EACCES)
    return True


_ATTEMPTS: tuple[Callable[[], object], ...] = (
    lambda: os.open(os.sep, os.O_RDONLY),
    lambda: Path("written").touch(),
    lambda: os.listdir(os.sep),  # noqa: PTH208  # the call itself is what is tried
    lambda: os.unlink("missing-file"),  # noqa: PTH108
    lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM),
    lambda: os.execv(sys.executable, [sys.executable, "-c", ""]),
    os.fork,
    lambda: os.kill(os.getpid(), 0),
)
"""What must not be possible any more."""
