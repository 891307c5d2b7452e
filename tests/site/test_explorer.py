"""The explorer in a browser: filters, counts, query, address, keyboard and phone.

What should be found is asked of the Catalog, and of the published index for words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NotInTime

from catalog.analysis import terms
from catalog.model import Catalog, Practice

FILTERS = ("region", "tema", "estadio", "nivel", "evento")
TRY_AGAIN = re.compile("pruebe con otra palabra", re.IGNORECASE)
HOSTILE = '"><img src=x onerror=alert(1)>'
PHONE = {"width": 360, "height": 740}


class Explorer:
    """The explorer's page, as a reader works it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.input = page.get_by_label("¿Qué problema quiere resolver?")
        self.count = page.locator("[data-result-count]")
        self.label = page.locator("[data-result-label]")
        self.chips = page.locator("[data-chips] button")

    def open(self, query: str = "", chosen: Mapping[str, Sequence[str]] | None = None) -> Explorer:
        """Open the address of a request, and wait for its answer."""
        request = {"q": [query] if query else [], **(chosen or {})}
        return self.open_address(f"?{urlencode(request, doseq=True)}")

    def open_address(self, address: str) -> Explorer:
        self.page.goto(f"practicas/{address}")
        self.page.locator("[data-result-count]:not(:empty)").wait_for()
        return self

    def box(self, key: str, value: str) -> Locator:
        return self.page.locator(f'input[name="{key}"][value="{value}"]')

    def ticked(self) -> dict[str, set[str]]:
        """The boxes that are ticked, by filter."""
        boxes = self.page.locator("[data-facet] input:checked")
        pairs = boxes.evaluate_all("boxes => boxes.map((box) => [box.name, box.value])")
        return {key: {value for name, value in pairs if name == key} for key, _ in pairs}

    def slugs(self) -> list[str]:
        """The practices in the results, in their order."""
        cards = self.page.locator("[data-results] [data-practice]")
        return cards.evaluate_all("cards => cards.map((card) => card.dataset.practice)")

    def offered(self, key: str) -> dict[str, int]:
        """The count that stands beside each choice of a filter that the reader can see."""
        places = self.page.locator(f'[data-facet="{key}"] [data-count]:visible')
        return dict(places.evaluate_all("all => all.map((p) => [p.dataset.count, +p.innerText])"))

    def given(self, key: str) -> dict[str, set[str]]:
        """The practices that each choice of a filter gives when it is ticked, one by one."""
        boxes = self.page.locator(f'[data-facet="{key}"] input:visible')
        pairs = boxes.evaluate_all(
            """async (boxes) => {
              const toggle = (box) => new Promise((done) => (box.click(), setTimeout(done)));
              const pairs = [];
              for (const box of boxes) {
                await toggle(box);
                const cards = document.querySelectorAll("[data-results] [data-practice]");
                pairs.push([box.value, [...cards].map((card) => card.dataset.practice)]);
                await toggle(box);
              }
              return pairs;
            }"""
        )
        return {value: set(slugs) for value, slugs in pairs}

    def request(self) -> dict[str, list[str]]:
        """What the address asks for."""
        asked = parse_qs(urlsplit(self.page.url).query)
        return {key: values if key == "q" else sorted(values) for key, values in asked.items()}

    def expect_request(self, query: str = "", **chosen: Iterable[str]) -> None:
        wanted = {"q": [query] if query else [], **{k: sorted(v) for k, v in chosen.items()}}
        wanted = {key: values for key, values in wanted.items() if values}
        self._wait("() => location.search", lambda _: self.request() == wanted)
        assert self.request() == wanted

    def expect_results(self, wanted: Iterable[str]) -> None:
        """These practices are shown, and their number is told."""
        slugs = sorted(wanted)
        self._wait(
            "() => [...document.querySelectorAll('[data-results] [data-practice]')]"
            ".map((card) => card.dataset.practice).sort()",
            lambda shown: shown == slugs,
        )
        assert sorted(self.slugs()) == slugs
        expect(self.count).to_have_text(str(len(slugs)))

    def _wait(self, expression: str, holds: Callable[[object], bool]) -> None:
        """Wait for what `expression` gives to hold. The caller's assert tells what does not."""
        value = self.page.evaluate(expression)
        while not holds(value):
            try:
                handle = self.page.wait_for_function(
                    f"(before) => {{ const now = ({expression})();"
                    " return JSON.stringify(now) === before ? null : { now }; }",
                    arg=json.dumps(value, separators=(",", ":"), ensure_ascii=False),
                    timeout=5_000,
                )
            except NotInTime:
                return
            value = handle.json_value()["now"]


