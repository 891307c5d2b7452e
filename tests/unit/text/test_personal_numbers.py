"""Numbers that identify a person or reach a telephone are found, and no other numbers."""

from __future__ import annotations

import pytest

from catalog.text.personal_numbers import numbers_of_people


@pytest.mark.parametrize(
    "text",
    [
        "DNI 12345678", "D.N.I. N.º 12.345.678", "dni: 12 345 678", "su DNI es 12345678-9",
        "DNI12345678", "DNI 12\xa0345\xa0678", "DNI １２３４５６７８",
        "DNI de la madre de Rosa: 12345678", "DNI 20250115", "12345678@escuela.edu.pe",
        "Rosa (12345678)", "**12345678**", "identificada con 12345678.",
    ],
)  # fmt: skip
def test_an_identity_number_is_found(text: str) -> None:
    ((_, message),) = numbers_of_people(text)
    assert "DNI" in message
    assert "345678" not in message, "the number is not told again in public"


@pytest.mark.parametrize(
    "text",
    [
        "987654321",
        "987 654 321",
        "987-654-321",
        "+51 987654321",
        "cel. 51987654321,",
        "987.654.321",
        "987\u2011654\u2011321",
        "987–654–321",
        "987\xa0654\xa0321",
        "98765 4321",
        "987 65 43 21",
        "cel987654321",
        "Tel.987654321",
        "https://wa.me/51987654321",
        "[llame](tel:+51987654321)",
        "987654321@correo.pe",
    ],
)
def test_the_number_of_a_mobile_telephone_is_found(text: str) -> None:
    ((_, message),) = numbers_of_people(text)
    assert "celular" in message


@pytest.mark.parametrize(
    "text",
    [
        "RVM N.º 082-2024-MINEDU", "Oficio 00012345-2026", "12,345,678 soles", "S/ 987,654,321",
        "12345678.50", "https://www.gob.pe/12345678", "a12345678@gob.pe", "(01) 615 5800",
        "RUC 20123456789", "2019-2025", "código modular 0987654", "2024, 2025 y 2026",
        "20240115", "S/. 12345678", "US$ 98765432", "98765432 soles", "900 000 000 de soles",
        "Código SNIP 12345678", "partida registral N.° 12345678", "campaña del DNI 2024-2025",
        "900 estudiantes", "Expediente N.° MPT2026-EXT-0123456789",
    ],
)  # fmt: skip
def test_other_numbers_are_not_reported(text: str) -> None:
    assert list(numbers_of_people(text)) == []
