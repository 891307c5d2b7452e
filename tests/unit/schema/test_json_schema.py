"""The schemas that editors use accept the same front matter as the check."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from catalog.clock import today
from catalog.commands.cli import main
from catalog.schema.json_schema import MODELS, json_schema
from catalog.schema.validation import validated
from catalog.schema.vocabularies import Vocabularies, load_vocabularies
from catalog.source.document import Document
from catalog.source.front_matter import parse_sheet, parse_yaml
from catalog.source.layout import VOCABULARY_FILES

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "catalogue"
CASES = sorted((ROOT / "tests" / "golden" / "cases").glob("*/*.yml"))

SHEET: dict[str, Any] = {
    "titulo": "Riego", "resumen": "x" * 80, "region": "ica", "instituciones": ["UGEL A", "UGEL B"],
    "temas": ["lectura"], "niveles": ["eba", "ebe"], "estadio": "inicial", "anio_inicio": 2020,
    "evidencias": [{"tipo": "norma", "alcance": "crea", "documento": "x", "detalle": "x",
                    "fuente": "x"}],
    "cifras": [{"valor": 1, "unidad": "%", "detalle": "x", "tipo": "producto", "linea_base": "a",
                "fuente": "x"}],
    "reconocimientos": ["x"], "notas": ["x"], "fecha_revision": date(2026, 2, 1),
    "contactos": [{"cargo": "x", "institucion": "x", "correo": "a@b.pe", "nombre": "x",
                   "duda": "x"}],
    "enlaces": [{"titulo": "x", "enlace": "https://a.pe"}],
    "fuentes": [{"documento": "x", "parte": "x", "enlace": "https://a.pe/b?c#d"}],
    "fotos": [{"archivo": "a.jpg", "texto_alternativo": "x", "leyenda": "x",
               "consentimiento": "x"}],
    "recursos": [{"tipo": "personas", "detalle": "x", "fuente": "x"}], "adaptada_de": "riego-2",
    "replicas": [{"institucion": "x", "region": "ica", "estado": "interes", "detalle": "x",
                  "fecha": "2026-04", "practica": "riego-3", "fuente": "x",
                  "pasos": [{"estado": "interes", "fecha": "2025", "detalle": "x",
                             "evidencia": "x"}]}],
    "direcciones_anteriores": ["riego-1"],
}  # fmt: skip
EVENT: dict[str, Any] = {
    "titulo": "Feria", "tipo": "intercambio", "macrorregion": "centro", "fecha_inicio": "2026-04",
    "fecha_fin": date(2026, 4, 23), "lugar": "x", "region_sede": "ica", "organizan": ["x"],
    "regiones": ["ica", "junin"], "regiones_invitadas": ["puno"], "cifras": SHEET["cifras"],
    "visitas": [{"institucion": "x", "detalle": "x"}], "fuentes": SHEET["fuentes"],
    "testimonios": [{"texto": "x", "autor": "x", "institucion": "x", "practica": "riego",
                     "consentimiento": "x"}],
    "programa": [{"fecha": "2026-04-23", "titulo": "x", "lugar": "x", "actividades": ["x", "y"],
                  "horario": [{"hora": "09:00", "actividad": "x", "sala": "x"}]}],
    "modalidad": "mixta", "enlace": "https://a.pe", "materiales": SHEET["enlaces"],
    "inscripcion": {"como": "x", "enlace": "https://a.pe", "hasta": "2026-04-01"},
    "cambio": {"estado": "trasladado", "detalle": "x", "fecha": "2026-02"},
    "direcciones_anteriores": ["feria-1"], "fotos": SHEET["fotos"], "notas": ["x"],
}  # fmt: skip
PRESENTATION: dict[str, Any] = {
    "orden": 1, "experto": {"nombre": "x", "cargo": "x"}, "fuentes": SHEET["fuentes"],
    "notas": ["x"], "temas_de_recomendaciones": ["formar"], "equipos": ["UGEL A"],
    "otros_expertos": [{"nombre": "x", "cargo": "x"}],
    "seguimiento": [{"oportunidad": 1, "estado": "en-curso", "detalle": "x", "evidencia": "x",
                     "fecha": "2026-04"}],
}  # fmt: skip
CHALLENGE: dict[str, Any] = {
    "titulo": "Faltan libros", "region": "ica", "instituciones": ["UGEL A"], "temas": ["lectura"],
    "niveles": ["eba"], "estado": "abierto", "fecha": date(2026, 2, 1), "notas": ["x"],
    "contactos": SHEET["contactos"], "fuentes": SHEET["fuentes"],
    "respuestas": [{"practica": "riego", "institucion": "UGEL B", "fecha": "2026-02",
                    "detalle": "x"}],
    "direcciones_anteriores": ["libros-1"],
}  # fmt: skip
TERM: dict[str, Any] = {
    "id": "a-1", "label": "x", "description": "", "parent": "centro", "aliases": ["y"],
}  # fmt: skip
STAGE: dict[str, Any] = TERM | {
    "requisitos": [{"id": "a", "label": "x", "secciones": ["a"], "cifras": 1, "evidencias": ["a"],
                    "alcances": ["a"], "comentario_experto": True}],
}  # fmt: skip
VOCABULARIES = {
    "vocabulario": TERM, "estadios": STAGE, "temas": TERM | {"cercanos": ["x"]},
    "tipos-de-cifra": TERM | {"casos": ["x"], "palabras": ["x"]},
    "cambios-de-evento": TERM | {"se_realiza": True},
    "instituciones": TERM | {"tipo": "ugel", "pagina": "https://a.pe", "fuente": "https://a.pe",
                             "mesa_de_partes": "https://a.pe", "fecha": "2026"},
}  # fmt: skip
WHOLE = {
    "ficha": SHEET, "evento": EVENT, "presentacion": PRESENTATION, "desafio": CHALLENGE,
    **VOCABULARIES,
}  # fmt: skip

# All changes on which the schema and the check do not agree: the change, whether the schema accepts
# it, whether the check accepts it, and why.
EXCEPTIONS = [
    ({"anio_inicio": 2999}, True, False, "a schema knows no today"),
    ({"fecha_revision": date(2999, 1, 1)}, True, False, "a schema knows no today"),
    ({"notas": [date(2026, 2, 1)]}, True, False, "to JSON a date is a text, in quotes or not"),
    ({"anio_inicio": 2020.0}, True, False, "to JSON 2020.0 is an integer"),
    ({"resumen": " " * 80 + "x"}, True, False, "spaces at the ends are cut before counting"),
    ({"titulo": "x" * 200 + " "}, False, True, "spaces at the ends are cut before counting"),
    ({"instituciones": ["a", "a "]}, True, False, "spaces at the ends are cut before comparing"),
]  # fmt: skip
GOLDEN_EXCEPTIONS = {
    "review-in-the-future": "a schema knows no today",
    "year-in-the-future": "a schema knows no today",
    "dates-out-of-time": "a schema knows no today",
    "done-in-the-future": "a schema knows no today",
    "dates-in-quotes": "a schema knows no calendar",
    "institution-repeated": "a schema compares texts with their case",
}


@cache
def vocabularies(root: Path = ROOT) -> Vocabularies:
    found, problems = load_vocabularies(root)
    assert found, problems
    return found


@cache
def schema(name: str, root: Path = ROOT) -> Draft202012Validator:
    return Draft202012Validator(json.loads(json_schema(name, vocabularies(root))))


def in_json(data: Any) -> Any:
    return json.loads(json.dumps(data, default=date.isoformat))


def schema_accepts(name: str, data: Any, root: Path = ROOT) -> bool:
    whole = [data] if name in VOCABULARIES else data
    return schema(name, root).is_valid(in_json(whole))


def check_accepts(name: str, data: Any, root: Path = ROOT) -> bool:
    context = {"vocabularies": vocabularies(root), "today": today()}
    return not validated(MODELS[name][1], Document("x.md", data), context=context)[1]


def sheets(root: Path) -> Iterator[tuple[str, Any]]:
    """Yield the kind and the data of each sheet that can be parsed."""
    for path in sorted((root / "practices").rglob("*.md")):
        document, problems = parse_sheet(path.name, path.read_bytes())
        if not problems:
            match path.relative_to(root).parts:
                case _, "_events", _, "index.md":
                    kind = "evento"
                case _, "_events", *_:
                    kind = "presentacion"
                case _, "_challenges", _:
                    kind = "desafio"
                case _:
                    kind = "ficha"
            yield kind, document.data


@pytest.mark.parametrize("name", MODELS)
def test_the_committed_schemas_are_those_that_the_command_writes(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", name, "--root", str(ROOT)]) == 0
    committed = (ROOT / "schemas" / f"{name}.json").read_text()
    assert capsys.readouterr().out == committed, "run `make schemas`"
    Draft202012Validator.check_schema(json.loads(committed))


@pytest.mark.parametrize("name", MODELS)
def test_every_field_has_a_description(name: str) -> None:
    whole = json.loads(json_schema(name, vocabularies()))
    models = [whole.get("items", whole), *whole["$defs"].values()]
    for field in (field for model in models for field in model["properties"].values()):
        assert field["description"]
        assert "default" not in field
        assert "title" not in field
    assert all(model["additionalProperties"] is False for model in models)


def test_a_pattern_is_valid_in_javascript_too() -> None:
    # With the `u` flag, which editors set, JavaScript refuses an escape that is not needed.
    for name in MODELS:
        for pattern in patterns(schema(name).schema):
            assert set(re.findall(r"\\(.)", pattern)) <= set("sSwWdDn.*+?^$(){}[]|/\\"), pattern
            assert set(re.findall(r"\(\?(.)", pattern)) <= {":", "!"}, pattern


def patterns(part: Any) -> Iterator[str]:
    """Every regular expression of a schema."""
    if isinstance(part, dict):
        if isinstance(found := part.get("pattern"), str):
            yield found
        part = list(part.values())
    if isinstance(part, list):
        for item in part:
            yield from patterns(item)


def test_each_choice_has_a_description() -> None:
    stage = schema("ficha").schema["properties"]["estadio"]
    terms = vocabularies().stages.values()
    assert stage["enum"] == [term.id for term in terms]
    assert stage["enumDescriptions"] == [f"{term.label}. {term.description}" for term in terms]


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["real", "small"])
def test_schema_and_check_accept_every_file_of_a_catalogue(root: Path) -> None:
    found = list(sheets(root))
    assert {kind for kind, _ in found} >= {"ficha", "evento", "presentacion"}
    for kind, data in found:
        assert check_accepts(kind, data, root)
        assert schema_accepts(kind, data, root), data["titulo"]
    for file in VOCABULARY_FILES.values():
        path = root / "practices" / "_taxonomies" / file
        if not path.exists():  # the small catalogue lacks some
            continue
        document, _ = parse_yaml(file, path.read_bytes())
        name = file.removesuffix(".yml")
        kind = name if name in MODELS else "vocabulario"
        assert schema(kind, root).is_valid(document.data), file


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_schema_and_check_agree_on_a_golden_case(case: Path, tmp_path: Path) -> None:
    wanted = yaml.safe_load(case.read_text())
    shutil.copytree(SMALL / "practices", tmp_path / "practices")
    for path, edits in wanted.get("replace", {}).items():
        for old, new in edits.items():
            file = tmp_path / path
            file.write_text(file.read_text().replace(old, new))
    alike = [
        check_accepts(kind, data, SMALL) == schema_accepts(kind, data, SMALL)
        for kind, data in sheets(tmp_path)
    ]
    assert all(alike) == (case.stem not in GOLDEN_EXCEPTIONS)


@pytest.mark.parametrize("name", WHOLE)
def test_schema_and_check_accept_a_front_matter_with_every_field(name: str) -> None:
    assert set(WHOLE[name]) == {f.alias for f in MODELS[name][1].model_fields.values()}
    assert check_accepts(name, WHOLE[name])
    assert schema_accepts(name, WHOLE[name])


@pytest.mark.parametrize(("change", "schema_says", "check_says", "why"), EXCEPTIONS)
def test_schema_and_check_differ_in_each_known_exception(
    change: dict[str, Any], schema_says: bool, check_says: bool, why: str
) -> None:
    assert schema_says != check_says
    assert schema_accepts("ficha", SHEET | change) == schema_says, why
    assert check_accepts("ficha", SHEET | change) == check_says, why


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to every value."""
    if path:
        yield path
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*path, key))


