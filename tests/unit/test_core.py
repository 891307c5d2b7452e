"""The domain: stages, facets, relations between practices, and the words for numbers and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.check.stage_requirements import checklist, missing_for
from catalog.derive.facets import facets
from catalog.model import Catalog, Practice
from catalog.schema.field_types import PartialDate
from catalog.text import spanish as wording

if TYPE_CHECKING:
    from collections.abc import Iterator


def practice_like(model: Practice, slug: str, **changes: object) -> Practice:
    return Practice.model_construct(**{**model.__dict__, "slug": slug, "title": slug, **changes})


def test_a_stage_adds_its_requirements_to_those_before(small: Catalog) -> None:
    drip = small.by_slug["riego-por-goteo"]
    checks = checklist(drip, small.presentations["riego-por-goteo"], small.vocabularies)
    assert [group.stage.id for group in checks] == ["inicial", "intermedio", "avanzado"]
    assert missing_for("avanzado", checks) == []
    validation = checks[2].checks[1]
    assert validation.met_by == ("Comentario de Ana Ríos (Feria de prácticas 2025)",)


def test_what_is_missing_for_the_next_stage_is_named(small: Catalog) -> None:
    seeds = small.by_slug["banco-de-semillas"]
    checks = checklist(seeds, [], small.vocabularies)
    assert [c.requirement.id for c in missing_for("intermedio", checks)] == ["cifras"]
    assert len(missing_for("avanzado", checks)) == 3


def test_an_expert_s_commentary_sustains_only_what_it_may(small: Catalog) -> None:
    bare = practice_like(small.by_slug["riego-por-goteo"], "bare", figures=[], evidence=[])
    checks = checklist(bare, small.presentations["riego-por-goteo"], small.vocabularies)
    missing = [check.requirement.id for check in missing_for("avanzado", checks)]
    assert missing == ["cifras", "institucionalizacion"]


def test_facets_group_every_practice_under_each_of_its_values(small: Catalog) -> None:
    by_key = facets(small)
    assert list(by_key) == [
        "region", "macrorregion", "tema", "estadio", "nivel", "institucion", "evento", "anio",
        "evidencia", "cifra",
    ]  # fmt: skip
    assert {v.id: v.count for v in by_key["region"].values} == {
        "norte": 1,
        "sur": 1,
        "valle-alto": 0,
    }
    assert {v.id: v.count for v in by_key["tema"].values if v.count} == {
        "agua": 1, "riego": 1, "semillas": 1,
    }  # fmt: skip
    assert [v.count for v in by_key["evento"].values] == [1]
    assert {v.id: v.count for v in by_key["institucion"].values} == {
        "comunidad": 1,
        "cooperativa": 1,
    }


def test_related_practices_share_most_topics_and_leave_out_oneself(small: Catalog) -> None:
    drip = small.by_slug["riego-por-goteo"]
    catalog = Catalog(
        [
            practice_like(drip, "a", topics=["agua", "riego"]),
            practice_like(drip, "b", topics=["agua"]),
            practice_like(drip, "c", topics=["agua", "riego"]),
            practice_like(drip, "d", topics=["suelos"]),
        ],
        [],
        small.vocabularies,
    )
    assert [other.slug for other in catalog.related["a"]] == ["c", "b"]
    assert catalog.related["d"] == []


def test_looking_for_related_practices_compares_a_bounded_number(
    small: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    drip = small.by_slug["riego-por-goteo"]
    catalog = Catalog(
        (practice_like(drip, f"p{n:03}", topics=["agua"]) for n in range(400)),
        [],
        small.vocabularies,
    )
    looked_up = 0

    class Counting(dict[str, Practice]):
        def __getitem__(self, key: str) -> Practice:
            nonlocal looked_up
            looked_up += 1
            return super().__getitem__(key)

    monkeypatch.setitem(catalog.__dict__, "by_slug", Counting(catalog.by_slug))
    assert len(catalog.related) == 400
    assert looked_up <= 400 * 12, "a constant for each practice, not all of them"


def dates() -> Iterator[tuple[str, str | None, str]]:
    yield "2026-04-23", "2026-04-24", "23 y 24 de abril de 2026"
    yield "2026-04-23", "2026-04-26", "23 al 26 de abril de 2026"
    yield "2026-04-30", "2026-05-02", "30 de abril al 2 de mayo de 2026"
    yield "2025-12-31", "2026-01-02", "31 de diciembre de 2025 al 2 de enero de 2026"
    yield "2026-04-23", None, "23 de abril de 2026"
    yield "2026-04-23", "2026-04-23", "23 de abril de 2026"
    yield "2026-09", None, "setiembre de 2026"
    yield "2025", None, "2025"
    yield "2026-04", "2026-05", "abril a mayo de 2026"
    yield "2025-12", "2026-01", "diciembre de 2025 a enero de 2026"
    yield "2025", "2026", "2025 a 2026"


@pytest.mark.parametrize(("start", "end", "words"), list(dates()))
def test_dates_read_as_in_lima(start: str, end: str | None, words: str) -> None:
    assert wording.days(PartialDate(start), PartialDate(end) if end else None) == words


def test_numbers_read_as_in_lima() -> None:
    assert [wording.number(n) for n in (536, 7016, 162303, 40.7, "más de 50")] == [
        "536", "7,016", "162,303", "40.7", "más de 50",
    ]  # fmt: skip
    assert [wording.number(n) for n in (0.00001, 1234567.5, 1e16, -0.0, -3.5, 0)] == [
        "0.00001", "1,234,567.5", "10,000,000,000,000,000", "0", "-3.5", "0",
    ]  # fmt: skip
    assert wording.count(1, "práctica", "prácticas") == "1 práctica"


def test_lists_end_in_y_or_e() -> None:
    assert wording.listed(["DRE Pasco"]) == "DRE Pasco"
    assert wording.listed(["a", "b", "c"]) == "a, b y c"
    assert wording.listed(["UGEL", "instituciones"]) == "UGEL e instituciones"
    assert wording.listed(["agua", "hielo"]) == "agua y hielo"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Una norma de la UGEL", "una norma de la UGEL"),
        ("ISO 9001", "ISO 9001"),
        ("A distancia", "a distancia"),
        ("X", "x"),
        ("", ""),
    ],
)
def test_in_the_middle_of_a_sentence_only_acronyms_keep_their_capital(
    text: str, wanted: str
) -> None:
    assert wording.lower_first(text) == wanted
