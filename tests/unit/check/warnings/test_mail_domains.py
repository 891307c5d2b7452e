"""Mistyped domains of mail addresses, and the domains of public institutions."""

from __future__ import annotations

import pytest

from catalog.check.warnings.mail_domains import domain_meant, is_public

MEANT = {
    ("gmial.com", ""): "gmail.com",
    ("hotmial.con", ""): "hotmail.com",
    ("drecusco.gob.ep", ""): "drecusco.gob.pe",
    ("drecusco.gov.pe", ""): "drecusco.gob.pe",
    ("dre-cusco.gob.pe.com", ""): "dre-cusco.gob.pe",
    ("drepassco.gob.pe", "DRE Pasco"): "drepasco.gob.pe",
    ("ugel07.gob.pe", "UGEL 06"): "ugel06.gob.pe",
}
RIGHT = [
    ("gmail.com", "DRE Pasco"),
    ("ugel-07.gob.pe", "UGEL 7"),
    ("drepasco.gob.pe", "DRE Pasco"),
    ("drelm.gob.pe", "DRE Lima Metropolitana"),
    ("drej.edu.pe", "DRE Junín"),
    ("drecusco.gob.pe", "GRE Cusco"),
    ("example.org", "UGEL Ejemplo"),
    ("gob.pe", ""),
]


@pytest.mark.parametrize(("domain", "institution"), MEANT)
def test_a_mistyped_domain_is_recognised(domain: str, institution: str) -> None:
    assert domain_meant(domain, institution) == MEANT[domain, institution]


@pytest.mark.parametrize(("domain", "institution"), RIGHT)
def test_a_right_domain_is_not_reported(domain: str, institution: str) -> None:
    assert domain_meant(domain, institution) is None


def test_a_public_domain_is_recognised_by_its_ending() -> None:
    assert is_public("munisurquillo.gob.pe")
    assert not is_public("gob.pe.com")
    assert not is_public("falsogob.pe")
