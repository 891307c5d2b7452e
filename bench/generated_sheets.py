"""Makes the Markdown files of a sheet, an event or a presentation from a Text.

The files keep every rule of the catalogue: sections, figures and evidence sustain the stage, lists
repeat nothing, and each value is within the limits of its field. Their terms come from the
repository's vocabularies.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import yaml

from bench.institutions import institutions, places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.generated_texts import Text

SECTIONS = ("Problema", "Objetivos", "Estrategia", "Resultados", "Lecciones aprendidas")
_UNITS = ("%", "docentes", "estudiantes", "instituciones educativas", "directivos", "familias",
          "talleres", "visitas de acompañamiento", "redes educativas", "horas")  # fmt: skip
_DOCUMENTS = ("Ficha de buena práctica", "Informe de gestión", "Reporte de sistematización",
              "Plan anual de trabajo")  # fmt: skip
_PARTS = ("Resultados", "Estrategia", "Sección 3", "Resumen ejecutivo", "Anexo 2")
_POSITIONS = ("Director", "Directora", "Jefa de Gestión Pedagógica", "Especialista en educación",
              "Coordinador de la práctica")  # fmt: skip
_NAMES = ("María", "Rosa", "Juana", "Carmen", "Luz", "José", "Luis", "Carlos", "Jorge", "Víctor")
_SURNAMES = ("Quispe", "Mamani", "Flores", "Rojas", "Huamán", "Sánchez", "Ramos", "Vargas",
             "Condori", "Castillo", "Paredes", "Salazar")  # fmt: skip
_FIRST_REVIEW = date(2025, 1, 1)
# With its number, a slug is about as long as the real ones: an index repeats slugs.
_SLUG_CHARACTERS = 34


@dataclass(frozen=True)
class Terms:
    """The vocabularies of a catalogue: the ids of each; `regions` maps them to the names."""

    regions: dict[str, str]
    topics: Sequence[str]
    levels: Sequence[str]
    figure_types: Sequence[str]
    event_types: Sequence[str]

    @classmethod
    def read(cls, folder: Path) -> Terms:
        """Read the vocabularies of a `_taxonomies` folder."""

        def terms(name: str) -> dict[str, str]:
            items = yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))
            return {item["id"]: item["label"] for item in items}

        return cls(
            terms("regiones"),
            list(terms("temas")),
            list(terms("niveles")),
            list(terms("tipos-de-cifra")),
            list(terms("tipos-de-evento")),
        )


@dataclass(frozen=True)
class SheetFile:
    """A generated sheet: its region and its slug, which make its path, and its content."""

    region: str
    slug: str
    content: str


def sheet(number: int, seed: int, text: Text, terms: Terms) -> SheetFile:
    """The sheet of a number, always the same for the same seed and text."""
    random = Random(f"{seed}/sheet/{number}")
    region = random.choices(list(terms.regions), weights=_falling(len(terms.regions)))[0]
    offices = institutions(region, terms.regions[region])
    signers = random.sample(offices, min(_few(random, 1, 6), len(offices)))
    stage = random.choices(("inicial", "intermedio", "avanzado"), weights=(45, 35, 20))[0]
    figure_count = random.randint(0 if stage == "inicial" else 1, 6)
    year = random.randint(2012, 2025)
    review = _FIRST_REVIEW + timedelta(days=random.randrange(680))
    document = f"{random.choice(_DOCUMENTS)} de {signers[0]} ({year})"
    lines = [
        f"titulo: {_quoted(text.title)}",
        f"resumen: {_quoted(text.summary)}",
        f"region: {region}",
        "instituciones:",
        *(f"  - {_quoted(name)}" for name in signers),
        f"temas: [{', '.join(_some(random, terms.topics, 1, 4))}]",
    ]
    if levels := _some(random, terms.levels, 0, 3):
        lines.append(f"niveles: [{', '.join(levels)}]")
    lines.append(f"estadio: {stage}")
    if random.random() < 0.7:
        lines.append(f"anio_inicio: {year}")
    if evidence := _evidence(random, stage, signers[0], year):
        lines += ["evidencias:", *evidence]
    if figure_count:
        lines.append("cifras:")
    for index in range(figure_count):
        lines += _figure(random, terms, text.paragraphs[index % len(text.paragraphs)])
    if random.random() < 0.15:
        lines += ["reconocimientos:", f"  - {_quoted(f'Premio regional de gestión, {year}')}"]
    if random.random() < 0.5:
        lines += _contact(random, region, terms.regions[region], signers[0])
    lines.append("fuentes:")
    for part in _some(random, _PARTS, 1, 3):
        lines += [f"  - documento: {_quoted(document)}", f"    parte: {_quoted(part)}"]
    if random.random() < 0.6:
        lines.append("notas:")
        lines += [f"  - {_quoted(note)}" for note in _excerpts(random, text, 1, 3)]
    lines.append(f"fecha_revision: {review.isoformat()}")
    slug = f"{slug_of(text.title)[:_SLUG_CHARACTERS].rstrip('-')}-{number:05d}"
    body = _body(random, text.paragraphs)
    return SheetFile(region, slug, _file(lines, body))


def event(number: int, terms: Terms, text: Text) -> str:
    """The text of the `index.md` of the event of a number."""
    random = Random(f"event/{number}")
    regions = _some(random, list(terms.regions), 3, 10)
    lines = [
        f"titulo: {_quoted(f'Intercambio número {number} de buenas prácticas')}",
        f"tipo: {random.choice(list(terms.event_types))}",
        f"fecha_inicio: {2015 + number % 11}-{random.randint(1, 12):02d}",
        f"regiones: [{', '.join(regions)}]",
        "fuentes:",
        f"  - documento: {_quoted(f'Memoria del intercambio número {number}')}",
        "    parte: Resumen",
    ]
    return _file(lines, ["## Lo que pasó", *text.paragraphs[:4]])


def presentation(order: int, text: Text) -> str:
    """The text of the file of a practice's presentation, with an expert's commentary."""
    random = Random(f"presentation/{order}/{text.title}")
    lines = [
        f"orden: {order}",
        "experto:",
        f"  nombre: {_quoted(_person(random))}",
        f"  cargo: {_quoted(random.choice(_POSITIONS))}",
    ]
    first, second = text.paragraphs[0], text.paragraphs[-1]
    return _file(lines, ["## Aspecto clave", first, "## Oportunidades de mejora", second])


def slug_of(title: str) -> str:
    """`"Día 1: las prácticas"` → `"dia-1-las-practicas"`."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _file(front_matter: Sequence[str], body: Sequence[str]) -> str:
    return "\n".join(["---", *front_matter, "---", "", "\n\n".join(body), ""])


