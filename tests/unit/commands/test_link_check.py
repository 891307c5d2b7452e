"""The links of a catalogue, their places, and the report about those that are dead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.commands import cli
from catalog.commands.cli import main
from catalog.commands.link_check import answers, as_markdown, dead, links
from catalog.commands.link_probe import Answer, Verdict

SHEET = "practices/sur/banco-de-semillas.md"
ALIVE = Answer(Verdict.ALIVE)
GONE = Answer(Verdict.DEAD, "la página no existe (404)")
DOUBTFUL = Answer(Verdict.UNKNOWN, "el sitio no dejó comprobarlo (403)")


@pytest.fixture
def linking(copy_of_small: Path) -> Path:
    """A catalogue with one address in the data of a sheet and in the text of a page."""
    sheet = copy_of_small / SHEET
    part = "    parte: Páginas 1 a 10"
    sheet.write_text(
        sheet.read_text().replace(part, f"{part}\n    enlace: https://a.example/informe.pdf")
    )
    docs = copy_of_small / "docs"
    docs.mkdir(exist_ok=True)
    (docs / "otra.md").write_text("# Otra\n\nVea [el informe](https://a.example/informe.pdf#p2).\n")
    return copy_of_small


def test_a_link_is_listed_with_all_of_its_places(linking: Path) -> None:
    places = links(linking)["https://a.example/informe.pdf"]
    assert places == [f"{SHEET}:11", "docs/otra.md:3"]


def test_files_of_every_kind_are_read(linking: Path) -> None:
    events = linking / "practices" / "_events" / "feria-2025"
    for file in sorted(events.glob("*.md")):
        file.write_text(f"{file.read_text()}\nhttps://{file.stem}.example\n")
    assert len(list(events.glob("*.md"))) > 1
    for file in events.glob("*.md"):
        assert f"https://{file.stem}.example" in links(linking)


def test_an_address_of_an_example_is_not_checked(linking: Path) -> None:
    examples = ("https://example.org", "https://www.example.com/informe.pdf")
    (linking / "docs" / "otra.md").write_text(" ".join([*examples, "https://example.org.pe/x"]))
    assert links(linking).keys() - {"https://a.example/informe.pdf"} == {"https://example.org.pe/x"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vea https://a.example/b, y también «https://c.example».",
         ["https://a.example/b", "https://c.example"]),
        ("[una](https://a.example/x_(y))[otra](https://c.example).",
         ["https://a.example/x_(y)", "https://c.example"]),
        ('enlace: "https://a.example/?q=1&r=2"', ["https://a.example/?q=1&r=2"]),
        ("**https://a.example/b**", ["https://a.example/b"]),
        ("| https://a.example/b | `https://c.example` |",
         ["https://a.example/b", "https://c.example"]),
        ("Debe empezar con https:// o con https://…", []),
        ("<https://a.example/ñ>", ["https://a.example/ñ"]),
        ("http://a.example", []),
    ],
)  # fmt: skip
def test_punctuation_after_an_address_is_no_part_of_it(
    linking: Path, text: str, wanted: list[str]
) -> None:
    (linking / "docs" / "otra.md").write_text(text)
    found = [address for address, places in links(linking).items() if "docs/otra.md:1" in places]
    assert found == wanted


def test_the_pages_of_one_site_are_asked_one_after_another() -> None:
    asked = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return GONE if address.endswith("2") else ALIVE

    places = {f"https://a.example/{number}": ["x:1"] for number in range(4)}
    assert dead(answers(places, ask)) == ["https://a.example/2"]
    assert asked == list(places)


def test_the_report_lists_each_dead_link_with_its_places_and_the_reason() -> None:
    places = {"https://a.example": ["a.md:1", "b.md:2"], "https://b.example": ["c.md:3"]}
    answered = {"https://a.example": GONE, "https://b.example": DOUBTFUL}
    report = as_markdown(places, answered)
    assert "De 2 direcciones, 1 no responde." in report
    assert (
        "## No responden\n\n- <https://a.example>: la página no existe (404). "
        "Está en `a.md:1`, `b.md:2`.\n"
    ) in report
    assert "## No se pudo comprobar\n\n- <https://b.example>: el sitio no dejó" in report
    assert "##" not in as_markdown(places, dict.fromkeys(places, ALIVE))


def test_a_report_is_never_longer_than_an_issue_of_github_may_be() -> None:
    addresses = [f"https://{number}.example/{'x' * 100}" for number in range(500)]
    places = {address: ["practices/una-region/una-ficha.md:100"] * 9 for address in addresses}
    answered = {a: GONE if n % 2 else DOUBTFUL for n, a in enumerate(addresses)}
    report = as_markdown(places, answered)
    listed = report.count("- <")
    assert 100 < listed < 500
    assert sum(map(int, re.findall(r"- Y (\d+) otras", report))) == 500 - listed
    assert "y 4 lugares más" in report
    assert len(report) < 65_536


@pytest.mark.parametrize(("answer", "status"), [(ALIVE, 0), (DOUBTFUL, 0), (GONE, 1)])
def test_the_command_exits_1_where_a_link_is_dead(
    linking: Path,
    answer: Answer,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class FixedAsker:
        def ask(self, _: str) -> Answer:
            return answer

    monkeypatch.setattr(cli, "Asker", FixedAsker)
    assert main(["links", "--root", str(linking)]) == status
    assert ("https://a.example/informe.pdf" in capsys.readouterr().out) is bool(answer.why)


def test_a_folder_without_a_catalogue_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["links", "--root", str(tmp_path)]) == 2
