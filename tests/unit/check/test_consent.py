"""Who may be a child is told from their words, and who speaks of one is not taken for one."""

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
def test_a_picture_of_children_is_told(alt: str) -> None:
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
def test_a_picture_of_others_is_left_alone(alt: str) -> None:
    assert not shows_children(alt)


@pytest.mark.parametrize(
    "author",
    [
        "Alumna", "Niña acompañada por su madre", "Hijo de una docente", "María, 5.º de secundaria",
        "Rosa, trece años", "Alumno tutor", "Brigadista estudiantil", "Líder escolar",
    ],
)  # fmt: skip
def test_a_child_is_told_before_the_adults_beside_it(author: str) -> None:
    assert is_child(author)


@pytest.mark.parametrize(
    "author",
    [
        "Madre de una niña", "Abuela de dos alumnos", "Rosa Niño de Guzmán", "Luis Niño",
        "Psicóloga escolar", "Coordinador de convivencia escolar", "Estudiante de maestría",
        "Ana Quispe, 17 años de servicio", "Docente de 3.º grado", "Exalumna",
    ],
)  # fmt: skip
def test_an_adult_is_no_child(author: str) -> None:
    assert not is_child(author)


def test_the_institution_may_tell() -> None:
    assert is_child("Rosa", "5.º grado de primaria, I. E. 20")
    assert not is_child("Docente Rosa", "5.º grado de primaria, I. E. 20")


@pytest.mark.parametrize("said", [None, "no", "No.", "-", "N/A", "Pendiente", "ninguno", "…"])
def test_what_says_nothing_is_no_consent(said: str | None) -> None:
    assert not is_given(said)


@pytest.mark.parametrize("said", ["Autorización firmada", "No se reconoce a nadie", "x"])
def test_what_says_something_is_read_by_people(said: str) -> None:
    assert is_given(said)