def _body(random: Random, paragraphs: Sequence[str]) -> list[str]:
    """The headings and texts of the sections, which share the paragraphs; some become lists."""
    required = {"Problema", "Estrategia", "Resultados"}
    titles = [title for title in SECTIONS if title in required or random.random() < 0.7]
    titles = titles if len(paragraphs) >= len(titles) else [t for t in titles if t in required]
    cuts = sorted(random.sample(range(1, len(paragraphs)), len(titles) - 1))
    parts = []
    for title, (start, end) in zip(titles, pairwise([0, *cuts, len(paragraphs)]), strict=True):
        parts.append(f"## {title}")
        dealt = paragraphs[start:end]
        if len(dealt) > 2 and title != "Problema" and random.random() < 0.5:
            parts.append(dealt[0])
            parts.append("\n".join(f"- {_bold_start(paragraph)}" for paragraph in dealt[1:]))
        else:
            parts += dealt
    return parts


def _bold_start(paragraph: str) -> str:
    """The paragraph with its first word in bold, if that has letters only."""
    first, _, rest = paragraph.partition(" ")
    return f"**{first}** {rest}" if first.isalpha() else paragraph


def _evidence(random: Random, stage: str, office: str, year: int) -> list[str]:
    number = f"N.º {random.randint(100, 4999)}-{year}"
    details = {
        "norma": f"Resolución Directoral {number} de {office}, que aprueba la práctica.",
        "plan": f"Plan anual de {office}, que la incorpora desde {year}.",
        "sistematizacion": f"{office} ordenó la experiencia en un documento de {year}.",
        "comentario": f"Un experto la comentó en {year}.",
        "validacion": f"Un experto de fuera dijo en {year} que funciona.",
        "evaluacion": f"Un equipo de fuera la evaluó en {year}.",
        "premio": f"Concurso regional de buenas prácticas de {year}.",
        "transferencia": f"Otra institución la adoptó en {year}.",
    }
    if stage == "avanzado":
        kinds = [
            "sistematizacion",
            random.choice(("norma", "plan")),
            random.choice(("validacion", "evaluacion", "premio", "transferencia")),
        ]
    elif stage == "intermedio":
        kinds = [random.choice(("sistematizacion", "comentario")), *_some(random, ("plan",), 0, 1)]
    else:
        kinds = _some(random, ("sistematizacion", "plan"), 0, 2)
    lines = []
    for kind in kinds:
        lines.append(f"  - tipo: {kind}")
        if kind in ("norma", "plan"):
            scope = "producto"
            if stage == "avanzado":
                scope = random.choice(("crea", "aprueba", "incorpora"))
                lines.append(f"    documento: {_quoted(f'Resolución Directoral {number}')}")
            lines.append(f"    alcance: {scope}")
        lines.append(f"    detalle: {_quoted(details[kind])}")
    return lines