@pytest.fixture
def explorer(page: Page) -> Explorer:
    return Explorer(page)


@pytest.fixture(scope="session")
def index(site: Path) -> dict[str, set[str]]:
    """Each term of the published index, and the practices that it finds."""
    data = json.loads((site / "datos" / "busqueda.json").read_text("utf-8"))
    return {
        term: {slug for field, refs in posting.items() if field != "_index" for slug in refs}
        for term, posting in data["index"]["invertedIndex"]
    }


@pytest.fixture(scope="session")
def spoken(catalog: Catalog, index: dict[str, set[str]]) -> dict[str, set[str]]:
    """Each word of the sheets' texts whose term is its own, and the practices that it finds."""
    text = " ".join(said for practice in catalog.practices for said in _said(practice))
    found = {}
    for word in re.findall(r"[^\W\d_]{5,}", text.lower()):
        if len(of_word := terms(word)) == 1:
            found[word] = index[of_word[0]]
    return found


def _said(practice: Practice) -> Iterator[str]:
    yield practice.title
    yield practice.summary
    for section in practice.sections:
        yield section.text


def _values(catalog: Catalog, practice: Practice) -> dict[str, list[str]]:
    """A practice's values in each filter."""
    events = [
        event.slug
        for event in catalog.events
        if any(shown.practice_slug == practice.slug for shown in event.presentations)
    ]
    return {
        "region": [practice.region],
        "tema": list(practice.topics),
        "estadio": [practice.stage],
        "nivel": list(practice.levels),
        "evento": events,
    }


def _passing(catalog: Catalog, chosen: Mapping[str, Sequence[str]]) -> set[str]:
    """The practices with some chosen value in every filter that has any."""
    return {
        practice.slug
        for practice in catalog.practices
        if all(
            set(values) & set(_values(catalog, practice)[key])
            for key, values in chosen.items()
            if values
        )
    }


def _used(catalog: Catalog, key: str) -> list[str]:
    """The values of a filter that some practice has."""
    found = [value for p in catalog.practices for value in _values(catalog, p)[key]]
    return sorted(set(found))


@pytest.fixture(scope="session")
def sample(catalog: Catalog) -> Practice:
    """A practice with a value in every filter."""
    return next(p for p in catalog.practices if all(_values(catalog, p).values()))


# Filters


@pytest.mark.parametrize("key", FILTERS)
def test_a_filter_alone_gives_the_practices_that_the_catalogue_gives(
    explorer: Explorer, catalog: Catalog, key: str
) -> None:
    explorer.open()
    for value in _used(catalog, key)[:3]:
        explorer.box(key, value).check()
        explorer.expect_results(_passing(catalog, {key: [value]}))
        explorer.expect_request(**{key: [value]})
        explorer.box(key, value).uncheck()
    explorer.expect_results(catalog.by_slug)


@pytest.mark.parametrize("key", FILTERS)
def test_two_values_of_one_filter_give_the_practices_of_either(
    explorer: Explorer, catalog: Catalog, key: str
) -> None:
    chosen = _used(catalog, key)[:2]
    explorer.open()
    for value in chosen:
        explorer.box(key, value).check()
    explorer.expect_results(_passing(catalog, {key: chosen}))
    explorer.expect_request(**{key: chosen})


def test_several_filters_give_the_practices_that_pass_all_of_them(
    explorer: Explorer, catalog: Catalog, sample: Practice
) -> None:
    explorer.open()
    chosen: dict[str, list[str]] = {}
    for key in reversed(FILTERS):
        chosen[key] = _values(catalog, sample)[key][:1]
        explorer.box(key, chosen[key][0]).check()
        explorer.expect_results(_passing(catalog, chosen))
        explorer.expect_request(**chosen)
    assert sample.slug in explorer.slugs()


