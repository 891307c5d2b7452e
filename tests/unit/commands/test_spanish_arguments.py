"""The help of the command line and its messages about mistakes are in Spanish."""

from __future__ import annotations

import re

import pytest

from catalog.commands.spanish_arguments import SpanishParser

ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|required|invalid|choice|choose|expected|the|show"
    r"|unrecognized|exit|ambiguous|match|value)\b"
)


@pytest.fixture
def parser() -> SpanishParser:
    made = SpanishParser(prog="catalogo", description="El catálogo.")
    orders = made.add_subparsers(title="órdenes", metavar="orden", required=True)
    check = orders.add_parser("check", help="revisa")
    check.add_argument("files", metavar="archivo", nargs="+")
    check.add_argument("--format", choices=("text", "json"))
    check.add_argument("--form-feed", action="store_true")
    check.add_argument("--times", type=int)
    return made


def output_of(parser: SpanishParser, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        parser.parse_args(arguments)
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Falta: orden."),
        (["chek"], "En orden no va 'chek', sino: "),
        (["check"], "Falta: archivo."),
        (["check", "x", "--format"], "Falta el valor de --format."),
        (["check", "x", "--format", "xml"], "En --format no va 'xml', sino: "),
        (["check", "x", "--times", "dos"], "En --times no va 'dos'."),
        (["check", "x", "--strange"], "Sobra: --strange."),
        (["check", "x", "--form"], "--form puede ser --format, --form-feed: escríbala entera."),
        (["check", "x", "--form-feed=1"], "--form-feed no lleva valor: quite '1'."),
    ],
)
def test_every_mistake_has_a_message_in_spanish(
    parser: SpanishParser, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    text = output_of(parser, capsys, *arguments)
    assert text.startswith(f"No se entiende la orden. {message}")
    assert not ENGLISH.search(text), text


def test_the_help_is_in_spanish(parser: SpanishParser, capsys: pytest.CaptureFixture[str]) -> None:
    text = output_of(parser, capsys, "check", "--help")
    assert text.startswith("uso: catalogo check")
    assert "argumentos:" in text
    assert "opciones:" in text
    assert "muestra esta ayuda" in text
    assert not ENGLISH.search(text), text


def test_the_exit_status_of_a_mistake_is_2(parser: SpanishParser) -> None:
    with pytest.raises(SystemExit) as ended:
        parser.parse_args([])
    assert ended.value.code == 2
