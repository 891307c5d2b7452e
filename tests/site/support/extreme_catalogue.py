"""A catalogue of two practices, two events and two challenges: one of each with as little as the
schema allows, and one of each with as much as every field takes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from catalog.model import CHALLENGE_SECTIONS, PRACTICE_SECTIONS
from tests.support.pictures import photo

LEAST, MOST = "lo-minimo", "lo-maximo"
FORMER = "lo-anterior"
_WORD = "desproporcionadamente"
_TITLE = ("Un título tan largo como se admite, " * 8)[:199] + "l"
_LONG = f"{_WORD} " * 12
_NAMED = re.compile(r"(practicas|intercambios)/(?!index)[a-z0-9-]+\.md")
# The sections of a commentary that may hold only a list.
_OF_IDEAS = ("Oportunidades de mejora", "Recomendaciones para la sostenibilidad y réplica")
_SCOPED = ("norma", "plan", "convenio")
_SECTIONS = tuple(kind.title for kind in PRACTICE_SECTIONS)
_ASKED = tuple(kind.title for kind in CHALLENGE_SECTIONS)
_REQUIRED = tuple(kind.title for kind in CHALLENGE_SECTIONS if kind.required)
_SOURCE = {"documento": f"Documento {_LONG}", "parte": _LONG, "enlace": f"https://x.pe/{'a' * 120}"}


def write_extreme_catalogue(root: Path, folder: Path) -> None:
    """Write the catalogue at `folder`, with the code, the pages and the vocabularies of `root`."""
    for name in ("hooks", "docs"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(root / "practices/_taxonomies", folder / "practices/_taxonomies")
    # The pages link to practices that this catalogue lacks.
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(_NAMED.sub("ruta.md", page.read_text()))
    _write(folder / f"practices/ica/{LEAST}.md", _least(), ("Problema", "Estrategia"))
    _write(folder / f"practices/callao/{MOST}.md", _most(folder), _SECTIONS)
    _write(folder / f"practices/_events/{LEAST}/index.md", _least_event(), ())
    _write(folder / f"practices/_events/{MOST}/index.md", _most_event(), ("Día 1", "Día 2"))
    _write(folder / f"practices/_events/{LEAST}/{LEAST}.md", {"orden": 1}, ())
    _write(
        folder / f"practices/_events/{MOST}/{MOST}.md",
        _most_presentation(),
        ("Aspecto clave", *_OF_IDEAS),
    )
    _write(folder / f"practices/_challenges/{LEAST}.md", _least_challenge(), _REQUIRED)
    _write(folder / f"practices/_challenges/{MOST}.md", _most_challenge(), _ASKED)
    pictures = folder / f"practices/callao/{MOST}"
    pictures.mkdir()
    for number in range(6):
        size = (900, 300) if number % 2 else (300, 900)
        (pictures / f"foto-{number}.jpg").write_bytes(photo(size=size))


class _Plain(yaml.SafeDumper):
    """Writes a repeated value each time, as sheets take no YAML aliases."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def _plain(data: dict[str, object]) -> str:
    return str(yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000))


