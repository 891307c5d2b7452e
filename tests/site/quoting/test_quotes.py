"""A button of a result quotes the sentences with the words of the query that its card lacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from catalog.text.terms import terms
from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier
from tests.site.support.browser_contexts import expect_complaints
from tests.site.support.built_page import plain
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.hostile_markup import HOSTILE_MARKUP
from tests.site.support.slow_network import refused_answers

BODY = 3


@pytest.fixture(scope="session")
def hidden(expected: Expected) -> tuple[str, str]:
    """A word that a single practice has, and only in its sections, and the practice's slug."""
    index, _ = expected.whole
    for word, slugs in expected.slugs_by_word.items():
        spoken = [index.postings[term] for term in expected.concepts.terms([word])]
        in_other_fields = any(any(postings[:BODY]) for postings in spoken)
        if len(slugs) == 1 and len(spoken) == 1 and not in_other_fields:
            return word, next(iter(slugs))
    raise AssertionError("every word is in some card")


def _button(within: Page | Locator) -> Locator:
    return within.get_by_role("button", name=re.compile("^Ver dónde"))


def _place(button: Locator) -> Locator:
    return button.page.locator(f"#{button.get_attribute('aria-controls')}")


def _marked_by(explorer: Explorer) -> str:
    """The query in the link of the first result, whose words its page marks."""
    href = explorer.cards.first.get_by_role("link").first.get_attribute("href") or ""
    return parse_qs(urlsplit(href).query)["q"][0]


def _text_of(expected: Expected, slug: str) -> str:
    return plain(" ".join(section.text for section in expected.catalog.by_slug[slug].sections))


@pytest.mark.parametrize("query", ["asistencia", "lectura", "gestión", "encuentro", "2025"])
def test_only_a_result_that_shows_no_word_of_the_query_has_a_button(
    explorer: Explorer, query: str
) -> None:
    explorer.open(query)
    found = explorer.page.locator("[data-results] .card, [data-others] li")
    assert found.count()
    for result in found.all():
        assert (result.locator("mark").count() == 0) == (_button(result).count() == 1)
    explorer.ask("")
    expect(_button(explorer.page)).to_have_count(0)


def test_the_button_quotes_a_sentence_and_links_to_its_section(
    explorer: Explorer, expected: Expected, hidden: tuple[str, str]
) -> None:
    word, slug = hidden
    fetched: list[str] = []
    explorer.page.on("request", lambda request: fetched.append(request.url))
    explorer.open(word)
    button = _button(explorer.cards)
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not [url for url in fetched if "quotes.js" in url or slug in url]
    button.click()
    place = _place(button)
    expect(place).to_have_attribute("role", "status")
    expect(button).to_have_attribute("aria-expanded", "true")
    quote = place.get_by_role("blockquote").first
    assert set(terms(quote.locator("mark").first.inner_text())) == set(terms(word))
    assert plain(quote.text_content()).rstrip(".") in _text_of(expected, slug)
    assert 1 <= place.get_by_role("blockquote").count() <= 2
    link = place.get_by_role("link").first
    sections = {section.title: section.id for section in expected.catalog.by_slug[slug].sections}
    section = sections[link.inner_text()]
    address = urlsplit(link.get_attribute("href") or "")
    assert address.path.endswith(f"/practicas/{slug}/")
    assert parse_qs(address.query)["q"] == [_marked_by(explorer)]
    assert address.fragment == section
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(place).to_be_hidden()
    button.click()
    assert len([url for url in fetched if url.endswith(f"/{slug}/")]) == 1
    link.click()
    expect(explorer.page).to_have_url(re.compile(f"/practicas/{slug}/.*#{section}$"))
    expect(explorer.page.locator("#contenido mark").first).to_be_attached()


def test_the_keyboard_alone_opens_a_quote(explorer: Explorer, hidden: tuple[str, str]) -> None:
    explorer.open(hidden[0])
    explorer.cards.first.get_by_role("link").focus()
    explorer.page.keyboard.press("Tab")
    expect(_button(explorer.cards)).to_be_focused()
    explorer.page.keyboard.press("Enter")
    expect(explorer.page.get_by_role("blockquote").first).to_be_visible()


def test_a_page_that_cannot_be_fetched_is_reported_and_can_be_tried_again(
    explorer: Explorer, hidden: tuple[str, str], complaints: list[str]
) -> None:
    word, slug = hidden
    explorer.open(word)
    button = _button(explorer.cards)
    with refused_answers(explorer.page, f"**/practicas/{slug}/", complaints):
        button.click()
        expect(_place(button)).to_contain_text("Revise su conexión y pulse otra vez")
    button.click()
    expect(_place(button).get_by_role("blockquote").first).to_be_visible()


