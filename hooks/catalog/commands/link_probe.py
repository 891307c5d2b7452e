"""Asks an address over the network whether a page answers there.

The addresses come from strangers. The host of an address, and of each redirection, is resolved here
and must have public IP addresses before anything is sent, so that no address can reach into the
network in which this program runs. Of a page, only the status and the headers are read.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

USER_AGENT = "catalogo-buenas-practicas (pregunta una vez por semana si sus enlaces responden)"
MAX_REDIRECTIONS = 5
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
# The signs of a path or a query that are not quoted; `%` because the address may be quoted already.
_SENT_AS_IT_IS = "/?&=%:;,+@!$'()*~[]"


class Verdict(Enum):
    """Whether a page answers: yes, no, or not known."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """A verdict, and its reason in Spanish (empty for ALIVE)."""

    verdict: Verdict
    why: str = ""


def is_public(ip: str) -> bool:
    """Whether an IPv4 address is public: neither of this machine nor of its network."""
    address = ipaddress.ip_address(ip)
    return address.is_global and not address.is_multicast


@dataclass(frozen=True)
class Asker:
    """Asks addresses. `may_reach` tells whether an IP address may be connected to; `timeout` and
    `pause` are seconds."""

    may_reach: Callable[[str], bool] = is_public
    timeout: float = 15
    pause: float = 3

    def ask(self, address: str) -> Answer:
        """The answer of an address. If it is UNKNOWN, the answer to a second try after `pause`."""
        answer = self._ask_once(address, "HEAD")
        if answer.verdict is not Verdict.ALIVE:  # many servers refuse only HEAD
            answer = self._ask_once(address, "GET")
        if answer.verdict is Verdict.UNKNOWN:
            time.sleep(self.pause)
            answer = self._ask_once(address, "GET")
        return answer

    def _ask_once(self, address: str, method: str) -> Answer:
        try:
            status = self._follow(address, method)
        except _PrivateError:
            return Answer(Verdict.DEAD, "lleva a una red privada, a la que nadie más llega")
        except _RedirectionError as error:
            return Answer(Verdict.UNKNOWN, str(error))
        except socket.gaierror as error:
            if error.errno == socket.EAI_NONAME:
                return Answer(Verdict.DEAD, "ese sitio no existe")
            return Answer(Verdict.UNKNOWN, "no se pudo averiguar dónde está el sitio")
        except TimeoutError:
            return Answer(Verdict.UNKNOWN, f"no respondió en {self.timeout:g} segundos")
        except ssl.SSLError:
            return Answer(Verdict.UNKNOWN, "no ofrece una conexión segura válida")
        except (OSError, http.client.HTTPException):
            return Answer(Verdict.UNKNOWN, "la conexión se cortó")
        except ValueError:
            return Answer(Verdict.UNKNOWN, "no se entiende la dirección")
        if status in _GONE:
            return Answer(Verdict.DEAD, f"la página no existe ({status})")
        if status >= HTTPStatus.BAD_REQUEST:
            return Answer(Verdict.UNKNOWN, f"el sitio no dejó comprobarlo ({status})")
        return Answer(Verdict.ALIVE)

    def _follow(self, address: str, method: str) -> int:
        """The HTTP status of the page at the end of the address's redirections."""
        for _ in range(MAX_REDIRECTIONS + 1):
            status, location = self._request(address, method)
            if status not in _REDIRECTIONS or not location:
                return status
            address = urljoin(address, location)
        raise _RedirectionError("lleva de una dirección a otra sin fin")

    def _request(self, address: str, method: str) -> tuple[int, str]:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _RedirectionError("lleva a una dirección que no es de una página")
        host = parts.hostname.encode("idna").decode("ascii")
        path = quote(parts.path or "/", safe=_SENT_AS_IT_IS)
        if parts.query:
            path += "?" + quote(parts.query, safe=_SENT_AS_IT_IS)
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        connection = http.client.HTTPConnection(host, port)
        connection.auto_open = 0  # to open again would resolve the name again
        connection.sock = self._connected(host, port)
        try:
            with _cut_after(2 * self.timeout, connection.sock):
                if secure:
                    context = ssl.create_default_context()
                    connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
                headers = {"User-Agent": USER_AGENT, "Accept": "*/*", "Connection": "close"}
                connection.request(method, path, headers=headers)
                response = connection.getresponse()
            # A header's bytes come as Latin-1, and most servers write UTF-8.
            location = response.headers.get("Location", "").encode("latin-1", "replace")
            return response.status, location.decode("utf-8", "replace")
        finally:
            connection.close()

    def _connected(self, host: str, port: int) -> socket.socket:
        """A connection to an IP address that was checked to be public. Raises _PrivateError where
        any address of the host is not. IPv4 only: GitHub's runners have no IPv6, and an IPv6
        address could stand for a private IPv4 one."""
        found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)
        ips = [str(place[0]) for *_, place in found]
        if not all(self.may_reach(ip) for ip in ips):
            raise _PrivateError
        return socket.create_connection((ips[0], port), self.timeout)


@contextmanager
def _cut_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    """Cut the connection if the block takes longer than `seconds`. The timeout of a socket is no
    limit: it starts again at each byte that arrives."""

    def cut() -> None:
        with suppress(OSError):  # the other side has closed it already
            line.shutdown(socket.SHUT_RDWR)

    with connected.dup() as line:  # TLS takes over the first socket
        timer = threading.Timer(seconds, cut)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


class _PrivateError(Exception):
    """The address leads to a private network, where nothing may be sent."""


class _RedirectionError(Exception):
    """The redirections of the address lead to no page."""
