"""A confined process can do nothing but use the files that it has open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.models.conversion.sandbox import can_confine

pytestmark = pytest.mark.skipif(not can_confine(), reason="this system cannot confine a process")

PRELUDE = """
import ctypes, os, socket, subprocess, sys, threading
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.models.conversion.sandbox import confine
kept = open("kept", "wb", buffering=0)
confine(2**31, 20, 10_000)
"""
FORBIDDEN = {
    "read a file": "open('/etc/passwd').read()",
    "read a file through a descriptor": "os.open('.', os.O_RDONLY | os.O_DIRECTORY)",
    "write a file": "Path('written').write_text('x')",
    "write over the file it has": "os.truncate('kept', 3)",
    "remove a file": "os.unlink('kept')",
    "rename a file": "os.rename('kept', 'other')",
    "make a folder": "os.mkdir('folder')",
    "make a link": "os.symlink('kept', 'link')",
    "list a folder": "os.listdir('/')",
    "look at a file": "os.stat('/etc/passwd')",
    "change rights": "os.chmod('kept', 0o777)",
    "speak to the net": "socket.create_connection(('127.0.0.1', 9), 1)",
    "ask for a name": "socket.getaddrinfo('example.org', 80)",
    "open a datagram socket": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "open a socket of this computer": "socket.socket(socket.AF_UNIX)",
    "start a program": "subprocess.run(['true'])",
    "become a program": "os.execv('/bin/true', ['true'])",
    "split in two": "os.fork()",
    "signal another process": "os.kill(os.getpid(), 0)",
    "look into another process": "os.readlink('/proc/self/exe')",
    "undo its limits": "__import__('resource').setrlimit(7, (99, 99))",
    "import a module": "import sqlite3",
    "write without an end": "kept.write(b'x' * 20_000); kept.write(b'x')",
    "take all memory": "bytearray(2**33)",
}


def _run(body: str, place: Path) -> str:
    """What a process says that was confined and then does this."""
    root = str(Path(__file__).parents[3])
    command = [sys.executable, "-I", "-S", "-c", PRELUDE + body, root]
    done = subprocess.run(
        command, cwd=place, env={}, capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout


def test_the_kernel_refuses_everything_else(tmp_path: Path) -> None:
    body = ""
    for what, statement in FORBIDDEN.items():
        body += f"try:\n    {statement}\nexcept BaseException:\n    os.write(1, b'refused\\n')\n"
        body += f"else:\n    os.write(1, b'{what}\\n')\n"
    said = _run(body + "os._exit(0)\n", tmp_path).splitlines()
    assert said == ["refused"] * len(FORBIDDEN)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_the_open_file_can_be_written(tmp_path: Path) -> None:
    assert _run("kept.write(b'weights'); os.write(1, b'done'); os._exit(0)", tmp_path) == "done"
    assert (tmp_path / "kept").read_bytes() == b"weights"
