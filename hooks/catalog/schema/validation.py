"""Validate a parsed Document with a pydantic model, and report in Spanish what does not fit.

Each error of pydantic becomes a Problem at the line of its value or of its key.
Error types: https://docs.pydantic.dev/latest/errors/validation_errors/
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import PydanticCustomError

from catalog.source.document import field_name
from catalog.source.problems import Problem, nearest, quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

    from catalog.source.document import Document, Path


class Strict(BaseModel):
    """The base of the models of what contributors write: no unknown keys, no silent conversions."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False
    )


Model = TypeVar("Model", bound=Strict)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-–/.]([0-9]{1,2})[-–/.]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-–/.]([0-9]{1,2})[-–/.]([0-9]{1,2})")
_EMPTY = "Está vacío. Escriba un valor, o borre la clave si no hace falta."


def validated(
    model: type[Model],
    document: Document,
    *,
    at: Path = (),
    context: Mapping[str, Any] | None = None,
) -> tuple[Model | None, list[Problem]]:
    """The document's data (or the part of it at the path `at`) as a `model`, or None and every
    Problem in it. The checks of single fields get `context`."""
    data = document.data
    for part in at:
        data = data[part]
    fields = None
    errors: list[ErrorDetails] = []
    try:
        fields = model.model_validate(data, context=dict(context or {}))
    except ValidationError as failure:
        errors = failure.errors()
    reported = {error["loc"] for error in errors}
    # Pydantic takes an empty value of an optional key for its absence.
    problems = [document.problem((*at, *path), _EMPTY) for path in _empty(data, reported)]
    meant = {_meant(model, error["loc"]) for error in errors if _is_unknown(error)}
    # A misspelt key is one mistake, not two: the key that was meant is not reported as missing.
    problems += [
        _problem(model, document, at, error)
        for error in errors
        if error["type"] != "missing" or error["loc"] not in meant
    ]
    return (None if problems else fields), problems


class UnreadError(Exception):
    """A rule asked for an attribute that could not be read from a file."""


class PartlyRead:
    """The content of a file with mistakes, with only the attributes that could be read. To ask for
    any other raises UnreadError."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        raise UnreadError(name)


def sound(model: type[Strict], document: Document, context: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the document's data that can be used, by attribute: those of the keys without
    mistakes, and the defaults of the optional keys that are left out."""
    try:
        _partly(model).model_validate(document.data, context=dict(context))
        wrong = set()
    except ValidationError as failure:
        wrong = {error["loc"][:1] for error in failure.errors()}
    if () in wrong:  # the data is not a mapping
        return {}
    kept = {key: value for key, value in document.data.items() if (key,) not in wrong}
    read = _partly(model).model_validate(kept, context=dict(context))
    return {
        name: getattr(read, name)
        if field.alias in kept
        else field.get_default(call_default_factory=True, validated_data={})
        for name, field in model.model_fields.items()
        if field.alias in kept or not (field.is_required() or field.alias in document.data)
    }


@lru_cache
def _partly(model: type[Strict]) -> type[Strict]:
    """The model with every key optional."""
    fields: dict[str, Any] = {
        name: (field.rebuild_annotation(), Field(alias=field.alias, default=None))
        for name, field in model.model_fields.items()
    }
    return create_model(f"Partly{model.__name__}", __base__=Strict, **fields)


def _empty(data: object, reported: set[Path], path: Path = ()) -> Iterator[Path]:
    """Yield the path of each empty value that is not in or below a `reported` one."""
    if path in reported:
        return
    if data is None:
        yield path
    elif isinstance(data, dict | list):
        for place, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _empty(value, reported, (*path, place))


def invalid(message: str, **values: object) -> PydanticCustomError:
    """The error that a field's own check raises. `message` is shown as it is. If the field is a
    list, `place` may be the index of the item where to show it."""
    return PydanticCustomError("catalog", "{message}", {"message": message, **values})


