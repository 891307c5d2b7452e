"""Strict YAML: the catalogue gets the values that a person reads, each with its line."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.source.document import Document, Mark
from catalog.source.front_matter import parse_sheet, parse_yaml


def parsed(text: str) -> Document:
    document, problems = parse_sheet("x.md", text.encode())
    assert problems == []
    return document


def messages(text: str) -> list[str]:
    _, problems = parse_sheet("x.md", text.encode())
    return [str(problem) for problem in problems]


def test_values_keep_their_lines_and_columns() -> None:
    document = parsed("---\ntitulo: Hola\ncifras:\n  - valor: 3\n    unidad: días\n---\nTexto\n")
    assert document.data == {"titulo": "Hola", "cifras": [{"valor": 3, "unidad": "días"}]}
    assert document.mark(("titulo",)) == Mark(2, 9)
    assert document.mark(("titulo",), of_key=True) == Mark(2, 1)
    assert document.mark(("cifras", 0, "unidad")) == Mark(5, 13)
    assert document.mark(("cifras", 0, "no_hay")) == Mark(4, 5), "the nearest place around it"


def test_the_body_begins_after_the_front_matter() -> None:
    document = parsed("---\na: b\n---\nUno\n---\nDos\n")
    assert document.body == "Uno\n---\nDos\n"
    assert document.body_problem(1, "aquí").line == 4


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("2026-04-23", date(2026, 4, 23)),
        ('"2026-04-23"', "2026-04-23"),
        ("7016", 7016),
        ("40.7", 40.7),
        ('"012"', "012"),
        ("true", True),
        ("", None),
        ("«a» <b> 'c'", "«a» <b> 'c'"),
        ("Yachay ñawinchay", "Yachay ñawinchay"),
        ("más de 50", "más de 50"),
        ("70 a 150", "70 a 150"),
        ("+64.9 puntos", "+64.9 puntos"),
    ],
)
def test_a_scalar_has_the_type_that_its_notation_shows(scalar: str, value: object) -> None:
    assert parsed(f"---\na: {scalar}\n---\n").data == {"a": value}


@pytest.mark.parametrize(
    "scalar", ["no", "Yes", "off", "012", "0x1F", "12:30", "1_000", "1e3", ".5", "+5", "1.250"]
)
def test_a_scalar_that_tools_read_differently_must_be_quoted(scalar: str) -> None:
    assert "varias maneras" in messages(f"---\na: {scalar}\n---\n")[0]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_do_not_matter(newline: str, mark: str) -> None:
    document = parsed(mark + newline.join(["---", "titulo: ¡Hola!", "---", "Texto"]))
    assert document.data == {"titulo": "¡Hola!"}
    assert document.body == "Texto"


def test_deep_nesting_is_refused_and_not_followed() -> None:
    assert "niveles" in messages(f"---\na: {'[ ' * 90}{'] ' * 90}\n---\n")[0]
    assert "100 corchetes" in messages(f"---\na: {'[' * 3000}{']' * 3000}\n---\n")[0]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in ["ab", "bc", "cd"])
    assert messages(f"---\n{bomb}---\n") == [
        "x.md:2:4: a: Las anclas y los alias de YAML («&», «*») no se admiten. "
        "Escriba el valor completo, entre comillas."
    ]


def test_huge_integers_stay_text_that_must_be_quoted() -> None:
    assert "tiene demasiadas cifras" in messages(f"---\na: {'9' * 5000}\n---\n")[0]


def test_a_collection_cannot_be_a_key() -> None:
    assert "Una clave debe ser una palabra" in messages("---\n? [a, b]\n: c\n---\n")[0]


@pytest.mark.parametrize("text", ["a: [" + "x, " * 3_000 + "]", "? " + "k" * 900 + "\n: b"])
def test_a_value_that_is_too_long_gives_one_problem(text: str) -> None:
    found = messages(f"---\n{text}\n---\n")
    assert len(found) == 1
    assert "Hay más de 500" in found[0] or "demasiado largo" in found[0]


def test_a_second_document_is_refused() -> None:
    _, problems = parse_yaml("x.yml", b"a: 1\n---\nb: 2\n")
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2", "a: {b", "a: 'x", 'a: "\\q"', "a: @b", "a: `b", "- a\nb: c", "a: b\n  c: d",
        "\ta: b", "a: |\n x\n y: [", "%YAML 9.9", "a: *b", "!!set {a}", "a: \x07", "? a", ": b",
        "a: b: c",
    ],
)  # fmt: skip
def test_broken_yaml_gives_a_located_message_and_never_raises(text: str) -> None:
    document, problems = parse_sheet("x.md", f"---\n{text}\n---\n".encode())
    assert problems or isinstance(document.data, dict)
    assert all(problem.line >= 1 and problem.message for problem in problems)
