"""The pages of the built site: what they link to, what they say, and how they open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from catalog.model import Catalog, Event, Practice
from catalog.schema import Figure, Source

SITE_URL = "https://ejemplo.org/catalogo/"
EDIT_URL = "https://github.com/ejemplo/catalogo/edit/main/"
WIDTHS = (360, 1280)
VOID = set("area base br col embed hr img input link meta source track wbr".split())
KINDS = (
    "home",
    "explorer",
    "practice",
    "events",
    "event",
    "listing",
    "empty listing",
    "listing index",
    "ruta",
    "comunidad",
    "contribuir",
    "acerca",
    "404",
)
NOT_READ = {"script", "style", "template"}


class Element:
    """An element of a page: enough of a tree to ask what a page says, and where."""

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

    @property
    def text(self) -> str:
        """What is read, with single spaces."""
        return _plain("".join(self._pieces()))

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in NOT_READ:
                # Blocks part words; what runs along the line does not.
                space = (
                    "" if child.tag in ("a", "abbr", "b", "em", "span", "strong", "data") else " "
                )
                yield space
                yield from child._pieces()
                yield space

    def all(self, tag: str = "", *, of_class: str = "") -> list[Element]:
        """The elements within of that tag and class."""
        return [
            element
            for element in self
            if (not tag or element.tag == tag)
            and (not of_class or of_class in element["class"].split())
        ]

    def one(self, tag: str = "", *, of_class: str = "") -> Element:
        """The only one."""
        found = self.all(tag, of_class=of_class)
        assert len(found) == 1, f"{len(found)} {tag}.{of_class}"
        return found[0]

    def section(self, heading_id: str) -> Element:
        """The section that a heading names."""
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
def _parsed(file: Path) -> Element:
    builder = _Builder()
    builder.feed(file.read_text("utf-8"))
    assert len(builder.open) == 1, f"{file}: <{builder.open[-1].tag}> is left open"
    return builder.open[0]


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Element]:
    """Every page of the site, by its address within it: `practicas/<slug>/`, `404.html`."""
    files = sorted(site.rglob("*.html"))
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): _parsed(file)
        for file in files
        if "datos" not in file.parts[len(site.parts) :]  # cards, which are parts of a page
    }


def _addresses(page: Element) -> Iterator[tuple[Element, str]]:
    """Whatever a page links to or loads."""
    for element in page:
        for name in ("href", "src", "action", "poster", "data"):
            if name in element.attributes:
                yield element, element[name]
        for candidate in element["srcset"].split(","):
            if candidate.strip():
                yield element, candidate.split()[0]


def _file_at(site: Path, url: str) -> Path:
    """The file that a server gives for an address of our own."""
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(SITE_URL).path))
    return site / path / "index.html" if path == "" or path.endswith("/") else site / path


# Links


def test_every_link_within_the_site_leads_to_a_page_and_every_anchor_to_a_place_in_it(
    site: Path, pages: dict[str, Element]
) -> None:
    lost = []
    for address, page in pages.items():
        for _, link in _addresses(page):
            url = urljoin(SITE_URL + address, link)
            if urlsplit(url).netloc != urlsplit(SITE_URL).netloc:
                continue
            file, place = _file_at(site, url), unquote(urlsplit(url).fragment)
            if not url.startswith(SITE_URL) or not file.is_file():
                lost.append(f"{address}: {link}")
            elif place and place not in {element["id"] for element in _parsed(file)}:
                lost.append(f"{address}: {link} (no such place)")
    assert not lost


def test_no_page_loads_anything_from_another_host(pages: dict[str, Element]) -> None:
    loading = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
    foreign = [
        f"{address}: <{element.tag}> {url}"
        for address, page in pages.items()
        for element, link in _addresses(page)
        if element.tag not in ("a", "form")
        and (element.tag != "link" or loading & set(element["rel"].split()))
        and not (url := urljoin(SITE_URL + address, link)).startswith((SITE_URL, "data:"))
    ]
    assert not foreign


def test_no_stylesheet_loads_what_is_not_in_the_site(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for link in re.findall(r"""(?:url\(|@import\s+)["']?([^"')]+)""", text):
            within = link.startswith(("data:", "#")) or (sheet.parent / link).is_file()
            assert within, f"{sheet.name}: {link}"


def test_every_address_of_our_own_lies_under_the_sub_path(
    site: Path, pages: dict[str, Element]
) -> None:
    for address, page in pages.items():
        canonical = [e["href"] for e in page.all("link") if e["rel"] == "canonical"]
        assert canonical == ([] if address == "404.html" else [SITE_URL + address])
    for file in [*site.rglob("*.html"), *site.rglob("*.json"), *site.rglob("*.xml")]:
        text = file.read_text("utf-8")
        for url in re.findall(r"https?://ejemplo\.org[^\"'<>\s]*", text):
            assert url.startswith(SITE_URL), f"{file.name}: {url}"


def test_the_site_map_lists_every_page(site: Path, pages: dict[str, Element]) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    listed = [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(SITE_URL + page for page in pages if page != "404.html")


# Titles and headings


def test_every_page_has_one_main_heading_a_title_and_a_description(
    pages: dict[str, Element],
) -> None:
    for address, page in pages.items():
        assert page.one("h1").text, address
        assert page.one("head").one("title").text, address
        descriptions = [e["content"] for e in page.all("meta") if e["name"] == "description"]
        assert len(descriptions) == 1, address
        assert descriptions[0].strip(), address
        assert page.one("html")["lang"] == "es", address


def test_no_id_stands_twice_in_a_page(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        ids = [element["id"] for element in page if element["id"]]
        assert len(ids) == len(set(ids)), address


def test_headings_skip_no_level(pages: dict[str, Element]) -> None:
    skipping = []
    for address, page in pages.items():
        headings = [e for e in page if re.fullmatch("h[1-6]", e.tag)]
        assert headings[0].tag == "h1", address
        skipping += [
            f"{address}: {after.tag} «{after.text}» after {before.tag}"
            for before, after in pairwise(headings)
            if int(after.tag[1]) > int(before.tag[1]) + 1
        ]
    assert not skipping


def test_no_two_practices_share_a_title_or_a_description(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    titles, descriptions = set(), set()
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        assert page.one("title").text.startswith(_plain(practice.title))
        description = next(e["content"] for e in page.all("meta") if e["name"] == "description")
        assert description == practice.summary
        titles.add(page.one("title").text)
        descriptions.add(description)
    assert len(titles) == len(descriptions) == len(catalog.practices)


# A practice


def test_the_link_to_edit_a_page_leads_to_the_file_that_it_is_made_from(
    pages: dict[str, Element], catalog: Catalog, root: Path
) -> None:
    edits = {
        address: [e["href"] for e in page.all("a") if "/edit/" in e["href"]]
        for address, page in pages.items()
    }
    for practice in catalog.practices:
        source = f"practices/{practice.region}/{practice.slug}.md"
        assert edits.pop(f"practicas/{practice.slug}/") == [EDIT_URL + source]
        assert (root / source).is_file()
    for event in catalog.events:
        source = f"practices/_events/{event.slug}/index.md"
        assert edits.pop(f"intercambios/{event.slug}/") == [EDIT_URL + source]
    for address, links in edits.items():
        for link in links:
            assert link.startswith(f"{EDIT_URL}docs/"), address
            assert (root / link.removeprefix(EDIT_URL)).is_file(), address


def _value(figure: Figure) -> str:
    value = figure.value if isinstance(figure.value, str) else f"{figure.value:,}"
    return f"{_plain(value)} %" if figure.unit == "%" else _plain(value)


def _expect_figures(section: Element, figures: list[Figure]) -> None:
    shown = section.all("li", of_class="figure")
    assert len(shown) == len(figures)
    for item, figure in zip(shown, figures, strict=True):
        value = item.one(of_class="figure__value").text
        assert value.endswith(_value(figure))
        if figure.baseline is not None:
            assert f"{figure.baseline:,}" in value
        assert _plain(figure.unit) in item.text
        assert _plain(figure.detail) in item.text
        assert not figure.source or _plain(figure.source) in section.text


def _expect_sources(section: Element, sources: list[Source]) -> None:
    links = [e["href"] for e in section.all("a")]
    for source in sources:
        assert _plain(source.document) in section.text
        assert _plain(source.part) in section.text
        assert source.url is None or source.url in links


def _expect_texts(where: Element, texts: Iterable[str | None]) -> None:
    for text in texts:
        assert text is None or _plain(text) in where.text


def test_a_practice_shows_the_head_of_its_sheet(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    terms = catalog.taxonomies
    for practice in catalog.practices:
        head = pages[f"practicas/{practice.slug}/"].one("header", of_class="practice-head")
        _expect_texts(head, [practice.title, practice.summary, *practice.institutions])
        _expect_texts(head, [terms.regions[practice.region].label])
        _expect_texts(head, (terms.topics[topic].label for topic in practice.topics))
        _expect_texts(head, (terms.levels[level].label for level in practice.levels))
        _expect_texts(head, [str(practice.start_year)] if practice.start_year else [])


def test_a_practice_shows_every_section_of_its_sheet_under_its_heading(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for section in practice.sections:
            shown = page.section(section.id)
            assert shown.one("h2").text == section.title
            for word in section.text.split():
                assert word in shown.text, f"{practice.slug}: {word}"


def test_a_practice_shows_every_figure_of_its_sheet(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        if practice.figures:
            page = pages[f"practicas/{practice.slug}/"]
            _expect_figures(page.section("cifras"), practice.figures)


def test_a_practice_shows_what_sustains_it(pages: dict[str, Element], catalog: Catalog) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for item in practice.evidence:
            _expect_texts(page.section("evidencias"), [item.detail, item.source])
        if practice.awards:
            _expect_texts(page.section("reconocimientos"), practice.awards)
        stage = catalog.taxonomies.stages[practice.stage].label
        assert stage.lower() in page.section("estadio").one("h2").text


def test_a_practice_shows_whom_to_write_to_and_where_it_all_comes_from(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for contact in practice.contacts:
            panel = page.section("contactos")
            _expect_texts(panel, [contact.name, contact.position, contact.institution])
            assert f"mailto:{contact.mail}" in [e["href"] for e in panel.all("a")]
        for link in practice.links:
            assert link.url in [e["href"] for e in page.section("enlaces").all("a")]
        _expect_sources(page.section("fuentes"), practice.sources)
        _expect_texts(page.section("fuentes"), practice.notes)


def test_a_practice_shows_what_the_experts_said_at_each_event(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    assert catalog.presentations
    for slug, presentations in catalog.presentations.items():
        section = pages[f"practicas/{slug}/"].section("expertos")
        for event, presentation in presentations:
            _expect_texts(section, [event.title, *presentation.notes])
            if presentation.expert:
                _expect_texts(section, [presentation.expert.name, presentation.expert.position])
            for part in presentation.sections:
                _expect_texts(section, [part.title])
                assert all(word in section.text for word in part.text.split())


# An event


def test_an_event_shows_its_presentations_in_their_order(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        shown = pages[f"intercambios/{event.slug}/"].all("li", of_class="presentation")
        assert len(shown) == len(event.presentations)
        for item, presentation in zip(shown, event.presentations, strict=True):
            practice = catalog.by_slug[presentation.practice_slug]
            assert item.one("h3").text == _plain(practice.title)
            assert item.one("h3").one("a")["href"].endswith(f"practicas/{practice.slug}/")
            if presentation.expert:
                _expect_texts(item, [presentation.expert.name, presentation.expert.position])
            for part in presentation.sections:
                assert all(word in item.text for word in part.text.split())


def test_an_event_shows_everything_that_its_organiser_wrote(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        page = pages[f"intercambios/{event.slug}/"]
        _expect_texts(page.one("article", of_class="page"), _told(event, catalog))
        if event.figures:
            _expect_figures(page.section("cifras"), event.figures)
        _expect_sources(page.section("fuentes"), event.sources)
        for section in event.sections:
            shown = page.section(section.id)
            assert shown.one("h2").text == _plain(section.title)
            assert all(word in shown.text for word in section.text.split())
        for testimonial in event.testimonials:
            links = [e["href"] for e in page.section("testimonios").all("a")]
            slug = testimonial.practice
            assert slug is None or any(link.endswith(f"practicas/{slug}/") for link in links)


def _told(event: Event, catalog: Catalog) -> Iterator[str | None]:
    yield event.title
    yield event.place
    yield str(event.start_date.year)
    yield from event.organizers
    for visit in event.visits:
        yield visit.institution
        yield visit.detail
    for testimonial in event.testimonials:
        yield testimonial.text
        yield testimonial.author
        yield testimonial.institution
    for region in (*event.regions, *event.guest_regions):
        yield catalog.taxonomies.regions[region].label
    yield from event.notes


# Listings and data


def _cards(page: Element) -> list[str]:
    return [element["data-practice"] for element in page if "data-practice" in element.attributes]


def _listed(catalog: Catalog) -> Iterator[tuple[str, str, list[Practice]]]:
    """Each listing: its folder, its value, and the practices that belong in it."""
    terms, practices = catalog.taxonomies, catalog.practices
    for region in terms.regions:
        yield "regiones", region, [p for p in practices if p.region == region]
    for topic in terms.topics:
        yield "temas", topic, [p for p in practices if topic in p.topics]
    for stage in terms.stages:
        yield "estadios", stage, [p for p in practices if p.stage == stage]


def test_a_listing_has_the_practices_of_its_region_topic_or_stage_and_no_other(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, value, practices in _listed(catalog):
        article = pages[f"{folder}/{value}/"].one("article", of_class="page")
        assert sorted(_cards(article)) == sorted(practice.slug for practice in practices)
        if practices:
            noun = "práctica" if len(practices) == 1 else "prácticas"
            assert f"{len(practices)} {noun} ·" in article.text
        else:
            assert "Todavía no hay prácticas aquí" in article.text


def test_the_listings_are_counted_where_they_are_linked(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, value, practices in _listed(catalog):
        links = pages[f"{folder}/"].one("ul", of_class="tiles").all("a")
        tile = next(link for link in links if link["href"].endswith(f"{folder}/{value}/"))
        noun = "práctica" if len(practices) == 1 else "prácticas"
        wanted = f"{len(practices)} {noun}" if practices else "aún sin prácticas"
        assert tile.one(of_class="tile__count").text == wanted


def test_the_first_page_counts_what_the_catalogue_has(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    counts = pages[""].one("ul", of_class="hero__counts").all("strong")
    regions = {practice.region for practice in catalog.practices}
    wanted = [len(catalog.practices), len(regions), len(catalog.events)]
    assert [int(count.text.replace(",", "")) for count in counts] == wanted
    tiles = {
        link["href"].strip("./"): link.one(of_class="tile__count").text
        for link in pages[""].all("a")
        if link.all(of_class="tile__count")
    }
    for folder, value, practices in _listed(catalog):
        if folder != "estadios" and practices:
            assert tiles.pop(f"{folder}/{value}") == str(len(practices))
    assert not tiles


def test_every_event_is_listed(pages: dict[str, Element], catalog: Catalog) -> None:
    for address in ("", "intercambios/"):
        links = [link["href"] for link in pages[address].all("a")]
        for event in catalog.events:
            assert any(link.endswith(f"intercambios/{event.slug}/") for link in links)


def test_the_explorer_has_every_sheet_of_the_repository(site: Path, root: Path) -> None:
    cards = [file.read_text("utf-8") for file in site.glob("datos/busqueda/*/ficha-*.html")]
    found = [slug for card in cards for slug in re.findall('data-practice="([^"]+)"', card)]
    sheets = [
        file.stem for file in root.glob("practices/*/*.md") if not file.parent.name.startswith("_")
    ]
    assert sorted(found) == sorted(sheets)


def test_every_sheet_and_event_has_its_page_and_no_page_is_left_over(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, slugs in {
        "practicas": {practice.slug for practice in catalog.practices},
        "intercambios": {event.slug for event in catalog.events},
    }.items():
        published = {a.split("/")[1] for a in pages if re.fullmatch(f"{folder}/[^/]+/", a)}
        assert published == slugs


# In the browser


@pytest.fixture(scope="session")
def kinds(catalog: Catalog) -> dict[str, str]:
    """The address of one page of each kind: the one that has most in it."""
    practice = max(
        catalog.practices,
        key=lambda p: (bool(p.awards) + bool(p.contacts) + (p.slug in catalog.presentations),
                       len(p.figures)),
    )  # fmt: skip
    event = max(catalog.events, key=lambda e: len(e.presentations))
    used = {p.region for p in catalog.practices}
    unused = next(region for region in catalog.taxonomies.regions if region not in used)
    return {
        "home": "",
        "explorer": "practicas/",
        "practice": f"practicas/{practice.slug}/",
        "events": "intercambios/",
        "event": f"intercambios/{event.slug}/",
        "listing": f"temas/{practice.topics[0]}/",
        "empty listing": f"regiones/{unused}/",
        "listing index": "temas/",
        "ruta": "ruta/",
        "comunidad": "comunidad/",
        "contribuir": "contribuir/",
        "acerca": "acerca/",
        "404": "no-existe/",
    }


@pytest.fixture
def visit(
    open_page: Callable[..., Page], kinds: dict[str, str], complaints: list[str]
) -> Callable[..., Page]:
    """Opens the page of a kind on a screen of a width, and waits until it is complete."""

    def open_kind(kind: str, width: int, **options: object) -> Page:
        page = open_page(viewport={"width": width, "height": 800}, **options)
        response = page.goto(kinds[kind])
        if kind == "404":
            _expect_not_found(response, complaints)
        if kind == "explorer" and options.get("java_script_enabled", True):
            page.locator("[data-practice]").first.wait_for()
        return page

    return open_kind


def _expect_not_found(response: Response | None, complaints: list[str]) -> None:
    """The page says that it is not there: that is no complaint."""
    assert response is not None
    assert response.status == 404
    expected = [said for said in complaints if "404" in said]
    assert expected
    for said in expected:
        complaints.remove(said)


def _unfold(page: Page) -> None:
    """Open whatever is folded in the page's content."""
    for fold in page.locator("#contenido details").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_without_complaint_and_fits_the_screen(
    visit: Callable[..., Page], kind: str, width: int
) -> None:
    page = visit(kind, width)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    style = "getComputedStyle(document.querySelector('.site-header')).backgroundColor"
    assert page.evaluate(style) != "rgba(0, 0, 0, 0)", "without its styles"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_barrier_that_axe_knows(
    visit: Callable[..., Page], kind: str, width: int
) -> None:
    page = visit(kind, width)
    _unfold(page)
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()


def test_the_phone_s_open_panels_have_no_barrier_that_axe_knows(
    visit: Callable[..., Page],
) -> None:
    page = visit("explorer", 360)
    page.get_by_role("button", name=re.compile("^Filtros")).click()
    expect(page.locator("[data-panel]")).to_be_visible()
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()

    page = visit("home", 360)
    page.get_by_text("Menú").click()
    expect(page.get_by_role("navigation", name="Principal")).to_be_visible()
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("kind", ["listing", "event", "practice"])
def test_without_javascript_a_page_can_be_read(
    visit: Callable[..., Page], kind: str, catalog: Catalog
) -> None:
    page = visit(kind, 360, java_script_enabled=False)
    links = page.locator("#contenido a[href*='practicas/']")
    titles = {practice.title for practice in catalog.practices}
    assert titles & {_plain(text) for text in links.all_inner_texts()}
    _unfold(page)
    for folded in page.locator("#contenido .prose").all():
        expect(folded).to_be_visible()


@pytest.mark.parametrize("folder", ["regiones", "temas", "estadios"])
def test_without_javascript_practices_are_reached_from_the_explorer_by_listing(
    visit: Callable[..., Page], catalog: Catalog, folder: str
) -> None:
    page = visit("explorer", 360, java_script_enabled=False)
    page.locator(f"#contenido a[href$='{folder}/']").click()
    expect(page).to_have_url(re.compile(f"/catalogo/{folder}/$"))
    for of_folder, value, practices in _listed(catalog):
        if of_folder == folder and practices:
            page.locator(f"#contenido a[href$='{folder}/{value}/']").click()
            shown = page.locator("[data-practice]")
            expect(shown).to_have_count(len(practices))
            expect(shown.first).to_be_visible()
            shown.first.get_by_role("link").click()
            expect(page).to_have_url(re.compile("/catalogo/practicas/[^/]+/$"))
            return


def test_without_javascript_the_explorer_offers_no_filter_that_does_nothing(
    visit: Callable[..., Page],
) -> None:
    page = visit("explorer", 360, java_script_enabled=False)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Prácticas por intercambio")).to_be_visible()


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_the_phone_s_menu_opens_and_leads_to_every_part(
    visit: Callable[..., Page], java_script_enabled: bool
) -> None:
    page = visit("practice", 360, java_script_enabled=java_script_enabled)
    menu = page.get_by_role("navigation", name="Principal")
    expect(menu).to_be_hidden()
    page.get_by_text("Menú", exact=True).click()
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link")).to_have_count(6)
    menu.get_by_role("link", name="Intercambios").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Intercambios")


def test_on_a_wide_screen_the_menu_stands_open(visit: Callable[..., Page]) -> None:
    page = visit("practice", 1280)
    expect(page.get_by_role("navigation", name="Principal")).to_be_visible()
    expect(page.get_by_role("link", name="Intercambios").first).to_be_visible()
    expect(page.get_by_text("Menú", exact=True)).to_be_hidden()


@pytest.mark.parametrize("address", ["no-existe/", "practicas/no-existe/", "a/b/c.html", "x"])
def test_a_page_that_is_not_there_leads_back_from_any_depth(
    page: Page, complaints: list[str], address: str
) -> None:
    _expect_not_found(page.goto(address), complaints)
    expect(page.get_by_role("heading", level=1)).to_have_text("Esta página no está aquí")
    own = page.evaluate(
        "[...document.querySelectorAll('a[href], link[href], form[action]')]"
        ".map((e) => e.href || e.action).filter((url) => url.startsWith(location.origin))"
    )
    elsewhere = {url for url in own if "#" not in url}
    assert elsewhere
    for url in sorted(elsewhere):
        assert page.request.get(url).status == 200, url
    page.get_by_label("¿Qué estaba buscando?").fill("lectura")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/catalogo/practicas/\?q=lectura$"))
    expect(page.locator("[data-practice]").first).to_be_visible()


def test_the_first_page_s_search_is_answered_by_the_explorer(
    visit: Callable[..., Page], catalog: Catalog
) -> None:
    title = catalog.practices[0].title
    page = visit("home", 360)
    page.get_by_label("¿Qué problema quiere resolver?").fill(title)
    page.get_by_role("button", name="Buscar").click()
    expect(page).to_have_url(re.compile(r"/catalogo/practicas/\?q="))
    expect(page.get_by_label("¿Qué problema quiere resolver?")).to_have_value(title)
    first = page.locator("[data-practice]").first
    expect(first).to_have_attribute("data-practice", catalog.practices[0].slug)


def test_a_listing_leads_to_the_explorer_with_its_filter_ticked(
    visit: Callable[..., Page],
) -> None:
    page = visit("listing", 1280)
    listed = page.locator("[data-practice]").count()
    page.get_by_role("link", name="Combinar con otros filtros").click()
    expect(page.locator("[data-result-count]")).to_have_text(str(listed))
    expect(page.locator("[data-facet='tema'] input:checked")).to_have_count(1)


def test_the_skip_link_is_the_first_stop_of_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("practice", 1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ir al contenido")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenido$"))


def test_going_to_a_section_of_a_practice_brings_it_into_view(visit: Callable[..., Page]) -> None:
    page = visit("practice", 360)
    contents = page.get_by_role("navigation", name="En esta página")
    contents.get_by_role("link", name="Fuentes").click()
    expect(page.get_by_role("heading", name="Fuentes", exact=True)).to_be_in_viewport()