def _answer(explorer: Explorer, slug: str, content: str) -> None:
    """Answer requests for the page of a practice with this content."""

    def on_route(route: Route) -> None:
        body = f'<!doctype html><article id="contenido">{content}</article>'
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    explorer.page.route(f"**/practicas/{slug}/", on_route)


def test_a_quote_takes_only_the_text_of_a_page(
    explorer: Explorer, hidden: tuple[str, str], complaints: list[str]
) -> None:
    word, slug = hidden
    explorer.open(word)
    spelt = HOSTILE_MARKUP.replace("<", "&lt;")
    _answer(
        explorer,
        slug,
        f"""<h2 id='a"b<i>'>{spelt}{HOSTILE_MARKUP}</h2><p>{word} {spelt}{HOSTILE_MARKUP}</p>
        <script>document.title = "{word}"</script>""",
    )
    _button(explorer.cards).click()
    quote = explorer.page.get_by_role("blockquote")
    expect(quote).to_contain_text(HOSTILE_MARKUP)
    expect(explorer.page.locator("figure.quote")).to_contain_text(f"En: {HOSTILE_MARKUP}")
    tags = "quote => [...quote.querySelectorAll('*')].map((element) => element.localName)"
    assert quote.evaluate(tags) == ["mark"]
    expect(explorer.page.locator("img[src=x]")).to_have_count(0)
    # The policy complains of the hostile markup as soon as the page's text is parsed.
    expect_complaints(complaints, "Content Security Policy")


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        ("<p>Una {0}. Otra. Una {0} más. Y {0}.</p>", ["Una {0}.", "Una {0} más."]),
        ("<p>Aquí <b>una {0}</b> va\n sola</p>", ["Aquí una {0} va sola"]),
        ("<ul><li>Uno<ul><li>Dos {0}</li></ul></li></ul>", ["Dos {0}"]),
        ("<nav>{0}</nav><p class='card'>{0}</p><pre>{0}</pre><p>Va {0}</p>", ["Va {0}"]),
        ("<p>Nada de eso.</p>", []),
    ],
)  # fmt: skip
def test_the_first_two_sentences_with_the_word_are_quoted(
    explorer: Explorer, hidden: tuple[str, str], content: str, quoted: list[str]
) -> None:
    word, slug = hidden
    explorer.open(word)
    _answer(explorer, slug, content.format(word))
    _button(explorer.cards).click()
    if not quoted:
        expect(_place(_button(explorer.cards))).to_contain_text("Ninguna frase de su página")
    quotes = explorer.page.get_by_role("blockquote")
    expect(quotes).to_have_text([sentence.format(word) for sentence in quoted])


def test_the_second_quote_has_the_words_that_the_first_lacks(
    explorer: Explorer, expected: Expected, hidden: tuple[str, str]
) -> None:
    word, slug = hidden
    index, _ = expected.whole
    other = next(
        second
        for second, slugs in expected.slugs_by_word.items()
        if slugs == {slug} and second != word and not any(index.postings[terms(second)[0]][:BODY])
    )
    explorer.open(f"{word} {other}")
    _answer(explorer, slug, f"<p>Una {word}. Otra {word}. Va {other} aparte.</p>")
    _button(explorer.cards).click()
    quotes = explorer.page.get_by_role("blockquote")
    expect(quotes).to_have_text([f"Una {word}.", f"Va {other} aparte."])


def test_a_word_that_a_practice_only_mentions_is_quoted_beside_the_reason(
    page: Page, hidden: tuple[str, str]
) -> None:
    word, slug = hidden
    page.goto(f"para-mi/?{urlencode({'q': word})}")
    reason = page.locator(".fit__partly")
    expect(reason).to_contain_text(f"Solo menciona «{word}»")
    _button(reason).click()
    expect(reason.get_by_role("blockquote").first.locator("mark").first).to_be_visible()
    href = reason.get_by_role("link").first.get_attribute("href") or ""
    assert f"/practicas/{slug}/?{urlencode({'q': word})}" in href


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["practicas/", "para-mi/"])
def test_quotes_have_no_barrier_that_axe_knows(
    open_page: Callable[..., Page], hidden: tuple[str, str], address: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}?{urlencode({'q': hidden[0]})}")
    _button(page).first.click()
    expect(page.get_by_role("blockquote").first).to_be_visible()
    expect_no_barrier(page)
    expect_fits_the_screen(page)