def _problem(model: type[BaseModel], document: Document, at: Path, error: ErrorDetails) -> Problem:
    path = (*at, *error["loc"])
    if _is_unknown(error):
        known = _keys_beside(model, error["loc"])
        near = suggestion(str(path[-1]), known)
        message = near or f" Las claves de aquí son: {', '.join(known)}."
        return document.problem(path, f"Esta clave no existe.{message}", of_key=True)
    if error["type"] == "missing":
        line, column = document.mark(path[:-1])
        message = f"Falta este dato. Añada una línea «{path[-1]}: …»."
        return Problem(document.path, line, column, field_name(path), message)
    if error["type"] in ("model_type", "dict_type") and error["input"] is not None:
        wanted = ", ".join(_keys_beside(model, (*error["loc"], "")))
        message = f"Aquí van varios datos, uno por línea y con la misma sangría: {wanted}."
        return document.problem(path, message)
    place = error.get("ctx", {}).get("place")
    return document.problem(path if place is None else (*path, place), _explain(error))


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden"


def _meant(model: type[BaseModel], path: Path) -> Path:
    """The path with its last key, which is unknown, replaced by the nearest known key."""
    return *path[:-1], nearest(str(path[-1]), _keys_beside(model, path)) or ""


def _explain(error: ErrorDetails) -> str:
    """The Spanish message for one error of pydantic."""
    kind, value, limits = error["type"], error["input"], error.get("ctx", {})
    if kind == "catalog":
        return str(limits["message"])
    if value is None:
        return _EMPTY
    match kind:
        case "string_type":
            if isinstance(value, list):
                return "Aquí va un solo texto. Quite los guiones o los corchetes."
            if isinstance(value, dict):
                return "Aquí va un solo texto. Si lleva «:», escríbalo entre comillas dobles."
            return "Aquí va un texto. Escriba el valor entre comillas."
        case "string_too_short" if limits["min_length"] == 1:
            return "Está vacío. Escriba un texto."
        case "string_too_short":
            return (
                f"Es muy corto: tiene {len(value.strip())} caracteres y necesita al menos "
                f"{limits['min_length']}. Cuente un poco más."
            )
        case "string_too_long":
            return (
                f"Es muy largo: tiene {len(value.strip())} caracteres y admite hasta "
                f"{limits['max_length']}. Acórtelo."
            )
        case "string_pattern_mismatch":
            return f"{quoted(value)} no es válido. Use minúsculas sin tilde, cifras y guiones."
        case "int_type":
            return f"{quoted(value)} no es un número entero. Escriba solo las cifras, sin comillas."
        case "bool_type":
            return f"{quoted(value)} no es válido. Escriba true o false."
        case "greater_than_equal" | "less_than_equal":
            bound = limits.get("ge", limits.get("le"))
            side = "como mínimo" if kind == "greater_than_equal" else "como máximo"
            return f"{quoted(value)} no es válido. Debe ser {side} {bound}."
        case "date_type":
            if day := _day_meant(str(value)):
                return f"{quoted(value)} no es una fecha. Escríbala así: {day}."
            return (
                f"{quoted(value)} no es una fecha. Escriba el año, el mes y el día, como en este "
                "ejemplo: 2026-04-23."
            )
        case "list_type":
            return "Aquí va una lista: un guion y un espacio («- ») antes de cada elemento."
        case "too_short":
            return f"Escriba al menos {limits['min_length']}."
        case "too_long":
            return f"Hay {limits['actual_length']} y se admiten hasta {limits['max_length']}."
    return f"{quoted(value)} no es válido."


def _day_meant(text: str) -> str:
    """A day written `31/10/2025` or `2025-9-5`, in the form of YAML: `2025-10-31`. Empty for a text
    that is no day of the calendar."""
    if found := _DAY_FIRST.fullmatch(text.strip()):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, day = found.groups()
    else:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _keys_beside(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model has at the place of the last part of `path`."""
    for part in path[:-1]:
        if isinstance(part, str):
            field = next(f for f in model.model_fields.values() if f.alias == part)
            model = _model_within(field.annotation) or model
    return [str(field.alias) for field in model.model_fields.values()]


def _model_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_within(arg))), None)
