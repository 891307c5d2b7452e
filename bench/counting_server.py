"""Serves a folder as a static host does, and counts the bytes of each response.

Text is gzipped and other files are sent as they are, as GitHub Pages does. Compressed files are
kept, so that no measured time includes compressing. The bytes are those of the bodies as sent,
without headers. A browser's own counts would miss the requests of a page's workers.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

GZIPPED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt"}
_LEVEL = 6
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


class CountingServer:
    """Serves a folder at `address` during a `with` block."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._kept: dict[Path, bytes] = {}
        self._sent: list[tuple[str, int]] = []
        self._lock = threading.Lock()
        self._open = 0
        self._last = time.monotonic()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.served = self  # type: ignore[attr-defined]
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> CountingServer:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self) -> list[tuple[str, int]]:
        """The path and the bytes of each response since the last call."""
        with self._lock:
            taken, self._sent = self._sent, []
        return taken

    @property
    def idle_seconds(self) -> float:
        """The seconds since the last response; 0 while a request is open."""
        with self._lock:
            return 0.0 if self._open else time.monotonic() - self._last

    def began(self) -> None:
        """Count a request that arrived."""
        with self._lock:
            self._open += 1

    def ended(self, path: str, sent: int) -> None:
        """Count a request that was answered with `sent` bytes."""
        with self._lock:
            self._open -= 1
            self._last = time.monotonic()
            self._sent.append((path, sent))

    def body(self, path: Path) -> bytes:
        """The bytes of a file as they are sent."""
        if path not in self._kept:
            content = path.read_bytes()
            is_text = path.suffix in GZIPPED
            self._kept[path] = gzip.compress(content, _LEVEL, mtime=0) if is_text else content
        return self._kept[path]

    def find(self, path: str) -> Path | None:
        """The file that a request for `path` asks for; None if the folder has no such file."""
        file = (self.folder / unquote(path).lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_relative_to(self.folder) and file.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, or with 404."""
        served: CountingServer = self.server.served  # type: ignore[attr-defined]
        path = urlsplit(self.path).path
        served.began()
        sent = 0
        try:
            found = served.find(path)
            body = served.body(found) if found else b""
            self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
            if found:
                self._describe(found)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            sent = len(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            served.ended(path, sent)

    def _describe(self, path: Path) -> None:
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        charset = "; charset=utf-8" if path.suffix in GZIPPED else ""
        self.send_header("Content-Type", f"{kind or 'application/octet-stream'}{charset}")
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in GZIPPED:
            self.send_header("Content-Encoding", "gzip")

    def log_message(self, *_: Any) -> None:
        """Log nothing."""
