"""Acronyms are explained where a page first writes them."""

from __future__ import annotations

import pytest

from catalog.pages.acronyms import Acronyms
from catalog.schema.terms import Term

ACRONYMS = Acronyms(
    [
        Term(id="pat", label="PAT", description='Plan Anual de "Trabajo"'),
        Term(id="sismo", label="sismo", description="Un temblor"),
        Term(id="grd", label="GRD", description="Gestión del Riesgo de Desastres"),
    ]
)
PAT = '<abbr title="Plan Anual de &#34;Trabajo&#34;" tabindex="-1">PAT</abbr>'


def test_only_the_first_use_of_an_acronym_in_a_page_is_explained() -> None:
    seen: dict[str, str] = {}
    assert ACRONYMS.explained("<p>El PAT y el PAT.</p>", seen) == f"<p>El {PAT} y el PAT.</p>"
    assert ACRONYMS.explained("<p>El PAT.</p>", seen) == "<p>El PAT.</p>"
    assert seen == {"PAT": 'Plan Anual de "Trabajo"'}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x.pe/PAT">el PAT</a>',
        "<h3>El PAT</h3>",
        "<p>PATIO, pat, sismo, CPAT</p>",
        "<p>La gestión del riesgo de desastres (GRD)</p>",
        '<td align="PAT">x</td>',
    ],
)
def test_text_that_needs_no_explanation_is_not_changed(html: str) -> None:
    assert ACRONYMS.explained(html, {}) == html


def test_an_acronym_after_a_link_is_explained() -> None:
    html = ACRONYMS.explained("<p><a href='#'>x</a> PAT</p>", {})
    assert html == f"<p><a href='#'>x</a> {PAT}</p>"
