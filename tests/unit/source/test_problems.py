"""A problem is one line of text, and suggests the value that its author may have meant."""

from __future__ import annotations

from catalog.source.problems import Problem, Severity, nearest, quoted, suggestion


def test_an_acronym_is_not_suggested_for_another() -> None:
    assert nearest("EBR", ["inicial", "eba", "ebe", "etp"]) is None
    assert nearest("agu", ["agua", "riego"]) == "agua"


def test_a_problem_reads_as_place_field_and_message() -> None:
    problem = Problem("practices/ica/x.md", 7, 10, "estadio", "«avansado» no es válido.")
    assert str(problem) == "practices/ica/x.md:7:10: estadio: «avansado» no es válido."


def test_the_line_of_a_warning_says_that_it_is_one() -> None:
    problem = Problem("x.md", 1, 1, "", "Algo raro.", Severity.WARNING)
    assert str(problem) == "x.md:1:1: aviso: Algo raro."


def test_content_cannot_forge_a_line_of_output() -> None:
    problem = Problem("a\nb.md", 1, 1, "c\r\n::error::d", "e\x1b[31m\u202ef\u2028g")
    assert len(str(problem).splitlines()) == 1
    assert "\x1b" not in str(problem)
    assert "\u202e" not in str(problem)


def test_the_name_of_a_file_that_is_not_utf_8_can_be_printed() -> None:
    assert str(Problem("a\udcffb.md", 1, 1, "", "x")).encode() == "a�b.md:1:1: x".encode()


def test_the_nearest_word_is_found_without_case_or_accents() -> None:
    assert nearest("JUNIN", ["Junín", "Ica"]) == "Junín"
    assert suggestion("astronomía", ["Junín", "Ica"]) == ""
    assert suggestion("avansado", ["inicial", "avanzado"]) == " ¿Quiso decir «avanzado»?"


def test_a_long_value_is_shortened_in_a_message() -> None:
    assert quoted("x" * 500) == f"«{'x' * 60}…»"
