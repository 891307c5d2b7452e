"""Who answers for the catalogue: what `extra.responsable` may hold, and the pages that tell it."""

from __future__ import annotations

import pytest

from catalog.derive.derived import Derived
from catalog.model import Catalog
from catalog.pages.blocks import with_blocks
from catalog.pages.site_info import Responsible, SiteInfo, responsible
from catalog.pages.templates import Templates

GIVEN = {"nombre": "DIFOCA", "correo": "cop@minedu.gob.pe", "privacidad": "https://x.pe/datos"}


@pytest.mark.parametrize("given", [None, {}, {"nombre": "", "correo": "", "privacidad": ""}])
def test_nobody_answers_where_nothing_is_given(given: object) -> None:
    assert responsible(given) == Responsible()


def test_the_mail_is_the_contact_for_personal_data_unless_another_is_given() -> None:
    assert responsible(GIVEN) == Responsible("DIFOCA", "cop@minedu.gob.pe", "https://x.pe/datos")
    assert responsible(GIVEN | {"privacidad": ""}).privacy == "cop@minedu.gob.pe"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("DIFOCA", "extra.responsable lleva nombre, correo, privacidad, y nada más."),
        (GIVEN | {"telefono": "1"}, "extra.responsable lleva nombre, correo, privacidad"),
        (GIVEN | {"nombre": None}, "Falta extra.responsable.nombre"),
        (GIVEN | {"correo": "cop"}, "extra.responsable.correo no es un correo"),
        (GIVEN | {"correo": "a@b.pe\nBcc: c@d.pe"}, "extra.responsable.correo no es un correo"),
        (GIVEN | {"privacidad": "javascript:alert(1)"}, "va un correo o una dirección"),
    ],
)
def test_a_wrong_value_is_refused_with_a_message(given: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        responsible(given)


@pytest.mark.parametrize("block", ["responsable", "buzon", "retiro"])
def test_a_block_names_who_answers_or_says_that_nobody_does(small: Catalog, block: str) -> None:
    def filled(who: Responsible) -> str:
        templates = Templates(small, SiteInfo("Catálogo", "https://x.org/", "", who))
        place = f'<div data-bloque="{block}"></div>'
        return with_blocks(place, Derived(small), templates, "acerca/")

    named = filled(responsible(GIVEN))
    assert "DIFOCA" in named or "https://x.pe/datos" in named
    nobody = filled(Responsible())
    assert nobody != named
    assert "DIFOCA" not in nobody
