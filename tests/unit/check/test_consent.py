"""Children are recognised in words about a picture or an author; adults near them are not."""

from __future__ import annotations

import pytest

from catalog.check.consent import is_child, is_given, shows_children


@pytest.mark.parametrize(
    "alt",
    [
        "Tres niñas leen", "NIÑOS", "Niñ@s en el patio", "Docente con sus estudiantes",
        "Alumnado de la IE", "Escolares desfilan", "La feria, con escolares", "El alcalde escolar",
        "Muchachos en el taller", "Jóvenes de secundaria", "Los menores juegan", "Un menor lee",
        "Una Niña lee",
        "Grupo de 4.° grado", "Aula de 3ro de primaria", "Una lectora de nueve años",
        "12 años",
    ],
)  # fmt: skip
def test_a_picture_that_may_show_children_is_recognised(alt: str) -> None:
    assert shows_children(alt)


@pytest.mark.parametrize(
    "alt",
    [
        "Cinco docentes leen", "Panel de la feria escolar", "Locales escolares reconstruidos",
        "Lo hicieron hace 5 años", "Familias de menores recursos", "Menores costos",
        "Fachada de la I. E. Niño Jesús", "Daños de El Niño costero", "Docentes de 3.º de primaria",
        "Estudiantes universitarios", "Ámbito familiar y escolar", "50 años del colegio",
    ],
)  # fmt: skip
def test_a_picture_of_adults_or_places_shows_no_children(alt: str) -> None:
    assert not shows_children(alt)


@pytest.mark.parametrize(
    "author",
    [
        "Alumna", "Niña acompañada por su madre", "Hijo de una docente", "María, 5.º de secundaria",
        "Rosa, trece años", "Alumno tutor", "Brigadista estudiantil", "Líder escolar",
    ],
)  # fmt: skip
def test_an_author_who_may_be_a_child_is_recognised(author: str) -> None:
    assert is_child(author)


@pytest.mark.parametrize(
    "author",
    [
        "Madre de una niña", "Abuela de dos alumnos", "Rosa Niño de Guzmán", "Luis Niño",
        "Psicóloga escolar", "Coordinador de convivencia escolar", "Estudiante de maestría",
        "Ana Quispe, 17 años de servicio", "Docente de 3.º grado", "Exalumna",
    ],
)  # fmt: skip
def test_an_adult_who_mentions_children_is_no_child(author: str) -> None:
    assert not is_child(author)


def test_the_institution_of_an_author_may_show_a_child() -> None:
    assert is_child("Rosa", "5.º grado de primaria, I. E. 20")
    assert not is_child("Docente Rosa", "5.º grado de primaria, I. E. 20")


@pytest.mark.parametrize("consent", [None, "no", "No.", "-", "N/A", "Pendiente", "ninguno", "…"])
def test_a_consent_without_content_is_not_given(consent: str | None) -> None:
    assert not is_given(consent)


@pytest.mark.parametrize("consent", ["Autorización firmada", "No se reconoce a nadie", "x"])
def test_any_other_consent_is_left_to_people_to_judge(consent: str) -> None:
    assert is_given(consent)


@pytest.mark.parametrize(
    "consent",
    [
        "El reporte no dice quién autorizó difundirlo.",
        "Nadie autorizó que se publique.",
        "Sin autorización de la familia",
        "No consta el consentimiento de la madre",
        "No se pidió permiso",
        "Falta la autorización de la UGEL",
        "Ninguna autorización",
    ],
)
def test_a_consent_that_says_that_nobody_gave_it_is_not_given(consent: str) -> None:
    assert not is_given(consent)


@pytest.mark.parametrize(
    "consent",
    [
        "Autorización firmada por su madre; no se muestra su nombre",
        "Autorizaron las familias, en el archivo de la UGEL. No lleva nombres.",
        "Consentimiento escrito, que guarda la escuela",
    ],
)
def test_a_consent_that_denies_something_else_is_given(consent: str) -> None:
    assert is_given(consent)