def _figure(random: Random, terms: Terms, paragraph: str) -> list[str]:
    unit = random.choice(_UNITS)
    value = random.randint(5, 100) if unit == "%" else random.randint(2, 5000)
    lines = [
        f"  - valor: {value}",
        f"    unidad: {_quoted(unit)}",
        f"    detalle: {_quoted('de ' + ' '.join(paragraph.split()[:12]))}",
        f"    tipo: {random.choice(list(terms.figure_types))}",
    ]
    if random.random() < 0.3:
        lines.append(f"    linea_base: {max(1, value // 2)}")
    if random.random() < 0.8:
        lines.append(f"    fuente: {_quoted(random.choice(_PARTS))}")
    return lines


def _contact(random: Random, region: str, label: str, office: str) -> list[str]:
    name = _person(random)
    where = slug_of(random.choice(places(region, label)))
    return [
        "contactos:",
        f"  - nombre: {_quoted(name)}",
        f"    cargo: {_quoted(random.choice(_POSITIONS))}",
        f"    institucion: {_quoted(office)}",
        f"    correo: {slug_of(name)}@{where}.ejemplo.gob.pe",
    ]


def _person(random: Random) -> str:
    return f"{random.choice(_NAMES)} {random.choice(_SURNAMES)} {random.choice(_SURNAMES)}"


def _excerpts(random: Random, text: Text, low: int, high: int) -> list[str]:
    return [
        f"La fuente dice: {' '.join(random.choice(text.paragraphs).split()[:25])}"
        for _ in range(random.randint(low, high))
    ]


def _some(random: Random, values: Sequence[str], low: int, high: int) -> list[str]:
    return random.sample(list(values), min(random.randint(low, high), len(values)))


def _few(random: Random, low: int, high: int) -> int:
    """A random number from `low` to `high`, low ones more often."""
    return min(random.randint(low, high), random.randint(low, high))


def _falling(count: int) -> list[float]:
    """`count` weights that fall slowly: regions publish more or less, but all publish."""
    return [1 / (index + 8) for index in range(count)]


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
