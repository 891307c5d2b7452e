"""Asks an address over the network whether a page answers there.

The addresses are strangers': what one of them leads to is resolved here and must be public before
anything is sent, at every redirection anew, so that none can be made to knock at a door of the
network that this runs in. Nothing of a page is read but its status.
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
# All that an address may hold as it is sent; `%` because it may have been quoted already.
_SENT_AS_IT_IS = "/?&=%:;,+@!$'()*~[]"


class Verdict(Enum):
    """Whether a page answers: yes, no, or unknown."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """A verdict, and why, in Spanish."""

    verdict: Verdict
    why: str = ""


def is_public(ip: str) -> bool:
    """Whether an IPv4 address is anybody's to reach: not this machine, nor its network's."""
    address = ipaddress.ip_address(ip)
    return address.is_global and not address.is_multicast


@dataclass(frozen=True)
class Asker:
    """Asks pages whether they answer. `may_reach` says which IP addresses may be connected to."""

    may_reach: Callable[[str], bool] = is_public
    timeout: float = 15
    pause: float = 3

    def ask(self, address: str) -> Answer:
        """The answer of the address. An answer that leaves a doubt is asked for again a while
        later."""
        answer = self._ask_once(address, "HEAD")
        if answer.verdict is not Verdict.ALIVE:  # many a server refuses HEAD alone
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
        """The status of the page that the address leads to in the end."""
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
        connection.auto_open = 0  # it would resolve the name once more
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
        """A connection to the very IP address that was found to be public. IPv4 alone: GitHub's
        runners have no other, and no address of another kind can stand for a private one."""
        found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)
        ips = [str(place[0]) for *_, place in found]
        if not all(self.may_reach(ip) for ip in ips):
            raise _PrivateError
        return socket.create_connection((ips[0], port), self.timeout)


@contextmanager
def _cut_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    """Cuts the connection if that takes longer: a socket's own timeout starts again at each byte
    that comes."""

    def cut() -> None:
        with suppress(OSError):  # the other side was faster
            line.shutdown(socket.SHUT_RDWR)

    with connected.dup() as line:  # TLS takes the first one over
        timer = threading.Timer(seconds, cut)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


class _PrivateError(Exception):
    """The address leads to where nothing may be sent."""


class _RedirectionError(Exception):
    """The address leads on, and to no page."""