def test_filters_and_a_query_hold_together(
    explorer: Explorer, catalog: Catalog, spoken: dict[str, set[str]]
) -> None:
    practice = catalog.practices[0]
    word = next(word for word, slugs in spoken.items() if practice.slug in slugs and len(slugs) > 1)
    for key, values in _values(catalog, practice).items():
        explorer.open(word, {key: values})
        explorer.expect_results(_passing(catalog, {key: values}) & spoken[word])


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ()),
        ("", ("region",)),
        ("", ("tema", "estadio")),
        ("", ("nivel", "evento")),
        ("gestión", ()),
        ("gestión", ("estadio",)),
        ("docentes", ("tema", "evento")),
    ],
)
def test_a_choice_gives_as_many_practices_as_stand_beside_it(
    explorer: Explorer,
    catalog: Catalog,
    sample: Practice,
    index: dict[str, set[str]],
    query: str,
    keys: tuple[str, ...],
) -> None:
    chosen = {key: _values(catalog, sample)[key][:1] for key in keys}
    found = index[terms(query)[0]] if query else set(catalog.by_slug)
    explorer.open(query, chosen)
    explorer.expect_results(_passing(catalog, chosen) & found)
    for key in FILTERS:
        offered = explorer.offered(key)
        assert set(offered) == set(_used(catalog, key))
        # Within a filter values add up: its counts say what each would give alone.
        alone = {value: _passing(catalog, {**chosen, key: [value]}) & found for value in offered}
        assert offered == {value: len(slugs) for value, slugs in alone.items()}
        if key not in chosen:
            assert explorer.given(key) == alone
    explorer.expect_results(_passing(catalog, chosen) & found)


def test_only_values_that_some_practice_has_are_offered(
    explorer: Explorer, catalog: Catalog
) -> None:
    explorer.open()
    for key in FILTERS:
        assert sorted(explorer.offered(key)) == _used(catalog, key)


# The address


def test_the_address_alone_brings_everything_back(
    explorer: Explorer,
    catalog: Catalog,
    sample: Practice,
    open_page: Callable[..., Page],
) -> None:
    chosen = _values(catalog, sample)
    explorer.open()
    for key, values in chosen.items():
        for value in values:
            explorer.box(key, value).check()
    explorer.input.fill("gestión")
    explorer.expect_request("gestión", **chosen)
    explorer.expect_results(_passing(catalog, chosen) & set(explorer.slugs()))

    other = Explorer(open_page(viewport=PHONE))
    other.open_address(f"?{urlsplit(explorer.page.url).query}")
    assert other.slugs() == explorer.slugs()
    assert sample.slug in other.slugs()
    assert other.ticked() == {key: set(values) for key, values in chosen.items()}
    expect(other.input).to_have_value("gestión")


def test_back_and_forward_go_through_filters_and_queries(
    explorer: Explorer, catalog: Catalog, sample: Practice, spoken: dict[str, set[str]]
) -> None:
    topic, word = sample.topics[0], next(w for w in spoken if sample.slug in spoken[w])
    steps: list[tuple[str, dict[str, list[str]]]] = [
        ("", {}),
        ("", {"tema": [topic]}),
        (word, {"tema": [topic]}),
        (word, {"tema": [topic], "estadio": [sample.stage]}),
        (word, {"estadio": [sample.stage]}),
    ]

    def expect_step(query: str, chosen: dict[str, list[str]]) -> None:
        found = spoken[query] if query else set(catalog.by_slug)
        explorer.expect_request(query, **chosen)
        explorer.expect_results(_passing(catalog, chosen) & found)
        expect(explorer.input).to_have_value(query)
        assert explorer.ticked() == {key: set(values) for key, values in chosen.items()}

    explorer.open_address("")
    explorer.box("tema", topic).check()
    explorer.input.click()
    explorer.page.keyboard.type(word, delay=30)
    explorer.expect_request(word, tema=[topic])
    explorer.box("estadio", sample.stage).check()
    explorer.box("tema", topic).uncheck()
    expect_step(*steps[-1])
    for step in reversed(steps[:-1]):
        explorer.page.go_back()
        expect_step(*step)
    for step in steps[1:]:
        explorer.page.go_forward()
        expect_step(*step)


