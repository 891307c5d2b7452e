"""The concepts that a text names."""

from __future__ import annotations

import pytest

from catalog.schema.terms import Term
from catalog.search.concepts import Concepts
from catalog.text.terms import terms, words

CONCEPTS = Concepts(
    [
        Term(id="pat", label="PAT", description="Plan Anual de Trabajo"),
        Term(id="sismo", label="sismo", aliases=["terremoto"]),
    ]
)


@pytest.mark.parametrize(
    ("text", "concept"),
    [("El PAT regional", "_pat"), ("un plan anual de trabajo", "_pat"),
     ("tras el Terremoto", "_sismo"), ("los sismos", "_sismo")],
)  # fmt: skip
def test_every_form_of_a_term_gives_its_concept(text: str, concept: str) -> None:
    assert concept in CONCEPTS.terms(words(text))


@pytest.mark.parametrize("text", ["una pata", "plan de trabajo anual", "plan anual", "patio"])
def test_words_that_only_resemble_a_form_give_no_concept(text: str) -> None:
    assert CONCEPTS.terms(words(text)) == terms(text)


def test_an_acronym_that_is_a_stop_word_is_no_concept() -> None:
    concepts = Concepts([Term(id="se", label="SE", description="Servicio Educativo")])
    assert concepts.terms(words("se busca")) == ["busc"]
    assert "_se" in concepts.terms(words("un servicio educativo"))
