"""A server on this computer that does what servers do, and whatever else a test asks for."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any


def weights(size: int = 3_000_000, seed: int = 1) -> bytes:
    """A weight file of about this size: a head, and bytes that nobody looks at."""
    data = bytes((index * seed) % 251 for index in range(1000)) * (size // 1000)
    entry = {"dtype": "U8", "shape": [len(data)], "data_offsets": [0, len(data)]}
    head = json.dumps({"emb_params": entry}).encode()
    return struct.pack("<Q", len(head)) + head + data


@dataclass
class Shop:
    """What the server offers, and how it misbehaves.

    ``cuts`` are how many bytes the next answers send before they break off; ``tokens`` open paths;
    ``points_on`` leads from one path to another address; ``asked`` has every request. Where
    ``takes_marks`` is off, nobody asks whether a file has changed; ``says_length`` is a lie, and
    where it ``is_endless`` no length is said at all.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    points_on: dict[str, str] = field(default_factory=dict)
    promised: dict[str, str] = field(default_factory=dict)
    takes_ranges: bool = True
    takes_marks: bool = True
    says_length: int = -1
    is_endless: bool = False
    slow: float = 0.0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def add_repository(self, name: str, files: dict[str, bytes]) -> None:
        """Offer a repository as the hub does."""
        listed = []
        for path, content in files.items():
            entry: dict[str, Any] = {"rfilename": path, "size": len(content)}
            if path.endswith(".safetensors"):
                entry["lfs"] = {"sha256": hashlib.sha256(content).hexdigest()}
            listed.append(entry)
            self.files[f"/{name}/resolve/main/{path}"] = content
        self.files[f"/api/models/{name}/revision/main"] = json.dumps({"siblings": listed}).encode()

    def ranges(self) -> list[str]:
        """The ranges that were asked for, in order."""
        return [headers.get("range", "") for _, headers in self.asked]


class _Handler(BaseHTTPRequestHandler):
    """Answers for the shop."""

    protocol_version = "HTTP/1.1"
    shop: Shop

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.shop.asked.append((path, headers))
        if self.shop.statuses:
            self._say(self.shop.statuses.pop(0))
        elif path in self.shop.points_on:
            extra = {"Location": self.shop.points_on[path]}
            if path in self.shop.promised:
                extra["X-Linked-Etag"] = f'"{self.shop.promised[path]}"'
            self._say(302, extra=extra)
        elif (
            path in self.shop.tokens
            and headers.get("authorization") != f"Bearer {self.shop.tokens[path]}"
        ):
            self._say(403 if "authorization" in headers else 401)
        elif path in self.shop.files:
            self._give(self.shop.files[path], headers)
        else:
            self._say(404)

    def _give(self, content: bytes, headers: dict[str, str]) -> None:
        mark = f'"{hashlib.md5(content).hexdigest()}"'
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", headers.get("range", ""))
        fresh = headers.get("if-range", mark) == mark or not self.shop.takes_marks
        extra = {"ETag": mark}
        if asked and fresh and self.shop.takes_ranges:
            begin = int(asked[1])
            end = min(int(asked[2] or len(content) - 1), len(content) - 1)
            if begin >= len(content):
                self._say(416, extra={"Content-Range": f"bytes */{len(content)}"})
                return
            extra["Content-Range"] = f"bytes {begin}-{end}/{len(content)}"
            self._say(206, content[begin : end + 1], extra)
        else:
            self._say(200, content, extra)

    def _say(self, status: int, content: bytes = b"", extra: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        lie = self.shop.says_length if len(content) > 1000 else -1
        if self.shop.is_endless:  # as in HTTP/1.0: it ends when the connection does
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(len(content) if lie < 0 else lie))
        self.close_connection = lie >= 0 or self.shop.is_endless
        self.end_headers()
        cut = self.shop.cuts.pop(0) if self.shop.cuts and len(content) > 1000 else len(content)
        try:
            for begin in range(0, min(cut, len(content)), 2**16):
                self.wfile.write(content[begin : min(begin + 2**16, cut)])
                threading.Event().wait(self.shop.slow)
        except OSError:
            self.close_connection = True
        if cut < len(content):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


class _Server(ThreadingHTTPServer):
    """A server that asks no name server for its own name, which can take long without a network."""

    def server_bind(self) -> None:
        """Take a port, and the address as name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up, which is what some tests are about."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def opened(shop: Shop) -> Iterator[Shop]:
    """The shop, open at ``shop.address``."""

    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"shop": shop}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    shop.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield shop
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