def test_back_from_a_practice_finds_the_results_as_they_were(
    explorer: Explorer, catalog: Catalog, sample: Practice
) -> None:
    explorer.open_address("")
    explorer.box("region", sample.region).check()
    before = explorer.slugs()
    explorer.page.get_by_role("link", name=sample.title).click()
    expect(explorer.page.get_by_role("heading", level=1)).to_have_text(sample.title)
    explorer.page.go_back()
    explorer.expect_results(_passing(catalog, {"region": [sample.region]}))
    assert explorer.slugs() == before


def test_a_query_typed_after_going_back_keeps_the_step_before_it(explorer: Explorer) -> None:
    explorer.open_address("")
    everything = sorted(explorer.slugs())
    explorer.input.fill("lectura")
    explorer.expect_request("lectura")
    explorer.page.go_back()
    explorer.expect_results(everything)
    explorer.input.fill("desastres")
    explorer.expect_request("desastres")
    explorer.page.go_back()
    explorer.expect_request("")
    explorer.expect_results(everything)


def test_asking_again_for_the_same_adds_no_step(explorer: Explorer) -> None:
    explorer.open_address("")
    steps = explorer.page.evaluate("history.length")
    explorer.input.press("Enter")
    explorer.input.press("Enter")
    assert explorer.page.evaluate("history.length") == steps


def test_values_that_do_not_exist_do_no_harm(explorer: Explorer, catalog: Catalog) -> None:
    explorer.open_address(
        "?region=atlantida&region=&tema=__proto__&estadio=constructor&nivel=%00&evento=%&"
        "otra=cosa&q=&=&&"
    )
    explorer.expect_results(catalog.by_slug)
    assert explorer.ticked() == {}


def test_a_value_that_does_not_exist_leaves_the_others_in_force(
    explorer: Explorer, catalog: Catalog, sample: Practice
) -> None:
    explorer.open("", {"region": ["atlantida", sample.region]})
    explorer.expect_results(_passing(catalog, {"region": [sample.region]}))


def test_a_key_may_be_repeated(explorer: Explorer, catalog: Catalog) -> None:
    first, second = _used(catalog, "region")[:2]
    explorer.open("", {"region": [first, second, first]})
    explorer.expect_results(_passing(catalog, {"region": [first, second]}))
    assert explorer.ticked() == {"region": {first, second}}

    explorer.open_address("?q=lectura&q=desastres")
    expect(explorer.input).to_have_value("lectura")


# The query


def test_a_word_is_found_with_its_accents_and_without(
    explorer: Explorer, index: dict[str, set[str]]
) -> None:
    explorer.open("evaluación")
    explorer.expect_results(index["evalu"])
    ranked = explorer.slugs()
    for spelling in ("evaluacion", "EVALUACIÓN", "Evaluacio\N{COMBINING ACUTE ACCENT}n"):
        assert explorer.open(spelling).slugs() == ranked


def _norm_number(practice: Practice) -> str | None:
    """The number of the first norm that its evidence names: «1593» of «RD N.º 1593-2025-DRELM»."""
    said = " ".join(item.detail for item in practice.evidence)
    found = re.search(r"N\.º (\d{3,})-\d{4}", said)
    return found and found[1]


def _expert(catalog: Catalog, practice: Practice) -> str | None:
    experts = [shown.expert for _, shown in catalog.presentations.get(practice.slug, [])]
    return next((expert.name for expert in experts if expert), None)