def _write(file: Path, data: dict[str, object], sections: tuple[str, ...]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    table = f"| A | {_LONG} |\n|---|---|\n| {_WORD * 4} | b |\n"
    text = f"{_LONG}\n\n1. **{_WORD.title()}.** {_LONG}\n2. {_LONG}\n\n{table}"
    items = f"- **{_WORD.title()}.** {_LONG}\n- {_LONG}\n"
    lists = dict.fromkeys(_OF_IDEAS, items)
    body = "".join(f"\n## {title}\n\n{lists.get(title, text)}" for title in sections)
    file.write_text(f"---\n{_plain(data)}---\n{body}")


def _least() -> dict[str, object]:
    return {
        "titulo": "X",
        "resumen": "x" * 80,
        "region": "ica",
        "instituciones": ["UGEL Y"],
        "temas": ["lectura"],
        "estadio": "inicial",
        "fuentes": [{"documento": "Z", "parte": "Completo"}],
        "fecha_revision": "2020-01-01",
    }


def _most(folder: Path) -> dict[str, object]:
    def terms(name: str) -> list[str]:
        file = folder / "practices/_taxonomies" / f"{name}.yml"
        return [term["id"] for term in yaml.safe_load(file.read_text())]

    figures = [
        {"valor": 1234567890, "unidad": _LONG.strip(), "detalle": _LONG, "tipo": kind,
         "linea_base": 1, "fuente": f"{_LONG} {number}"}
        for number in range(8) for kind in terms("tipos-de-cifra")
    ]  # fmt: skip
    return {
        "titulo": _TITLE,
        "resumen": (_LONG * 2)[:319] + "l",
        "region": "callao",
        "instituciones": [f"Institución {_LONG[:150].strip()} {number}" for number in range(30)],
        "temas": terms("temas")[:4],
        "niveles": terms("niveles"),
        "estadio": "avanzado",
        "anio_inicio": 1990,
        "evidencias": [{"tipo": kind, "detalle": _LONG, "fuente": _LONG,
                        **({"alcance": "crea", "documento": _LONG} if kind in _SCOPED else {})}
                       for kind in terms("tipos-de-evidencia")] * 2,
        "cifras": [{"valor": 72, "unidad": "%", "detalle": _LONG, "tipo": "resultado",
                    "linea_base": 45.5}, *figures],
        "recursos": [{"tipo": kind, "detalle": _LONG, "fuente": _LONG}
                     for kind in terms("tipos-de-recurso")] * 2,
        "direcciones_anteriores": [FORMER],
        "reconocimientos": [_LONG] * 4,
        "contactos": [{"nombre": _LONG, "cargo": _LONG, "institucion": _LONG,
                       "correo": f"{'correo' * 9}@ugel.gob.pe", "duda": _LONG}] * 3,
        "replicas": [{"institucion": f"{_LONG[:180].strip()} {stage} {number}", "region": "ica",
                      "estado": stage, "detalle": _LONG, "fecha": "2026-04-24", "fuente": _LONG,
                      "pasos": [{"estado": stage, "fecha": "2026-04", "detalle": _LONG,
                                 "evidencia": _LONG}]}
                     for number in range(3) for stage in terms("estados-de-replica")],
        "adaptada_de": LEAST,
        "enlaces": [{"titulo": _LONG, "enlace": f"https://x.pe/{'b' * 150}"}] * 2,
        "fuentes": [_SOURCE] * 4,
        "fotos": [{"archivo": f"foto-{number}.jpg", "texto_alternativo": f"Una mesa larga {_LONG}",
                   "leyenda": _LONG} for number in range(6)],
        "notas": [_LONG] * 6,
        "fecha_revision": "2026-11-20",
    }  # fmt: skip


def _least_event() -> dict[str, object]:
    return {
        "titulo": "E",
        "tipo": "encuentro",
        "fecha_inicio": 2020,
        "regiones": ["ica"],
        "fuentes": [{"documento": "Z", "parte": "Completo"}],
    }


def _most_event() -> dict[str, object]:
    slots = [
        {"hora": hour, "actividad": _LONG, "sala": _LONG} for hour in ("09:00", "09:00", "18:30")
    ]
    day = {
        "titulo": _LONG[:199].strip(),
        "lugar": _LONG,
        "actividades": [_LONG] * 5,
        "horario": slots,
    }
    return {
        "titulo": _TITLE,
        "tipo": "intercambio",
        "macrorregion": "centro",
        "fecha_inicio": "2025-12-30",
        "fecha_fin": "2026-01-02",
        "lugar": _LONG,
        "modalidad": "mixta",
        "enlace": f"https://x.pe/{'c' * 150}",
        "inscripcion": {"como": _LONG, "enlace": f"https://x.pe/{'d' * 150}",
                        "hasta": "2025-12-01"},
        "cambio": {"estado": "trasladado", "detalle": _LONG, "fecha": "2025-11-30"},
        "materiales": [{"titulo": _LONG, "enlace": f"https://x.pe/{'e' * 150}"}] * 3,
        "direcciones_anteriores": [FORMER],
        "region_sede": "callao",
        "organizan": [_LONG] * 4,
        "regiones": ["callao", "lima-metropolitana", "tumbes"],
        "regiones_invitadas": ["ica", "loreto", "madre-de-dios"],
        "cifras": [{"valor": "más de 350 000 y tantos", "unidad": _LONG, "detalle": _LONG,
                    "tipo": "actividad", "fuente": _LONG}] * 5,
        "programa": [{"fecha": "2025-12-30", **day}, {"fecha": "2026-01-02", **day}],
        "visitas": [{"institucion": _LONG, "detalle": _LONG}] * 8,
        "testimonios": [{"texto": _LONG * 5, "autor": _LONG, "institucion": _LONG, "practica": MOST,
                         "consentimiento": f"Lo autorizó su autora {_LONG}"}] * 4,
        "fuentes": [_SOURCE] * 3,
        "notas": [_LONG] * 3,
    }  # fmt: skip


def _most_presentation() -> dict[str, object]:
    return {
        "orden": 999,
        "equipos": [f"Institución {_LONG[:150].strip()} {number}" for number in range(3)],
        "experto": {"nombre": _LONG, "cargo": _LONG * 3},
        "otros_expertos": [{"nombre": _LONG, "cargo": _LONG}] * 2,
        "seguimiento": [
            {"oportunidad": 1, "estado": "atendida", "detalle": _LONG, "evidencia": _LONG,
             "fecha": "2026-09"},
            {"oportunidad": 2, "estado": "en-curso"},
        ],
        "fuentes": [_SOURCE],
        "notas": [_LONG],
    }  # fmt: skip


def _least_challenge() -> dict[str, object]:
    return {
        "titulo": "D",
        "region": "ica",
        "instituciones": ["UGEL Y"],
        "temas": ["lectura"],
        "estado": "abierto",
        "fecha": "2020-01-01",
    }


def _most_challenge() -> dict[str, object]:
    most = _least_challenge()
    return most | {
        "titulo": _TITLE,
        "region": "callao",
        "instituciones": [f"Institución {_LONG[:150].strip()} {number}" for number in range(8)],
        "temas": ["lectura", "educacion-rural", "redes-comunidades"],
        "niveles": ["inicial", "primaria", "secundaria"],
        "estado": "resuelto",
        "contactos": [{"nombre": _LONG, "cargo": _LONG, "institucion": _LONG,
                       "correo": f"{'correo' * 9}@ugel.gob.pe", "duda": _LONG}] * 2,
        "respuestas": [{"practica": MOST, "institucion": _LONG[:150].strip(), "fecha": "2026-04",
                        "detalle": _LONG}],
        "fuentes": [_SOURCE] * 2,
        "notas": [_LONG] * 2,
    }  # fmt: skip
