"""The links of the catalogue to other sites, and which of their addresses no longer answer.

Addresses are taken from the text of every file, data and body alike, so that each address is
reported with its lines, and a file that has problems is read too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalog.commands.link_probe import Verdict
from catalog.source.front_matter import MAX_BYTES
from catalog.source.layout import read_tree
from catalog.source.plain_files import read
from catalog.source.problems import printable
from catalog.text.spanish import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from catalog.commands.link_probe import Answer

MOST_AT_ONCE = 8
# GitHub takes no issue of more than 65,536 characters, and a report has two lists.
MOST_IN_LIST = 30_000
MOST_PLACES = 5

_ADDRESS = re.compile(r"https://\w[^\s<>\"`\\^{|}\[\]«»“”]*")
# Names reserved for examples (RFC 2606), which the guide uses: no site answers there.
_EXAMPLE = re.compile(r"https://([\w-]+\.)*example\.(com|net|org)(?![\w.-])")
# The signs of a sentence, or of its emphasis, that may follow an address.
_BEHIND = ".,;:!?*_~'’…"

Places = dict[str, list[str]]
"""For each address, the places where it stands: `file:line`, in the order of the files."""


def links(root: Path) -> Places:
    """Every https address of the sheets, events, presentations and hand-written pages."""
    places: Places = defaultdict(list)
    for path in _files(root):
        raw, _ = read(root, path, MAX_BYTES)
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            for address in dict.fromkeys(_addresses(line)):
                places[address].append(f"{path}:{number}")
    return dict(places)


def _files(root: Path) -> Iterator[str]:
    tree, _ = read_tree(root)
    yield from tree.sheets.values()
    yield from tree.events.values()
    yield from tree.presentations.values()
    yield from tree.challenges.values()
    for page in sorted((root / "docs").rglob("*.md")):
        yield page.relative_to(root).as_posix()


def _addresses(line: str) -> Iterator[str]:
    for found in _ADDRESS.finditer(line):
        address = found[0].rstrip(_BEHIND)
        # The parenthesis was opened before the address: `[text](https://…)`.
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_BEHIND)
        if not _EXAMPLE.match(address):
            yield address.partition("#")[0]


def answers(places: Places, ask: Callable[[str], Answer]) -> dict[str, Answer]:
    """The answer of each address. Sites are asked side by side, the pages of one site in turn."""
    of_site: dict[str, list[str]] = defaultdict(list)
    for address in places:
        of_site[urlsplit(address).netloc.lower()].append(address)

    def ask_site(addresses: Sequence[str]) -> list[tuple[str, Answer]]:
        return [(address, ask(address)) for address in addresses]

    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        answered = dict(pair for pairs in pool.map(ask_site, of_site.values()) for pair in pairs)
    return {address: answered[address] for address in places}


def dead(answered: Mapping[str, Answer]) -> list[str]:
    """The addresses at which there is no page."""
    return [address for address, answer in answered.items() if answer.verdict is Verdict.DEAD]


def as_markdown(places: Places, answered: Mapping[str, Answer]) -> str:
    """The report for the maintainers: dead and doubtful addresses, with their places."""
    gone = dead(answered)
    doubtful = [
        address for address, answer in answered.items() if answer.verdict is Verdict.UNKNOWN
    ]
    asked = count(len(answered), "dirección", "direcciones")
    if gone:
        opening = (
            f"De {asked}, {len(gone)} {'no responde' if len(gone) == 1 else 'no responden'}. "
            "Busque a dónde se mudó cada página y corrija el enlace; si ya no está en ninguna "
            "parte, bórrelo y deje el nombre del documento.\n"
        )
    else:
        opening = f"De {asked}, ninguna ha dejado de existir.\n"
    return (
        opening
        + _list("No responden", gone, places, answered)
        + _list("No se pudo comprobar", doubtful, places, answered)
    )


def _list(
    title: str, addresses: Sequence[str], places: Places, answered: Mapping[str, Answer]
) -> str:
    if not addresses:
        return ""
    text = f"\n## {title}\n\n"
    for listed, address in enumerate(addresses):
        shown = places[address][:MOST_PLACES]
        where = ", ".join(f"`{printable(place)}`" for place in shown)
        more = len(places[address]) - len(shown)
        where += f" y {count(more, 'lugar', 'lugares')} más" if more else ""
        line = f"- <{printable(address)}>: {answered[address].why}. Está en {where}.\n"
        if len(text) + len(line) > MOST_IN_LIST:
            return f"{text}- Y {count(len(addresses) - listed, 'otra', 'otras')}.\n"
        text += line
    return text
