"""The verdict about a link after each kind of answer, and the addresses that are never asked."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from catalog.commands.link_probe import Asker, Verdict, is_public

ALIVE, DEAD, UNKNOWN = Verdict.ALIVE, Verdict.DEAD, Verdict.UNKNOWN
# An address that may be reached, and one that may not.
OPEN, CLOSED = "127.0.0.1", "127.0.0.2"


class Site(ThreadingHTTPServer):
    """A server with some redirections, which notes what it is asked."""

    daemon_threads = True
    asked: list[str]
    redirections: dict[str, str]


class Handler(BaseHTTPRequestHandler):
    server: Site

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        times = len([line for line in self.server.asked if line.endswith(self.path)])
        status = 200
        if self.path == "/slow":
            time.sleep(1)
        elif self.path == "/drop-by-drop":
            with suppress(OSError):
                for letter in b"HTTP/1.1 200 " + b"x" * 50:
                    self.wfile.write(bytes([letter]))
                    time.sleep(0.1)
            return
        elif self.path == "/no-head":
            status = 405 if self.command == "HEAD" else 200
        elif self.path == "/later":
            status = 503 if times < 3 else 200
        elif self.path[1:].isdigit():
            status = int(self.path[1:])
        elif self.path in self.server.redirections:
            status = 302
        self.send_response(status)
        if self.path in self.server.redirections:
            self.send_header("Location", self.server.redirections[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    with Site(("0.0.0.0", 0), Handler) as served:
        served.asked = []
        served.redirections = {
            "/moved": "/200",
            "/closed": f"http://{CLOSED}:{served.server_port}/200",
            "/no-page": f"ftp://{OPEN}:{served.server_port}/200",
            "/round": "/round",
        }
        threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
        yield served
        served.shutdown()


def verdict(site: Site, path: str, host: str = OPEN) -> Verdict:
    asker = Asker(may_reach=lambda ip: ip == OPEN, timeout=0.3, pause=0)
    return asker.ask(f"http://{host}:{site.server_port}{path}").verdict


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/200", ALIVE), ("/moved", ALIVE), ("/no-head", ALIVE), ("/later", ALIVE),
        ("/página con espacios?a=ñ", ALIVE),
        ("/404", DEAD), ("/410", DEAD),
        ("/403", UNKNOWN), ("/429", UNKNOWN), ("/500", UNKNOWN), ("/round", UNKNOWN),
        ("/slow", UNKNOWN), ("/drop-by-drop", UNKNOWN), ("/no-page", UNKNOWN),
    ],
)  # fmt: skip
def test_each_kind_of_answer_has_its_verdict(site: Site, path: str, wanted: Verdict) -> None:
    assert verdict(site, path) is wanted


def test_a_page_that_answers_is_asked_once_and_without_its_content(site: Site) -> None:
    verdict(site, "/200")
    assert site.asked == ["HEAD /200"]


def test_a_page_with_a_doubtful_answer_is_asked_once_more(site: Site) -> None:
    verdict(site, "/503")
    assert site.asked == ["HEAD /503", "GET /503", "GET /503"]


def test_nothing_is_sent_to_a_private_address(site: Site) -> None:
    assert verdict(site, "/200", CLOSED) is DEAD
    assert site.asked == []


def test_no_redirection_leads_to_a_private_address(site: Site) -> None:
    assert verdict(site, "/closed") is DEAD
    assert set(site.asked) == {"HEAD /closed", "GET /closed"}


def test_a_name_is_resolved_once_so_that_it_cannot_become_private_in_between(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved = iter([OPEN, CLOSED])
    real = socket.getaddrinfo

    def turning(host: str, *rest: object, **more: object) -> object:
        return real(next(resolved) if host == "turning.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", turning)
    assert verdict(site, "/200", "turning.example") is ALIVE
    assert next(resolved) == CLOSED


@pytest.mark.parametrize(
    ("error", "wanted"), [(socket.EAI_NONAME, DEAD), (socket.EAI_AGAIN, UNKNOWN)]
)
def test_a_site_without_a_name_is_dead_and_one_that_cannot_be_resolved_now_is_unknown(
    monkeypatch: pytest.MonkeyPatch, error: int, wanted: Verdict
) -> None:
    def fail(*_: object) -> None:
        raise socket.gaierror(error, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert Asker(pause=0).ask("https://no-existe.example/").verdict is wanted


@pytest.mark.parametrize("address", ["https://", "https://[::1", "https://a..b/", "https://a:b/"])
def test_a_malformed_address_is_unknown(address: str) -> None:
    assert Asker(pause=0).ask(address).verdict is UNKNOWN


def test_a_site_that_refuses_connections_is_unknown() -> None:
    with socket.socket() as taken:
        taken.bind((OPEN, 0))  # bound, but not listening
        asker = Asker(may_reach=lambda _: True, timeout=0.3, pause=0)
        assert asker.ask(f"https://{OPEN}:{taken.getsockname()[1]}/").verdict is UNKNOWN


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_a_private_address_is_not_public(ip: str) -> None:
    assert not is_public(ip)


def test_any_other_address_is_public() -> None:
    assert is_public("8.8.8.8")