@pytest.mark.parametrize(
    "query_for",
    [
        pytest.param(lambda _, p: p.sections[0].text.split(".")[0], id="the body's words"),
        pytest.param(lambda _, p: p.institutions[-1], id="an institution"),
        pytest.param(lambda _, p: p.start_year and str(p.start_year), id="a year"),
        pytest.param(lambda _, p: _norm_number(p), id="a norm's number"),
        pytest.param(_expert, id="the expert's name"),
        pytest.param(lambda c, p: c.presentations[p.slug][0][0].title, id="an event's title"),
        pytest.param(lambda _, p: p.contacts[0].institution, id="whom to write to"),
        pytest.param(lambda c, p: c.taxonomies.regions[p.region].label, id="the region"),
        pytest.param(lambda c, p: c.taxonomies.topics[p.topics[-1]].label, id="a topic"),
        pytest.param(lambda _, p: p.awards[0], id="an award"),
        pytest.param(lambda _, p: f"{p.figures[0].value} {p.figures[0].unit}", id="a figure"),
    ],
)
def test_a_practice_is_found_by(
    explorer: Explorer,
    catalog: Catalog,
    index: dict[str, set[str]],
    query_for: Callable[[Catalog, Practice], str | None],
) -> None:
    asked = {}
    for practice in catalog.practices:
        with suppress(IndexError, KeyError):
            query = query_for(catalog, practice)
            if query and terms(query):
                asked[query] = practice.slug
    assert asked, "no sheet has it"
    for query, slug in asked.items():
        assert all(slug in index[term] for term in terms(query)), f"{slug} by «{query}»"
    for query, slug in list(asked.items())[:2]:
        assert slug in explorer.open(query).slugs(), f"{slug} by «{query}»"
        expect(explorer.label).not_to_contain_text("alguna de sus palabras")


def test_the_practice_whose_title_is_asked_for_comes_first(
    explorer: Explorer, catalog: Catalog
) -> None:
    for practice in catalog.practices:
        assert explorer.open(practice.title).slugs()[0] == practice.slug


@pytest.mark.parametrize("word", ["evaluación", "bibliotecas", "acompañamiento"])
def test_a_word_finds_while_it_is_being_typed_all_that_it_finds_whole(
    explorer: Explorer, word: str
) -> None:
    whole = set(explorer.open(word).slugs())
    assert whole
    missed = {}
    for end in range(3, len(word)):
        if lacking := whole - set(explorer.open(word[:end]).slugs()):
            missed[word[:end]] = sorted(lacking)
    assert not missed


def test_results_follow_the_typing_without_a_button(
    explorer: Explorer, index: dict[str, set[str]]
) -> None:
    explorer.open()
    explorer.input.press_sequentially("bibliot")
    wanted = {slug for term in index if term.startswith("bibliot") for slug in index[term]}
    explorer.expect_request("bibliot")
    explorer.expect_results(wanted)


def test_several_words_find_the_practices_that_have_them_all(
    explorer: Explorer, spoken: dict[str, set[str]]
) -> None:
    one, other = next(
        pair
        for pair in combinations(spoken, 2)
        if spoken[pair[0]] & spoken[pair[1]] not in (set(), spoken[pair[0]], spoken[pair[1]])
    )
    explorer.open(f"{one} {other}")
    explorer.expect_results(spoken[one] & spoken[other])
    expect(explorer.label).to_contain_text(f"«{one} {other}»")
    expect(explorer.label).not_to_contain_text("alguna de sus palabras")


def test_words_that_no_practice_has_together_find_those_that_have_any_and_say_so(
    explorer: Explorer, spoken: dict[str, set[str]]
) -> None:
    one, other = next(
        pair for pair in combinations(spoken, 2) if not spoken[pair[0]] & spoken[pair[1]]
    )
    explorer.open(f"{one} {other}")
    explorer.expect_results(spoken[one] | spoken[other])
    expect(explorer.label).to_contain_text("alguna de sus palabras")


def test_a_word_that_nobody_wrote_says_what_to_try(explorer: Explorer) -> None:
    explorer.open("zzyzx")
    explorer.expect_results([])
    expect(explorer.page.get_by_role("status")).to_contain_text(TRY_AGAIN)


def test_a_query_without_words_that_count_says_what_to_try(explorer: Explorer) -> None:
    for query in ("de la", "¿qué hay para mí?", "…", "«»’’", "🙂"):
        explorer.open(query)
        explorer.expect_results([])
        expect(explorer.page.get_by_role("status")).to_contain_text(TRY_AGAIN)


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(
    explorer: Explorer, index: dict[str, set[str]], complaints: list[str]
) -> None:
    explorer.open_address("")
    explorer.page.route("**/datos/busqueda.json", lambda route: route.abort())
    explorer.input.fill("lectura")
    explorer.input.press("Enter")
    expect(explorer.page.get_by_role("status")).to_be_visible()
    expect(explorer.page.get_by_role("status")).to_contain_text("No se pudo cargar")
    explorer.page.unroute_all()
    explorer.input.press("Enter")
    explorer.expect_results(index["lectur"])
    refused = ("failed: ", "console error: Failed to load resource")
    others = [said for said in complaints if not said.startswith(refused)]
    complaints.clear()
    assert not others


