"""The addresses to which a text may link."""

from __future__ import annotations

import pytest

from catalog.text.safe_urls import why_not_link


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gob.pe", "HTTPS://www.gob.pe/x", "https://a.b-c.pe:8443/x?y=z&w=ñ#p",
        "https://drive.google.com/file/d/1_-x/view?usp=sharing",
        "https://es.wikipedia.org/wiki/Perú_(país)",
        "mailto:ana.rojas@ugel01.gob.pe", "https://x.pe/@usuario", "https://1.2.gob.pe/3.4",
        "https://ñandú.pe/á", "mailto:a.b-c_d+e@a--b.c1.pe",
    ],
)  # fmt: skip
def test_a_complete_and_safe_address_is_accepted(address: str) -> None:
    assert why_not_link(address) == ""


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://www.gob.pe", "https://"), ("www.gob.pe", "completa"), ("", "ninguna parte"),
        ("https://ana:clave@gob.pe", "contraseña"), ("https://ana@gob.pe/x", "contraseña"),
        ("ftp://ana:clave@gob.pe", "contraseña"), ("https://localhost", "completa"),
        ("https://a.pe/x y", "completa"), ("https://a.pe\\x", "completa"),
        ('https://a.pe/"x', "completa"),
        ("javascript:alert(1)", "completa"), ("data:text/html,x", "completa"),
        ("//gob.pe", "completa"),
        ("mailto:a@b.pe?subject=x", "correo"), ("mailto:a@b.pe,c@d.pe", "correo"),
        ("mailto:a%0Ab@c.pe", "correo"),
        ("mailto:a..b@c.pe", "correo"), ("mailto:.a@c.pe", "correo"), ("mailto:a@-c.pe", "correo"),
        ("https://192.168.0.1/x", "completa"), ("https://127.1", "completa"),
        ("https://10.0.0.1:8080", "completa"), ("https://g\u043eb.pe", "completa"),
        ("../otra.md", "completa"), ("#arriba", "completa"),
    ],
)  # fmt: skip
def test_any_other_address_is_refused_with_the_way_to_mend_it(address: str, word: str) -> None:
    assert word in why_not_link(address)
