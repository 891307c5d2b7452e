"""What fits the reader, in a browser: the practices, their order and the reasons."""

from __future__ import annotations

import re
from itertools import combinations
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog.model import Catalog, Practice
from tests.site.choosing import HOSTILE, plain


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
    word = max(plain(sample.title).split(), key=len).strip(".,:;")
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