def test_a_blank_query_asks_for_nothing(explorer: Explorer, catalog: Catalog) -> None:
    explorer.open("  ")
    explorer.expect_results(catalog.by_slug)


def test_words_that_do_not_count_change_nothing(explorer: Explorer) -> None:
    wanted = explorer.open("lectura").slugs()
    assert wanted
    assert explorer.open("¿qué hay sobre la lectura?").slugs() == wanted


def test_marks_have_no_meaning_in_a_query(explorer: Explorer) -> None:
    alone = explorer.open("lectura").slugs()
    for query in ("+lectura", "-lectura", '"lectura"', "lectura*", "(lectura)", "lectura:", "%"):
        wanted = alone if "lectura" in query else []
        assert explorer.open(query).slugs() == wanted, query
    assert explorer.open("title:lectura^9").slugs() == explorer.open("title lectura 9").slugs()


def test_words_of_the_machine_are_words_like_any(explorer: Explorer) -> None:
    for query in ("constructor", "__proto__", "toString", "hasOwnProperty"):
        explorer.open(query)
        explorer.expect_results(explorer.slugs())


def test_hostile_text_in_the_address_is_shown_as_text_and_runs_nothing(
    explorer: Explorer, catalog: Catalog
) -> None:
    explorer.open(HOSTILE, {key: [HOSTILE] for key in FILTERS})
    expect(explorer.input).to_have_value(HOSTILE)
    expect(explorer.page.locator("img")).to_have_count(0)
    assert set(explorer.slugs()) <= set(catalog.by_slug)
    assert explorer.ticked() == {}


def test_markup_in_a_query_that_finds_is_repeated_as_text(explorer: Explorer) -> None:
    explorer.open("<lectura>lectura</lectura>")
    assert explorer.slugs()
    expect(explorer.label).to_contain_text("«<lectura>lectura</lectura>»")
    expect(explorer.page.locator("lectura")).to_have_count(0)


# Keyboard, chips and phone


def test_the_keyboard_alone_reaches_a_filter_and_ticks_it(
    explorer: Explorer, catalog: Catalog
) -> None:
    explorer.open_address("")
    focused = "document.activeElement.type"
    boxes = 0
    while boxes < 2:
        explorer.page.keyboard.press("Tab")
        boxes += explorer.page.evaluate(focused) == "checkbox"
        assert explorer.page.evaluate("document.activeElement !== document.body")
    value = explorer.page.evaluate("document.activeElement.value")
    explorer.page.keyboard.press("Space")
    explorer.expect_request(region=[value])
    explorer.expect_results(_passing(catalog, {"region": [value]}))
    expect(explorer.box("region", value)).to_be_focused()
    explorer.page.keyboard.press("Space")
    explorer.expect_results(catalog.by_slug)


def test_enter_searches(explorer: Explorer, index: dict[str, set[str]]) -> None:
    explorer.open_address("")
    while not explorer.input.evaluate("input => input === document.activeElement"):
        explorer.page.keyboard.press("Tab")
        assert explorer.page.evaluate("document.activeElement !== document.body")
    explorer.page.keyboard.type("lectura")
    explorer.page.keyboard.press("Enter")
    explorer.expect_request("lectura")
    explorer.expect_results(index["lectur"])
    expect(explorer.input).to_be_focused()


def test_a_chip_takes_its_filter_away(
    explorer: Explorer, catalog: Catalog, sample: Practice
) -> None:
    labels = {
        ("region", sample.region): catalog.taxonomies.regions[sample.region].label,
        ("tema", sample.topics[0]): catalog.taxonomies.topics[sample.topics[0]].label,
    }
    chosen = {key: [value] for key, value in labels}
    explorer.open("", chosen)
    expect(explorer.chips).to_have_text([*labels.values(), "Quitar todo"])
    for (key, value), label in labels.items():
        explorer.page.get_by_role("button", name=f"Quitar {label}", exact=True).click()
        chosen.pop(key)
        explorer.expect_request(**chosen)
        explorer.expect_results(_passing(catalog, chosen))
        expect(explorer.box(key, value)).not_to_be_checked()
    expect(explorer.chips).to_have_count(0)