short = st.text("aéñ0,.% \n", max_size=6).map(str.strip)
strange = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 2026), st.just(1.5),  short,
    st.sampled_from([1, 2, 79, 80, 81, 120, 121, 200, 201, 320, 321, 2000, 2001]).map("x".__mul__),
    st.sampled_from([
        " ", "\n", "a\nb", "ica", "Ica", "junin", "lectura", "eba", "norma", "producto", "inicial",
        "2026", "2026-04", "2026-13", "40,7", "1,250", "20 %", "20 mil personas", "más de 50",
        "http://a.pe", "https://a.pe/x y", "HTTPS://a.pe:80/b", "https://u:p@a.pe", "https://a",
        "a@b", "a.b@c-d.gob.pe", "A-1", "a--b", " https://a.pe ",
    ]),
    st.lists(short, max_size=5, unique=True), st.lists(st.just("eba"), min_size=2, max_size=2),
    st.lists(st.sampled_from(["lectura", "educacion-rural", "x"]), max_size=6),
    st.dictionaries(st.sampled_from(["tipo", "detalle", "documento", "parte"]), short),
)  # fmt: skip


CHANGES = ["drop", "add", "rename", "repeat", *["replace"] * 4]


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=500, deadline=None)
@given(draw=st.data())
def test_schema_and_check_agree_on_a_broken_front_matter(draw: st.DataObject, name: str) -> None:
    data = copy.deepcopy(WHOLE[name])
    *path, last = draw.draw(st.sampled_from(list(places(data))))
    parent = data
    for key in path:
        parent = parent[key]
    match draw.draw(st.sampled_from(CHANGES)):
        case "drop":
            del parent[last]
        case "add" if isinstance(parent, dict):
            parent["desconocida"] = draw.draw(strange)
        case "rename" if isinstance(parent, dict):
            parent[f"{last}s"] = parent.pop(last)
        case "repeat" if isinstance(parent, list):
            parent.append(copy.deepcopy(parent[last]))
        case _:
            parent[last] = draw.draw(strange)
    assert check_accepts(name, data) == schema_accepts(name, data)
