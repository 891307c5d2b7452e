"""A page of the built site as a tree of elements, and checks for pages of several kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path

from catalog.schema.fields import Figure, Source

VOID = set("area base br col embed hr img input link meta source track wbr".split())
INLINE = {"a", "abbr", "b", "em", "span", "strong", "data"}
NOT_READ = {"script", "style", "template"}


class Element:
    """An element of a page, with its attributes, its elements and its text."""

    def __init__(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        self.tag = tag
        self.attributes = {name: value or "" for name, value in attributes.items()}
        self.children: list[Element | str] = []

    def __iter__(self) -> Iterator[Element]:
        """The elements within, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @cached_property
    def text(self) -> str:
        """The text that a reader sees, with single spaces."""
        return plain("".join(self._pieces()))

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in NOT_READ:
                # Blocks separate words, and inline elements do not.
                space = "" if child.tag in INLINE else " "
                yield space
                yield from child._pieces()
                yield space

    def all(self, tag: str = "", *, of_class: str = "") -> list[Element]:
        """The elements within that have the tag and the class; an empty value stands for any."""
        return [
            element
            for element in self
            if (not tag or element.tag == tag)
            and (not of_class or of_class in element["class"].split())
        ]

    def one(self, tag: str = "", *, of_class: str = "") -> Element:
        """The only element within that has the tag and the class."""
        found = self.all(tag, of_class=of_class)
        assert len(found) == 1, f"{len(found)} {tag}.{of_class}"
        return found[0]

    def section(self, heading_id: str) -> Element:
        """The section whose heading has this id."""
        return next(e for e in self.all("section") if e["aria-labelledby"] == heading_id)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attributes))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            opened = self.open.pop()
            assert opened.tag == tag, f"<{opened.tag}> closed by </{tag}>, line {self.getpos()[0]}"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@cache
def parsed(file: Path) -> Element:
    """The tree of an HTML file; the test fails if an element is not closed."""
    builder = _Builder()
    builder.feed(file.read_text("utf-8"))
    assert len(builder.open) == 1, f"{file}: <{builder.open[-1].tag}> is left open"
    return builder.open[0]


def plain(text: str | None) -> str:
    """The text with single spaces; empty for None."""
    return " ".join((text or "").split())


# Checks


def _value(figure: Figure) -> str:
    value = figure.value if isinstance(figure.value, str) else f"{figure.value:,}"
    return f"{plain(value)} %" if figure.unit == "%" else plain(value)


def expect_figures(section: Element, figures: list[Figure], *, with_source: bool = True) -> None:
    """Fail unless the section shows these figures in order, with sources if `with_source`."""
    shown = section.all("li", of_class="figure")
    assert len(shown) == len(figures)
    for item, figure in zip(shown, figures, strict=True):
        value = item.one(of_class="figure__value").text
        assert value.endswith(_value(figure))
        if figure.baseline is not None:
            assert f"{figure.baseline:,}" in value
        assert plain(figure.unit) in item.text
        assert plain(figure.detail) in item.text
        assert not (with_source and figure.source) or plain(figure.source) in section.text


def expect_sources(section: Element, sources: list[Source]) -> None:
    """Fail unless the section names each source and links to the sources with an address."""
    links = [e["href"] for e in section.all("a")]
    for source in sources:
        assert plain(source.document) in section.text
        assert plain(source.part) in section.text
        assert source.url is None or source.url in links


def expect_texts(element: Element, texts: Iterable[str | None]) -> None:
    """Fail unless the element shows each of the texts that are not None."""
    for text in texts:
        # Pages write mail addresses in a form that programs do not gather.
        assert text is None or plain(text.replace("@", " (arroba) ")) in element.text
