"""The types of the fields of the front matter: each checks a value, and has a message about a value
that it refuses.

Beside a check stand the keywords of JSON Schema with which an editor makes part of it (see
`json_schema`). VS Code shows the text of `errorMessage`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    InstanceOf,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from catalog.schema.validation import invalid
from catalog.text.dates import PartialDate
from catalog.text.folding import name_key
from catalog.text.safe_urls import HTTPS, MAIL, why_not_https

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

    from catalog.schema.vocabularies import Vocabularies

FIRST_YEAR = 1990
# Texts that should be a number.
_COMMA = re.compile(r"\s*(-?[0-9]+),([0-9]{1,2})\s*")
_THOUSANDS = re.compile(r"\s*-?[1-9][0-9]{0,2}([ ,.][0-9]{3})+\s*")
_THOUSANDS_AND_DECIMALS = re.compile(
    r"\s*(-?[1-9][0-9]{0,2}(?:(?:[ ,][0-9]{3})+\.|(?:[ .][0-9]{3})+,))([0-9]+)\s*"
)
_QUOTED = re.compile(r"\s*-?[0-9]+(\.[0-9]+)?\s*")
# A unit is a sign or begins with a letter: without that, the last digit of a number would be one.
_WITH_UNIT = re.compile(
    r"\s*(-?[1-9][0-9]{0,2}(?:[ ,.][0-9]{3})+|-?[0-9]+(?:[.,][0-9]+)?)\s*(%|[^\W\d_]\w*)\s*"
)
_WORD_QUOTES = re.compile(r"\s*[“”‘’](.|\n)*")
# From FIRST_YEAR on.
_YEAR = r"(199[0-9]|[2-9][0-9]{3})"
_MONTH = rf"{_YEAR}-(0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-(0[1-9]|[12][0-9]|3[01])"


class _Shown:
    """The keywords of JSON Schema for a check that pydantic cannot describe by itself."""

    def __init__(self, **keywords: Any) -> None:
        self.keywords = keywords

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(core) | self.keywords


_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def _text(*, at_least: int = 1, at_most: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=at_least, max_length=at_most)


def _one_of(vocabulary_name: str) -> AfterValidator:
    """A check that the value is the id of a term of this vocabulary. The validation context holds
    the vocabularies."""

    def check(value: str, info: ValidationInfo) -> str:
        vocabularies: Vocabularies = info.context["vocabularies"]  # type: ignore[index]
        vocabulary = getattr(vocabularies, vocabulary_name)
        if value not in vocabulary:
            raise invalid(vocabulary.why_not(value))
        return value

    return AfterValidator(check)


def _institution_label(value: str, info: ValidationInfo) -> str:
    """The name of an institution as its vocabulary writes it."""
    vocabularies: Vocabularies = info.context["vocabularies"]  # type: ignore[index]
    known = vocabularies.institution(value)
    return known.label if known else value


def _all_different(values: list[str]) -> list[str]:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if (key := name_key(value)) in seen:
            raise invalid(f"«{value}» está repetido. Déjelo una sola vez.", place=place)
        seen.add(key)
    return values


def _https(value: str) -> str:
    if why := why_not_https(value):
        raise invalid(why)
    return value


def _mail(value: str) -> str:
    if not MAIL.fullmatch(value):
        raise invalid("No es un correo. Escríbalo así: nombre@institucion.gob.pe")
    return value


def _number_or_text(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise invalid(
            "Aquí va un número (536, 40.7) o, si no es uno solo, un texto entre comillas "
            "(«más de 50»)."
        )
    if isinstance(value, str):
        if not value.strip():
            raise invalid("Está vacío. Escriba un valor.")
        if _WORD_QUOTES.fullmatch(value):
            raise invalid('Las comillas de Word no encierran un texto. Use las rectas: ".')
        if found := _COMMA.fullmatch(value):
            raise invalid(f"Escriba los decimales con punto y sin comillas: {found[1]}.{found[2]}")
        if _THOUSANDS.fullmatch(value):
            digits = re.sub(r"[^0-9-]", "", value)
            raise invalid(f"Escriba el número sin comas, espacios ni comillas: {digits}")
        if found := _THOUSANDS_AND_DECIMALS.fullmatch(value):
            whole = re.sub("[ ,.]", "", found[1])
            raise invalid(
                f"Escriba el número sin separar los miles, y con punto decimal: {whole}.{found[2]}"
            )
        if _QUOTED.fullmatch(value):
            # YAML reads a number that begins with zeros in several ways.
            plain = re.sub(r"^(-?)0+(?=[0-9])", r"\1", value.strip())
            raise invalid(f"Escriba el número sin comillas: {plain}")
        if found := _WITH_UNIT.fullmatch(value):
            number = (
                re.sub("[ ,.]", "", found[1])
                if _THOUSANDS.fullmatch(found[1])
                else found[1].replace(",", ".")
            )
            raise invalid(f"Escriba aquí solo el número, {number}, y «{found[2]}» en «unidad».")
    return value


def _unquoted(value: object) -> object:
    """The date that a text between quotes holds; any other value as it is."""
    if not isinstance(value, str) or not re.fullmatch(_DAY, value.strip()):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise invalid(f"La fecha «{value.strip()}» no existe en el calendario.") from None


def _today(info: ValidationInfo) -> date:
    """The day on which the sheet is read, from the validation context."""
    today: date = info.context["today"]  # type: ignore[index]
    return today


def _past(value: date, info: ValidationInfo) -> date:
    if value.year < FIRST_YEAR:
        raise invalid(f"Es una fecha de antes de {FIRST_YEAR}. Revise el año.")
    if value > _today(info):
        raise invalid("Es una fecha que todavía no llega. Revise el año y el mes.")
    return value


def _past_year(value: int, info: ValidationInfo) -> int:
    if value > _today(info).year:
        raise invalid("Es un año que todavía no llega. Revíselo.")
    return value


def _hour(value: str) -> str:
    if not _HOUR.fullmatch(value):
        raise invalid('No es una hora. Escríbala así, entre comillas: "09:00" o "14:30".')
    return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise invalid("Va en una sola línea. Júntelo.")
    return value


def _partial_date(value: object) -> PartialDate:
    value = _unquoted(value)
    known = value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, bool) or not re.fullmatch(rf"{_YEAR}|{_MONTH}|{_DAY}", known):
        raise invalid(
            "No es una fecha. Escríbala así: 2026-04-23; o 2026-04 o 2026, si no se sabe más."
        )
    return PartialDate(known)


def _soon(value: PartialDate, info: ValidationInfo) -> PartialDate:
    """Refuse a date more than a year ahead: no event is announced earlier."""
    if value > (_today(info) + timedelta(days=366)).isoformat()[: len(value)]:
        raise invalid("Falta más de un año para esa fecha. Revise el año y el mes.")
    return value


def _begun(value: PartialDate, info: ValidationInfo) -> PartialDate:
    """Refuse a day, a month or a year that has not begun."""
    if value > _today(info).isoformat()[: len(value)]:
        raise invalid("Es una fecha que todavía no llega. Revise el año y el mes.")
    return value


def _whole(value: PartialDate) -> PartialDate:
    if len(value) < len("2026-04-23"):
        raise invalid("Aquí va un día entero. Escríbalo así: 2026-04-23.")
    return value


_DISGUISED = "|".join(
    disguise.pattern
    for disguise in (
        _COMMA,
        _THOUSANDS,
        _THOUSANDS_AND_DECIMALS,
        _QUOTED,
        _WITH_UNIT,
        _WORD_QUOTES,
    )
)
_ANY_TEXT = _Shown(pattern=r"\S")

Text = Annotated[str, _text(at_most=2000), _ANY_TEXT]
Title = Annotated[
    str,
    _text(at_most=200),
    AfterValidator(_one_line),
    _Shown(pattern=r"^\s*\S[^\n]*\s*$"),
]
Summary = Annotated[str, _text(at_least=80, at_most=320), _ANY_TEXT]
Year = Annotated[int, Field(ge=FIRST_YEAR), AfterValidator(_past_year)]
# JSON has no dates: in an editor's schema they are texts.
Day = Annotated[
    date,
    BeforeValidator(_unquoted),
    AfterValidator(_past),
    _Shown(pattern=f"^{_DAY}$", errorMessage="Escríbala así: 2026-04-23"),
]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _ANY_TEXT]
Https = Annotated[
    Text,
    AfterValidator(_https),
    _Shown(
        pattern=rf"^\s*{HTTPS.pattern}\s*$",
        errorMessage="Debe empezar con https:// y no llevar espacios.",
    ),
]
Mail = Annotated[
    Text,
    AfterValidator(_mail),
    _Shown(
        pattern=rf"^\s*{MAIL.pattern}\s*$",
        errorMessage="Escríbalo así: nombre@institucion.gob.pe",
    ),
]
Value = Annotated[
    int | float | str,
    BeforeValidator(_number_or_text),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "pattern": rf"^(?!({_DISGUISED})$)\s*\S",
            "errorMessage": "Escriba solo el número: sin comas, sin comillas y sin su unidad.",
        }
    ),
]
_DAY_SHOWN = {"type": "string", "pattern": f"^{_DAY}$", "format": "date"}
_DATE_SHOWN = WithJsonSchema(
    {
        "anyOf": [
            {"type": "integer", "minimum": FIRST_YEAR, "maximum": 9999},
            {"type": "string", "pattern": f"^{_YEAR}$"},
            {"type": "string", "pattern": f"^{_MONTH}$"},
            _DAY_SHOWN,
        ]
    }
)
# Partial dates: the first may be to come, since it is that of an event.
EventDate = Annotated[
    InstanceOf[PartialDate], BeforeValidator(_partial_date), AfterValidator(_soon), _DATE_SHOWN
]
PastDate = Annotated[
    InstanceOf[PartialDate], BeforeValidator(_partial_date), AfterValidator(_begun), _DATE_SHOWN
]
EventDay = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_partial_date),
    AfterValidator(_soon),
    AfterValidator(_whole),
    WithJsonSchema(_DAY_SHOWN | {"errorMessage": "Escríbalo así: 2026-04-23"}),
]
RegionId = Annotated[str, _one_of("regions"), _Shown(vocabulary="regions")]
MacroregionId = Annotated[str, _one_of("macroregions"), _Shown(vocabulary="macroregions")]
TopicId = Annotated[str, _one_of("topics"), _Shown(vocabulary="topics")]
StageId = Annotated[str, _one_of("stages"), _Shown(vocabulary="stages")]
LevelId = Annotated[str, _one_of("levels"), _Shown(vocabulary="levels")]
InstitutionName = Annotated[Title, AfterValidator(_institution_label)]
AdviceThemeId = Annotated[str, _one_of("advice_themes"), _Shown(vocabulary="advice_themes")]
EvidenceScopeId = Annotated[str, _one_of("evidence_scopes"), _Shown(vocabulary="evidence_scopes")]
EvidenceTypeId = Annotated[str, _one_of("evidence_types"), _Shown(vocabulary="evidence_types")]
FigureTypeId = Annotated[str, _one_of("figure_types"), _Shown(vocabulary="figure_types")]
EventTypeId = Annotated[str, _one_of("event_types"), _Shown(vocabulary="event_types")]
ResourceTypeId = Annotated[str, _one_of("resource_types"), _Shown(vocabulary="resource_types")]
AttendanceModeId = Annotated[
    str, _one_of("attendance_modes"), _Shown(vocabulary="attendance_modes")
]
EventChangeId = Annotated[str, _one_of("event_changes"), _Shown(vocabulary="event_changes")]
Hour = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_hour),
    _Shown(pattern=rf"^\s*{_HOUR.pattern}\s*$", errorMessage='Escríbala así: "09:00"'),
]
ChallengeStateId = Annotated[
    str, _one_of("challenge_states"), _Shown(vocabulary="challenge_states")
]
ReplicationStateId = Annotated[
    str, _one_of("replication_states"), _Shown(vocabulary="replication_states")
]
FollowUpStateId = Annotated[str, _one_of("follow_up_states"), _Shown(vocabulary="follow_up_states")]
Item = TypeVar("Item")
Different = Annotated[list[Item], AfterValidator(_all_different), _Shown(uniqueItems=True)]
