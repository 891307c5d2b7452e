"""The keys of the names of institutions."""

from __future__ import annotations

import pytest

from catalog.text.institution_names import institution_key


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("UGEL 07", "Unidad de Gestión Educativa Local N.º 07"),
        ("UGEL 07", "U.G.E.L. 7"),
        ("UGEL 07", "ugel n° 07"),
        ("DRE Ayacucho", "Dirección Regional de Educación de Ayacucho"),
        ("DRE Callao", "Dirección Regional de Educación del Callao"),
        ("GRE Cusco", "Gerencia Regional de Educación Cusco"),
        ("UGEL Víctor Fajardo", "UGEL VICTOR FAJARDO"),
        ("IE 1234", "I.E. N.º 1234"),
    ],
)
def test_ways_of_writing_one_name_have_one_key(name: str, same: str) -> None:
    assert institution_key(name) == institution_key(same)


@pytest.mark.parametrize(
    ("name", "other"),
    [("UGEL 01", "UGEL 10"), ("UGEL La Mar", "UGEL Mar"), ("DRE Lima", "DRE Lima Provincias")],
)
def test_other_institutions_have_other_keys(name: str, other: str) -> None:
    assert institution_key(name) != institution_key(other)
