"""Choosing, in a browser: practices side by side, the folder, and what fits the reader."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from catalog.model import Catalog, Practice

WIDTHS = (360, 1280)
HOSTILE = '"><img src=x onerror=alert(1)>'
UNKNOWN = "no-existe"
ROWS = (
    "Institución y región",
    "Nivel, y desde cuándo",
    "Problema",
    "Estrategia",
    "Cifras",
    "Estadio, y qué lo sustenta",
    "Para replicarla",
    "Contactos",
)


@pytest.fixture(scope="session")
def slugs(catalog: Catalog) -> list[str]:
    return [practice.slug for practice in catalog.practices]


def _address(page: str, slugs: Iterable[str]) -> str:
    return f"{page}/?{urlencode([('practica', slug) for slug in slugs])}"


def _asked(url: str) -> list[str]:
    return parse_qs(urlsplit(url).query).get("practica", [])


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _expect_no_barrier(page: Page) -> None:
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _forget_404(complaints: list[str]) -> None:
    """A practice that does not exist is asked for, and is not there: that is no complaint."""
    complaints[:] = [said for said in complaints if "404" not in said]


# Comparing


def _compare(page: Page, slugs: Iterable[str]) -> Page:
    page.goto(_address("comparar", slugs))
    expect(page.get_by_role("table")).to_be_visible()
    return page


def _columns(page: Page) -> list[str]:
    """The practices that stand side by side."""
    heads = page.locator("thead th a").all()
    return [str(head.get_attribute("href")).rstrip("/").rsplit("/", 1)[1] for head in heads]


def _cell(page: Page, row: str, column: int) -> Locator:
    rows = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row, exact=True))
    return rows.get_by_role("cell").nth(column)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_the_address_alone_puts_practices_side_by_side(
    page: Page, catalog: Catalog, slugs: list[str], count: int
) -> None:
    _compare(page, slugs[:count])
    assert _columns(page) == slugs[:count]
    for practice in catalog.practices[:count]:
        assert practice.title in page.title()
    assert page.get_by_role("rowheader").all_inner_texts() == list(ROWS)
    expect(page.get_by_role("columnheader")).to_have_count(count)


def test_a_column_says_what_its_practice_s_page_says(page: Page, catalog: Catalog) -> None:
    compared = catalog.practices[:4]
    _compare(page, [practice.slug for practice in compared])
    terms = catalog.taxonomies
    for at, practice in enumerate(compared):
        said = {row: _plain(_cell(page, row, at).text_content()) for row in ROWS}
        assert terms.regions[practice.region].label in said["Institución y región"]
        assert _plain(practice.institutions[0]) in said["Institución y región"]
        for name, row in (("problema", "Problema"), ("estrategia", "Estrategia")):
            section = practice.section(name)
            assert section is not None
            first_words = _plain(section.text).split()[:8]
            assert " ".join(first_words) in said[row]
            assert _plain(section.text).split()[-1] in said[row]
        for figure in practice.figures:
            assert _plain(figure.detail) in said["Cifras"]
        assert terms.stages[practice.stage].label in said["Estadio, y qué lo sustenta"]
        missing = _cell(page, "Estadio, y qué lo sustenta", at).locator(".checklist__item--missing")
        assert all("Falta" in text for text in missing.all_text_contents())
        for contact in practice.contacts:
            assert contact.mail in said["Contactos"]


def test_what_the_expert_recommends_is_told_with_the_expert_s_name(
    page: Page, catalog: Catalog
) -> None:
    practice, presentation = next(
        (practice, presentation)
        for practice in catalog.practices
        for _, presentation in catalog.presentations.get(practice.slug, [])
        if presentation.expert and any(s.id == "recomendaciones" for s in presentation.sections)
    )
    _compare(page, [practice.slug])
    assert presentation.expert is not None
    expect(_cell(page, "Para replicarla", 0)).to_contain_text(presentation.expert.name)


def test_of_five_practices_the_first_four_are_compared_and_it_is_told(
    page: Page, slugs: list[str]
) -> None:
    _compare(page, slugs[:5])
    assert _columns(page) == slugs[:4]
    expect(page.get_by_text("Se comparan hasta 4 prácticas")).to_be_visible()
    expect(page.get_by_role("link", name="Añadir otra")).to_be_hidden()


def test_a_practice_that_does_not_exist_is_told_in_its_column(
    page: Page, slugs: list[str], complaints: list[str]
) -> None:
    _compare(page, [slugs[0], UNKNOWN])
    head = page.get_by_role("columnheader").nth(1)
    expect(head).to_contain_text(f"No hay ninguna práctica «{UNKNOWN}»")
    head.get_by_role("button", name="Quitar").click()
    expect(page.get_by_role("columnheader")).to_have_count(1)
    _forget_404(complaints)


@pytest.mark.parametrize(
    "hostile", [HOSTILE, "../../acerca", "javascript:alert(1)", "a/b", "%2e%2e"]
)
def test_hostile_text_in_the_address_is_never_asked_for_nor_shown(
    page: Page, slugs: list[str], hostile: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    _compare(page, [slugs[0], hostile])
    assert _columns(page) == [slugs[0]]
    expect(page.get_by_text("se dejó de lado")).to_be_visible()
    assert not [url for url in asked if hostile in url and "/comparar/" not in url]
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert hostile not in page.locator("#contenido").inner_html()


def test_a_column_is_taken_away_and_back_brings_it_again(page: Page, slugs: list[str]) -> None:
    _compare(page, slugs[:3])
    page.get_by_role("columnheader").nth(1).get_by_role("button").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert _asked(page.url) == [slugs[0], slugs[2]]
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_a_column_can_be_added_from_the_explorer_or_the_folder(
    page: Page, catalog: Catalog, slugs: list[str]
) -> None:
    _keep(page, catalog.practices[3:4])
    _compare(page, slugs[:1])
    page.get_by_text("Añadir una de mi carpeta").click()
    page.get_by_role("button", name=catalog.practices[3].title).click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert _asked(page.url) == [slugs[0], slugs[3]]
    assert page.get_by_role("link", name="Añadir otra").get_attribute("href") == "../practicas/"
    # The bar knows them: what is chosen next is added to these.
    page.goto(f"practicas/{slugs[5]}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    page.get_by_role("link", name="Comparar 3 prácticas").click()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_long_texts_unfold(page: Page, slugs: list[str]) -> None:
    _compare(page, slugs[:2])
    fold = _cell(page, "Estrategia", 0)
    whole = fold.locator("details > :not(summary)")
    expect(whole).to_be_hidden()
    fold.get_by_text("Ver todo").click()
    expect(whole).to_be_visible()
    expect(fold.locator(".shortened__start")).to_be_hidden()


def test_a_comparison_is_sent_by_its_address(
    open_page: Callable[..., Page], catalog: Catalog, slugs: list[str]
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    _compare(page, slugs[:2])
    page.get_by_role("button", name="Copiar el enlace").click()
    expect(page.get_by_text("Enlace copiado.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    link = page.get_by_role("link", name="Enviar por WhatsApp").get_attribute("href") or ""
    text = parse_qs(urlsplit(link).query)["text"][0]
    assert urlsplit(link).netloc == "wa.me"
    assert page.url in text
    assert catalog.practices[1].title in text


def test_without_practices_the_page_says_how_to_choose(page: Page) -> None:
    page.goto("comparar/")
    expect(page.get_by_role("heading", name="Cómo elegir")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)


def test_what_could_not_be_fetched_can_be_fetched_again(
    page: Page, slugs: list[str], complaints: list[str]
) -> None:
    address = re.compile(f"practicas/{slugs[1]}/$")
    page.route(address, lambda route: route.abort())
    _compare(page, slugs[:2])
    expect(page.get_by_role("columnheader").nth(1)).to_contain_text("No se pudo cargar")
    page.unroute(address)
    page.get_by_role("button", name="Volver a intentar").click()
    expect(page.locator("thead th a")).to_have_count(2)
    complaints[:] = [said for said in complaints if "ERR_FAILED" not in said]


# The folder


def _keep(page: Page, practices: Iterable[Practice]) -> None:
    for practice in practices:
        page.goto(f"practicas/{practice.slug}/")
        page.locator(".practice-head").get_by_role("button", name="Guardar").click()


def _kept(page: Page) -> list[str]:
    return page.locator("[data-list] > li").evaluate_all("all => all.map((li) => li.dataset.slug)")


def test_what_is_kept_is_in_the_folder_on_every_visit(page: Page, catalog: Catalog) -> None:
    practices = catalog.practices[:3]
    _keep(page, practices)
    button = page.locator(".practice-head").get_by_role("button", name="Guardada")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto("")
    link = page.get_by_role("link", name=re.compile("Mi carpeta"))
    expect(link).to_have_text(re.compile(r"\(3\)"))
    link.click()
    page.reload()
    assert _kept(page) == [practice.slug for practice in practices]
    for at, practice in enumerate(practices):
        item = page.locator("[data-list] > li").nth(at)
        expect(item.get_by_role("link", name=practice.title)).to_be_visible()
        expect(item).to_contain_text(catalog.taxonomies.regions[practice.region].label)
        expect(item).to_contain_text(catalog.taxonomies.stages[practice.stage].label)
        expect(item).to_contain_text(_plain(practice.summary)[:40])


def test_what_is_taken_out_or_emptied_can_be_put_back(page: Page, catalog: Catalog) -> None:
    practices = catalog.practices[:3]
    before = [practice.slug for practice in practices]
    _keep(page, practices)
    page.goto("carpeta/")
    page.get_by_role("button", name=f"Quitar: {practices[1].title}").click()
    assert _kept(page) == [before[0], before[2]]
    expect(page.get_by_role("button", name="Deshacer")).to_be_focused()
    page.keyboard.press("Enter")
    assert _kept(page) == before
    page.get_by_role("button", name="Vaciar").click()
    expect(page.get_by_text("Aún no guardó ninguna.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('carpeta')") == "[]"
    page.get_by_role("button", name="Deshacer").click()
    assert _kept(page) == before
    page.reload()
    assert _kept(page) == before


def test_a_folder_follows_what_another_tab_keeps(page: Page, catalog: Catalog) -> None:
    page.goto("carpeta/")
    expect(page.get_by_text("Aún no guardó ninguna.")).to_be_visible()
    _keep(other := page.context.new_page(), catalog.practices[:1])
    expect(page.locator("[data-list] > li")).to_have_count(1)
    other.close()


def test_a_list_that_was_sent_is_shown_and_kept(
    open_page: Callable[..., Page], catalog: Catalog, slugs: list[str]
) -> None:
    page = open_page()
    _keep(page, catalog.practices[2:3])
    page.goto(_address("carpeta", [*slugs[:3], HOSTILE]))
    expect(page.get_by_role("heading", level=1)).to_have_text("Una lista de prácticas para usted")
    assert _kept(page) == slugs[:3]
    assert json.loads(page.evaluate("localStorage.getItem('carpeta')"))[0]["slug"] == slugs[2]
    page.get_by_role("button", name="Guardar en mi carpeta").click()
    expect(page.get_by_text("Se guardaron 2 prácticas en su carpeta.")).to_be_visible()
    page.goto("carpeta/")
    assert _kept(page) == [slugs[2], slugs[0], slugs[1]]
    expect(page.get_by_role("link", name=catalog.practices[0].title)).to_be_visible()


def test_a_folder_is_sent_with_the_addresses_of_its_practices(
    open_page: Callable[..., Page], catalog: Catalog, server: str
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    practices = catalog.practices[:2]
    _keep(page, practices)
    page.goto("carpeta/")
    page.get_by_role("button", name="Copiar la lista").click()
    expect(page.get_by_text("Lista copiada")).to_be_visible()
    whatsapp = page.get_by_role("link", name="Enviar por WhatsApp").get_attribute("href") or ""
    mail = page.get_by_role("link", name="Enviar por correo").get_attribute("href") or ""
    texts = [
        page.evaluate("navigator.clipboard.readText()"),
        parse_qs(urlsplit(whatsapp).query)["text"][0],
        parse_qs(urlsplit(mail).query)["body"][0],
    ]
    for text in texts:
        for number, practice in enumerate(practices, start=1):
            assert f"{number}. {practice.title}" in text
            assert f"{server}practicas/{practice.slug}/" in text
        assert f"{server}{_address('carpeta', [p.slug for p in practices])}" in text


def test_a_folder_of_up_to_four_is_compared_at_once(page: Page, catalog: Catalog) -> None:
    _keep(page, catalog.practices[:4])
    page.goto("carpeta/")
    page.get_by_role("link", name="Comparar las 4").click()
    expect(page.get_by_role("columnheader")).to_have_count(4)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "null",
        "7",
        '"x"',
        "[1, null, {}]",
        '[{"slug": "../x"}]',
        '[{"slug": 5, "title": 1}]',
    ],
)
def test_whatever_the_storage_holds_the_folder_opens(
    page: Page, catalog: Catalog, value: str
) -> None:
    page.add_init_script(
        f"if (!sessionStorage.getItem('spoilt')) {{ sessionStorage.setItem('spoilt', 1);"
        f" localStorage.setItem('carpeta', {json.dumps(value)});"
        f" sessionStorage.setItem('comparar', {json.dumps(value)}); }}"
    )
    page.goto("carpeta/")
    expect(page.get_by_text("Aún no guardó ninguna.")).to_be_visible()
    _keep(page, catalog.practices[:1])
    page.goto("carpeta/")
    assert _kept(page) == [catalog.practices[0].slug]


@pytest.mark.parametrize(
    "spoil",
    [
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }",
    ],
    ids=["forbidden", "full"],
)
def test_a_browser_that_keeps_nothing_is_told_so_and_the_page_works(
    page: Page, slugs: list[str], spoil: str
) -> None:
    page.add_init_script(spoil)
    page.goto(f"practicas/{slugs[0]}/")
    button = page.locator(".practice-head").get_by_role("button", name="Guardar")
    button.click()
    expect(page.locator(".choose-bar")).to_contain_text("Este navegador no lo permite.")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto(_address("carpeta", slugs[:2]))
    assert _kept(page) == slugs[:2]
    _compare(page, slugs[:2])
    assert _columns(page) == slugs[:2]


def test_the_folder_says_that_it_stays_in_the_browser_and_so_it_does(
    page: Page, catalog: Catalog
) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    _keep(page, catalog.practices[:2])
    page.goto("carpeta/")
    expect(page.get_by_text("se guarda solo en este navegador")).to_be_visible()
    expect(page.locator("[data-list] .stage")).to_have_count(2)
    assert all(line.startswith("GET ") and "?" not in line for line in sent)


# The buttons of a practice


def test_the_buttons_of_a_card_choose_and_the_rest_of_it_opens_the_practice(
    page: Page, catalog: Catalog
) -> None:
    topic = catalog.practices[0].topics[0]
    page.goto(f"temas/{topic}/")
    card = page.locator(".card[data-practice]").first
    slug = card.get_attribute("data-practice")
    card.get_by_role("button", name="Guardar").click()
    expect(card.get_by_role("button", name="Guardada")).to_have_attribute("aria-pressed", "true")
    card.get_by_role("button", name="Comparar").click()
    expect(card.get_by_role("button", name="Comparar")).to_have_attribute("aria-pressed", "true")
    assert "/temas/" in page.url
    card.get_by_role("button", name="Comparar").click()
    expect(card.get_by_role("button", name="Comparar")).to_have_attribute("aria-pressed", "false")
    card.click(position={"x": 40, "y": 60})
    expect(page).to_have_url(re.compile(f"/practicas/{slug}/$"))


@pytest.mark.parametrize("address", ["", "temas/{topic}/", "practicas/{slug}/"])
def test_every_card_has_its_buttons_once(page: Page, catalog: Catalog, address: str) -> None:
    practice = catalog.practices[0]
    page.goto(address.format(topic=practice.topics[0], slug=practice.slug))
    cards = page.locator(".card[data-practice]")
    expect(cards.first.get_by_role("button")).to_have_count(2)
    page.evaluate(
        """async () => {
          const { decorateCards } = await import(new URL("assets/catalogo/choose.js",
            document.querySelector("script[src$='page.js']").src.replace(/assets.*/, "")));
          decorateCards(document);
          decorateCards(document);
        }"""
    )
    for card in cards.all():
        expect(card.get_by_role("button")).to_have_count(2)


def test_four_can_be_chosen_to_compare_and_a_fifth_is_refused_in_words(
    page: Page, catalog: Catalog
) -> None:
    for at, practice in enumerate(catalog.practices[:5]):
        page.goto(f"practicas/{practice.slug}/")
        page.locator(".practice-head").get_by_role("button", name="Comparar").click()
        count = min(at + 1, 4)
        link = page.get_by_role("link", name=f"Comparar {count} prácticas")
        expect(link).to_be_visible() if count > 1 else expect(link).to_have_count(0)
    expect(page.locator(".choose-bar")).to_contain_text("Ya eligió 4: quite una")
    pressed = page.locator(".practice-head").get_by_role("button", name="Comparar")
    expect(pressed).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="Comparar 4 prácticas").click()
    assert _asked(page.url) == [practice.slug for practice in catalog.practices[:4]]
    expect(page.locator(".choose-bar")).to_be_hidden()


def test_what_was_chosen_to_compare_is_dropped_by_one_button(page: Page, catalog: Catalog) -> None:
    page.goto(f"practicas/{catalog.practices[0].slug}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    page.get_by_role("button", name="Quitar lo elegido").click()
    expect(page.locator(".choose-bar")).to_be_hidden()
    button = page.locator(".practice-head").get_by_role("button", name="Comparar")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()


def test_the_keyboard_alone_keeps_a_practice(page: Page, catalog: Catalog) -> None:
    page.goto(f"temas/{catalog.practices[0].topics[0]}/")
    link = page.locator(".card__title a").first
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".choice--keep").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".choice--keep").first).to_be_focused()


def test_on_a_phone_the_buttons_are_as_large_as_a_finger(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(f"practicas/{slugs[0]}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    for target in page.locator(".choice, .choose-bar :is(a, button), .folder-link").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
        assert box["width"] >= 44, target.inner_text()


def test_without_javascript_nothing_offers_what_it_cannot_do(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"practicas/{slugs[0]}/")
    expect(page.get_by_role("button", name=re.compile("Guardar|Comparar"))).to_have_count(0)
    expect(page.get_by_role("link", name="Mi carpeta")).to_be_hidden()
    for address in ("comparar/", "carpeta/", "para-mi/"):
        page.goto(address)
        assert "JavaScript" in page.locator("noscript").inner_html()
        expect(page.get_by_role("button")).to_have_count(0)


def test_what_every_page_loads_is_small(site: Path) -> None:
    folder = site / "assets" / "catalogo"
    names = ("page.js", "choose.js", "lists.js", "element.js")
    assert len(gzip.compress(b"\n".join((folder / name).read_bytes() for name in names))) <= 2_150


# What fits the reader


def _fits(page: Page) -> list[str]:
    expect(page.locator("[data-fits] [data-status]")).to_have_text(re.compile(" práctica"))
    cards = page.locator("[data-fits] .card[data-practice]")
    return cards.evaluate_all("all => all.map((card) => card.dataset.practice)")


def _reasons(page: Page, slug: str) -> Locator:
    fit = page.locator(".fit").filter(has=page.locator(f"[data-practice='{slug}']"))
    return fit.locator(".fit__reasons")


@pytest.fixture(scope="session")
def sample(catalog: Catalog) -> Practice:
    """A practice that has everything that one can ask for."""
    return next(
        practice
        for practice in catalog.practices
        if practice.levels and any("UGEL" in name for name in practice.institutions)
    )


def test_the_address_alone_tells_what_fits_and_why(
    page: Page, catalog: Catalog, sample: Practice
) -> None:
    terms = catalog.taxonomies
    word = max(_plain(sample.title).split(), key=len).strip(".,:;")
    asked = {
        "q": word,
        "tema": sample.topics[0],
        "region": sample.region,
        "institucion": "ugel",
        "nivel": sample.levels[0],
    }
    page.goto(f"para-mi/?{urlencode(asked)}")
    assert _fits(page)[0] == sample.slug
    said = _reasons(page, sample.slug)
    for reason in (
        f"Habla de «{word}»",
        f"Es del tema que eligió: {terms.topics[sample.topics[0]].label}",
        f"Es de su región: {terms.regions[sample.region].label}",
        "La impulsó una institución como la suya: UGEL",
        f"Trabaja con {terms.levels[sample.levels[0]].label}",
    ):
        expect(said.locator(".fit__yes").filter(has_text=reason)).to_have_count(1)


def test_the_form_asks_the_same_as_the_address(page: Page, sample: Practice) -> None:
    page.goto("para-mi/")
    page.get_by_label("En sus palabras").fill("estudiantes")
    page.locator("select[name=region]").select_option(sample.region)
    page.get_by_label("Nivel o modalidad").select_option(sample.levels[0])
    page.get_by_role("button", name="Ver qué me sirve").click()
    shown = _fits(page)
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {
        "q": ["estudiantes"], "region": [sample.region], "nivel": [sample.levels[0]]
    }  # fmt: skip
    page.reload()
    assert _fits(page) == shown
    expect(page.locator("select[name=region]")).to_have_value(sample.region)
    page.locator("select[name=region]").select_option("")
    expect(page).not_to_have_url(re.compile("region="))
    page.go_back()
    expect(page.locator("select[name=region]")).to_have_value(sample.region)


def test_a_practice_of_the_same_macroregion_is_told_so(page: Page, catalog: Catalog) -> None:
    regions = catalog.taxonomies.regions
    one, other = next(
        (one, other)
        for one, other in combinations(catalog.practices, 2)
        if one.region != other.region
        and regions[one.region].parent
        and regions[one.region].parent == regions[other.region].parent
    )
    page.goto(f"para-mi/?{urlencode({'q': other.title, 'region': one.region})}")
    assert other.slug in _fits(page)
    expect(_reasons(page, other.slug)).to_contain_text(
        f"Es de otra región, pero de su macrorregión: {regions[other.region].label}"
    )


def test_what_a_practice_does_not_have_is_told_too(page: Page, catalog: Catalog) -> None:
    practice = next(p for p in catalog.practices if p.levels)
    regions = catalog.taxonomies.regions
    elsewhere = next(r for r in regions if not regions[r].parent and r != practice.region)
    level = next(one for one in catalog.taxonomies.levels if one not in practice.levels)
    asked = {"q": practice.title, "region": elsewhere, "nivel": level}
    page.goto(f"para-mi/?{urlencode(asked)}")
    assert practice.slug in _fits(page)
    against = _reasons(page, practice.slug).locator(".fit__no")
    expect(against.filter(has_text="Es de otra región")).to_have_count(1)
    expect(against.filter(has_text="Trabaja con otro nivel")).to_have_count(1)


def test_a_practice_that_has_nothing_to_do_with_the_problem_is_not_shown(
    page: Page, catalog: Catalog
) -> None:
    topic = catalog.practices[0].topics[0]
    wanted = {p.slug for p in catalog.practices if topic in p.topics}
    others = [p for p in catalog.practices if topic not in p.topics]
    page.goto(f"para-mi/?{urlencode({'tema': topic, 'region': others[0].region})}")
    assert set(_fits(page)) == wanted


def test_without_a_problem_the_place_alone_orders_and_it_is_told(
    page: Page, catalog: Catalog
) -> None:
    region = catalog.practices[0].region
    page.goto(f"para-mi/?region={region}")
    shown = _fits(page)
    of_region = {p.slug for p in catalog.practices if p.region == region}
    assert set(shown[: len(of_region)]) == of_region
    expect(page.get_by_text("No dijo qué problema tiene")).to_be_visible()


def test_nothing_found_is_no_dead_end(page: Page, catalog: Catalog) -> None:
    region = catalog.practices[0].region
    page.goto(f"para-mi/?q=desoxirribonucleico&region={region}")
    expect(page.get_by_text("Ninguna práctica habla de ese problema todavía.")).to_be_visible()
    expect(page.locator("[data-fits] .card")).to_have_count(0)
    help_ = page.locator("[data-help]")
    expect(help_.get_by_role("link")).to_have_count(3)
    help_.get_by_role("link", name=catalog.taxonomies.regions[region].label).click()
    expect(page).to_have_url(re.compile(rf"/practicas/\?region={region}$"))


def test_values_that_do_not_exist_and_hostile_text_do_no_harm(page: Page) -> None:
    page.goto(f"para-mi/?region=%3Cimg%3E&nivel=x&tema=../x&q={quote('lectura ' + HOSTILE)}")
    _fits(page)
    expect(page.locator("img[src=x]")).to_have_count(0)
    expect(page.locator("select[name=region]")).to_have_value("")


def test_the_answer_leads_to_the_explorer_with_the_same_problem(page: Page) -> None:
    page.goto("para-mi/?q=lectura&region=ica")
    _fits(page)
    link = page.get_by_role("link", name="Ver en el buscador").get_attribute("href") or ""
    # The region only weighs here, and would leave out there.
    assert link.endswith("practicas/?q=lectura")


def test_the_rule_is_stated_where_it_is_applied(page: Page) -> None:
    page.goto("para-mi/?q=lectura")
    _fits(page)
    page.get_by_text("Cómo ordenamos").click()
    expect(page.get_by_text("El problema pesa más que todo lo demás junto")).to_be_visible()


def test_the_rule_by_itself(page: Page) -> None:
    """`fit.js` over practices made up for it: the problem first, the place between equals."""
    page.goto("para-mi/")
    told = page.evaluate(
        """async () => {
          const address = new URL("../assets/catalogo/fit.js", location.href);
          const { POINTS, fittest, points } = await import(address);
          const asked = { region: "ica", macroregion: "centro", institution: "ugel",
                          level: "primaria", topic: "lectura", words: ["leer", "rural"] };
          const base = { said: ["leer", "rural"], share: 1, relevance: 1, region: "puno",
                         macroregions: [], institutions: [], levels: [], topics: [], stage: 0 };
          const all = [
            { ...base, document: 0 },
            { ...base, document: 1, region: "ica" },
            { ...base, document: 2, macroregions: ["centro"] },
            { ...base, document: 3, levels: ["primaria"], institutions: ["ugel"] },
            { ...base, document: 4, said: [], share: 0, relevance: 0, region: "ica",
              levels: ["primaria"], institutions: ["ugel"], stage: 1 },
            { ...base, document: 5, topics: ["lectura"] },
            { ...base, document: 6, said: [], share: 0, relevance: 0, topics: ["lectura"] },
          ];
          const best = { ...base, region: "ica", levels: ["primaria"], institutions: ["ugel"],
                         topics: ["lectura"], stage: 1 };
          const { words, relevance, topic, region, level, institution, stage } = POINTS;
          return {
            order: fittest(all, asked).map((one) => one.document),
            most: points(best, asked),
            problem: words + relevance + topic,
            rest: region + level + institution + stage,
          };
        }"""
    )
    assert told["order"] == [5, 3, 1, 2, 0, 6]
    assert told["most"] == 100
    assert told["problem"] > told["rest"]


def test_the_first_page_leads_to_the_questions(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Responda tres preguntas").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Qué práctica me sirve?")


# All of them


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["none", "some"])
@pytest.mark.parametrize("place", ["comparar", "carpeta", "para-mi"])
def test_a_page_has_no_barrier_that_axe_knows(
    open_page: Callable[..., Page], slugs: list[str], place: str, kind: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    asked = {"none": "", "some": "?q=lectura&region=ica&tema=lectura"}[kind]
    if place != "para-mi" and kind == "some":
        asked = f"?{urlencode([('practica', slug) for slug in slugs[:4]])}"
    page.goto(f"{place}/{asked}")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('#contenido details').forEach((d) => (d.open = true))")
    _expect_no_barrier(page)


def test_the_bar_has_no_barrier_that_axe_knows(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(viewport={"width": 360, "height": 800})
    for slug in slugs[:2]:
        page.goto(f"practicas/{slug}/")
        page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    expect(page.get_by_role("link", name="Comparar 2 prácticas")).to_be_visible()
    _expect_no_barrier(page)
