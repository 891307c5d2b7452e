"""The examples of the contributors' guide pass the check, each mistake in the guide gives the
message that the guide shows, and the guide leaves out no field, value or section."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from catalog.load import load
from catalog.pages.guide import GUIDE_BLOCKS, vocabulary_uses
from catalog.schema import challenge_fields, event_fields
from catalog.schema.fields import (
    Contact,
    Evidence,
    Figure,
    Link,
    Photo,
    PracticeFields,
    Replication,
    Resource,
    Source,
    Step,
)
from catalog.schema.validation import Strict
from catalog.source.layout import VOCABULARY_FILES
from catalog.source.photos import MAX_BYTES, MIN_SIDE
from catalog.source.problems import Problem, Severity
from catalog.text.folding import fold
from tests.support.pictures import photo

ROOT = Path(__file__).parents[2]
GUIDE = {
    page.stem: page.read_text("utf-8") for page in sorted((ROOT / "docs" / "guia").glob("*.md"))
}
SHEET = "practices/ica/mi-practica.md"
EVENT = "practices/_events/mi-intercambio-2025/index.md"
WARNING = (
    f"{EVENT}:47:12: aviso: cifras[1].valor: Dice «18 regiones», y aquí este evento tiene 3 "
    "regiones. Corríjalo, o explíquelo en «notas» (mencione «18» y «regiones»)."
)
PHOTO = "practices/ica/mi-practica/circulo-de-lectura.jpg"
EXAMPLES = {
    path: text
    for page in GUIDE.values()
    for path, text in re.findall(
        r"^Iría en `(practices/\S+)`:\n\n```markdown\n(.*?)```\n", page, re.DOTALL | re.MULTILINE
    )
}
EXPLAINED, _, ERRORS = GUIDE["errores"].partition('\n## <a id="comunes"></a>')
MESSAGES = dict(re.findall(r"\n### (\d+)\. .+?\n\n```text\n(.+?)\n```\n", ERRORS))
BLOCKS = {
    name: re.findall(r'<div data-bloque="([a-z/-]+)"></div>', page) for name, page in GUIDE.items()
}

PAGE = (ROOT / "docs" / "contribuir.md").read_text("utf-8")
TEMPLATE = PAGE.split("```markdown\n")[1].partition("```\n")[0]
# The lines that an author adds later, by the path of the example that they belong to.
LATER = dict(
    zip(
        (SHEET, "practices/_events/mi-intercambio-2025/mi-practica.md"),
        re.findall(r"```yaml\n(.+?)```\n", PAGE, re.DOTALL),
        strict=True,
    )
)
TO_WRITE = re.compile(
    r"PENDIENTE: [^\"\n]+|elija-un-\w+|mi-region|el-año\S*|escriba-aqui-\S+|la-fecha-de-hoy"
)
ANSWERS = {
    "mi-region": "ica", "elija-un-tema": "lectura", "elija-un-nivel": "primaria",
    "elija-un-alcance": "crea", "elija-un-estadio": "inicial", "elija-un-recurso": "personas",
    "el-año": "2024", "la-fecha-de-hoy": "2026-11-21",
    "escriba-aqui-el-correo-institucional": "correo@ugel.gob.pe",
    "- tipo: elija-un-tipo": "- tipo: norma", "  tipo: elija-un-tipo": "  tipo: producto",
    '"PENDIENTE: el número"': "45",
}  # fmt: skip

PART = '"Secciones 1 a 4: problema, estrategia, resultados y transferencia"'
# For each common mistake by its number, a text of the example and the wrong text in its place.
BREAKS = {
    "1": {PART: PART.strip('"')},
    "2": {"    unidad: escuelas": "   unidad: escuelas"},
    "3": {"resumen: Esta": "resumne: Esta"},
    "4": {re.search(r"resumen: (.*)", EXAMPLES[SHEET])[1]: "Se formaron círculos de lectura."},
    "5": {"[lectura, educacion-rural, redes-comunidades]": "[lectura, Educación rural]"},
    "6": {"    alcance: crea\n": "    alcance: marco\n"},
    "7": {"## Problema\n": "## Problemática\n"},
    "8": {"2026-11-21": "21/11/2026"},
    "9": {"ejemplo en un concurso": "ejemplo #1 en un concurso"},
    "10": {PART: f"“{PART[1:-1]}”"},
    "11": {"https://www.example.org/informe.pdf": "http://www.example.org/informe.pdf"},
    "12": {"Gestión Pedagógica\n": "Gestión Pedagógica, celular 987 654 321\n"},
    "13": {"# Opcional. Lo que las fuentes callan": "fotos:\n"
           "  - archivo: circulo-de-lectura.jpg\n"
           "    texto_alternativo: Cuatro niñas leen alrededor de una mesa\n"
           "# Opcional. Lo que las fuentes callan"},
    "14": {},
}  # fmt: skip
WITH_PHOTO = ("13", "14")


@pytest.fixture
def guided(tmp_path: Path) -> Path:
    """The folder of a catalogue that holds only the examples of the guide."""
    shutil.copytree(ROOT / "practices" / "_taxonomies", tmp_path / "practices" / "_taxonomies")
    for path, text in EXAMPLES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def problems_of(root: Path) -> str:
    return "\n".join(map(str, load(root)[1]))


def errors_of(root: Path) -> list[Problem]:
    """The errors of a sheet whose institution is made up, which gives a warning."""
    errors = [problem for problem in load(root)[1] if problem.severity is Severity.ERROR]
    assert "no está entre las instituciones conocidas" in problems_of(root)
    return errors


def test_the_examples_pass_the_check(guided: Path) -> None:
    assert len(EXAMPLES) == 4
    assert problems_of(guided) == ""


def test_the_shortest_sheet_passes_the_check_and_has_every_obligatory_key(guided: Path) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    sheet = page.split("```markdown\n")[1].partition("```\n")[0]
    fields = PracticeFields.model_fields.values()
    keys = re.findall(r"^(\w+):", sheet, re.MULTILINE)
    assert keys == [field.alias for field in fields if field.is_required()]
    for file in (guided / "practices" / "_events").iterdir():
        shutil.rmtree(file)
    (guided / SHEET).write_text(sheet, "utf-8")
    assert errors_of(guided) == []


def test_the_check_finds_every_line_of_the_template_that_is_still_to_write(guided: Path) -> None:
    (guided / SHEET).write_text(TEMPLATE, "utf-8")
    wanted = [n for n, line in enumerate(TEMPLATE.split("\n"), 1) if TO_WRITE.search(line)]
    lines = [problem.line for problem in load(guided)[1] if problem.path == SHEET]
    assert lines == wanted
    assert len(wanted) > 20


def test_the_template_passes_the_check_once_it_is_filled(guided: Path) -> None:
    text = TEMPLATE
    for mark, answer in ANSWERS.items():
        assert mark in text
        text = text.replace(mark, answer)
    (guided / SHEET).write_text(TO_WRITE.sub("Una UGEL: " + "x" * 80, text), "utf-8")
    assert errors_of(guided) == []


@pytest.mark.parametrize(
    ("path", "state"), list(zip(LATER, ("adaptacion", "en-curso"), strict=True))
)
def test_the_lines_that_are_added_later_pass_the_check_once_they_are_filled(
    path: str, state: str, guided: Path
) -> None:
    lines = LATER[path]
    key = lines.partition("\n")[0]
    # The example has the key already.
    text = re.sub(rf"^{key}\n(?: .*\n)+", "", EXAMPLES[path], flags=re.MULTILINE)
    assert key not in text
    (guided / path).write_text(text.replace("\nfuentes:", f"\n{lines}fuentes:"), "utf-8")
    assert len(load(guided)[1]) == len(TO_WRITE.findall(lines)) > 3
    for mark, answer in {
        "mi-region": "ica", "elija-un-estado": state, "el-año-y-el-mes": "2026-09",
    }.items():  # fmt: skip
        lines = lines.replace(mark, answer)
    lines = TO_WRITE.sub("Una UGEL de ejemplo", lines)
    (guided / path).write_text(text.replace("\nfuentes:", f"\n{lines}fuentes:"), "utf-8")
    assert problems_of(guided) == ""


def test_every_message_of_the_guide_has_a_mistake() -> None:
    assert list(MESSAGES) == list(BREAKS) == [str(n + 1) for n in range(len(BREAKS))]
    assert ERRORS.count("```text") == len(MESSAGES)


@pytest.mark.parametrize("number", BREAKS)
def test_a_mistake_gives_the_message_of_the_guide(number: str, guided: Path) -> None:
    text = EXAMPLES[SHEET]
    for right, wrong in BREAKS[number].items():
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    (guided / SHEET).write_text(text, "utf-8")
    if number in WITH_PHOTO:
        (guided / PHOTO).parent.mkdir()
        (guided / PHOTO).write_bytes(photo())
    assert problems_of(guided) == MESSAGES[number]


def test_a_warning_reads_as_the_guide_shows_it(guided: Path) -> None:
    text = EXAMPLES[EVENT].replace("valor: 80", "valor: 18")
    (guided / EVENT).write_text(text.replace("unidad: gestores educativos", "unidad: regiones"))
    assert problems_of(guided) == WARNING


def test_the_guide_explains_real_messages() -> None:
    explained = re.findall(r"```text\n(practices/.+?)\n```", EXPLAINED)
    assert explained == [MESSAGES["5"], WARNING]


@pytest.mark.parametrize(
    ("model", "path"),
    [
        *((model, SHEET) for model in
          (PracticeFields, Evidence, Figure, Resource, Contact, Replication, Step, Link, Source,
           Photo)),
        *((getattr(event_fields, name), EVENT) for name in
          ("EventFields", "ProgramDay", "Slot", "Registration", "EventChange", "Visit",
           "Testimonial")),
        *((getattr(event_fields, name), "practices/_events/mi-intercambio-2025/mi-practica.md")
          for name in ("PresentationFields", "Expert", "FollowUp")),
        *((getattr(challenge_fields, name), "practices/_challenges/mi-desafio.md")
          for name in ("ChallengeFields", "Answer")),
    ],
)  # fmt: skip
def test_an_example_has_every_key_of_its_models(model: type[Strict], path: str) -> None:
    for field in model.model_fields.values():
        assert re.search(rf"\b{field.alias}\b", EXAMPLES[path]), field.alias


def test_the_limits_of_photos_are_those_of_the_check() -> None:
    limits = f"hasta {MAX_BYTES // 1024**2} MB y mide al menos {MIN_SIDE} píxeles"
    assert limits in GUIDE["proponer"]
    assert f"más de {MAX_BYTES // 1024**2} MB, si mide menos de {MIN_SIDE} píxeles" in ERRORS


def test_the_guide_lists_every_field_and_section() -> None:
    shown = [block for blocks in BLOCKS.values() for block in blocks]
    assert len(shown) == len(set(shown))
    wanted = {block for block in GUIDE_BLOCKS if block.startswith(("campos/", "secciones/"))}
    assert wanted <= set(shown) <= set(GUIDE_BLOCKS)


def test_the_guide_lists_the_values_of_every_vocabulary_that_a_field_names() -> None:
    used = [use.name for use in vocabulary_uses()]
    shown = [block.removeprefix("valores/") for block in BLOCKS["listas"] if "/" in block]
    assert sorted(shown) == sorted(used)
    for name in used:
        section = GUIDE["listas"].partition(f'<div data-bloque="valores/{name}"></div>')[0]
        heading = section[section.rindex("\n## ") :]
        anchor, title = re.match(r'\n## (?:<a id="([^"]+)"></a>)?(.+)\n', heading).groups()
        assert name == (anchor or fold(title).replace(" ", "-"))


def test_a_list_of_values_in_a_comment_is_the_whole_vocabulary() -> None:
    catalog, _ = load(ROOT)
    assert catalog
    pages = (*GUIDE.values(), PAGE, (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    comments = [re.sub(r"\n *#+ ", " ", page) for page in pages]
    checked = 0
    for name in VOCABULARY_FILES.keys() - {"acronyms"}:
        values = set(getattr(catalog.vocabularies, name))
        for comment in comments:
            for listed in re.findall(r"(?:[a-z-]+, )+[a-z-]+ o [a-z-]+", comment):
                named = set(re.split(", | o ", listed))
                if len(named & values) > 1:
                    assert named == values, listed
                    checked += 1
    assert checked > 8