def test_one_chip_takes_everything_away(
    explorer: Explorer, catalog: Catalog, sample: Practice
) -> None:
    explorer.open("gestión", {"region": [sample.region]})
    explorer.page.get_by_role("button", name="Quitar todo").click()
    explorer.expect_request("")
    explorer.expect_results(catalog.by_slug)
    expect(explorer.input).to_have_value("")
    expect(explorer.chips).to_have_count(0)
    explorer.page.go_back()
    explorer.expect_request("gestión", region=[sample.region])


def test_the_focus_is_not_lost_with_the_chip_that_goes(
    explorer: Explorer, sample: Practice
) -> None:
    explorer.open("", {"region": [sample.region], "estadio": [sample.stage]})
    explorer.chips.first.focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.chips).to_have_count(1)
    assert explorer.page.evaluate("document.activeElement !== document.body")


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Explorer:
    return Explorer(open_page(viewport=PHONE, has_touch=True, is_mobile=True))


def test_on_a_phone_the_filters_open_over_the_results_and_close(
    phone: Explorer, catalog: Catalog, sample: Practice
) -> None:
    phone.open_address("")
    opener = phone.page.get_by_role("button", name=re.compile("^Filtros"))
    panel = phone.page.locator("[data-panel]")
    expect(panel).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")

    opener.tap()
    expect(panel).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    phone.box("region", sample.region).check()
    phone.page.get_by_role("button", name=re.compile("^Ver ")).tap()
    expect(panel).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_have_text("Filtros (1)")
    phone.expect_results(_passing(catalog, {"region": [sample.region]}))
    expect(phone.page.locator("[data-practice]").first).to_be_visible()


def test_escape_closes_the_filters_and_gives_the_focus_back(phone: Explorer) -> None:
    phone.open_address("")
    opener = phone.page.get_by_role("button", name=re.compile("^Filtros"))
    opener.press("Enter")
    expect(phone.page.locator("[data-panel]")).to_be_visible()
    expect(phone.page.locator("[data-panel] input:visible").first).to_be_focused()
    phone.page.keyboard.press("Escape")
    expect(phone.page.locator("[data-panel]")).to_be_hidden()
    expect(opener).to_be_focused()


def test_with_the_filters_open_the_focus_stays_in_what_can_be_seen(phone: Explorer) -> None:
    phone.open_address("")
    phone.page.get_by_role("button", name=re.compile("^Filtros")).press("Enter")
    hidden = """() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      const { x, y, width, height } = at.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top && !at.contains(top) && !top.contains(at) ? at.outerHTML : null;
    }"""
    boxes = phone.page.locator("[data-panel] input:visible").count()
    for _ in range(boxes + 3):
        phone.page.keyboard.press("Tab")
        assert phone.page.evaluate(hidden) is None


def test_filters_left_open_do_not_block_a_screen_that_grows_wide(
    open_page: Callable[..., Page], index: dict[str, set[str]]
) -> None:
    tablet = Explorer(open_page(viewport={"width": 800, "height": 1280}))
    tablet.open_address("")
    tablet.page.get_by_role("button", name=re.compile("^Filtros")).click()
    tablet.page.set_viewport_size({"width": 1280, "height": 800})
    tablet.input.fill("lectura")
    tablet.expect_results(index["lectur"])
    tablet.page.get_by_role("link", name="La Ruta").click()
    expect(tablet.page).to_have_url(re.compile("/ruta/$"))


def test_nothing_is_wider_than_a_phone(phone: Explorer, sample: Practice) -> None:
    fits = "document.documentElement.scrollWidth <= innerWidth"
    phone.open("gestión", {"region": [sample.region], "tema": sample.topics})
    assert phone.page.evaluate(fits)
    phone.page.get_by_role("button", name=re.compile("^Filtros")).tap()
    expect(phone.page.locator("[data-panel]")).to_be_visible()
    assert phone.page.evaluate(fits)
    phone.open("sinespaciosniguiones" * 20)
    assert phone.page.evaluate(fits)
