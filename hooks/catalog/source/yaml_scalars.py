"""Read the value of a bare scalar, and refuse the scalars that tools read differently.

YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema) gives the values. A scalar
that YAML 1.1 reads otherwise must be quoted.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from catalog.source.problems import quoted

_CORE = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    (re.compile(r"-?(0|[1-9][0-9]{0,14})"), int),
    (re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}"), float),
)
# One reader takes `1.250` for thousands, another for decimals.
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
# A number in YAML 1.2, whether or not it is one in YAML 1.1.
_YAML_1_2_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+")
# A number with more digits than `_CORE` takes, such as the mean that a spreadsheet gives.
_TOO_LONG = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A bare scalar of more than five letters (as `false` has) can only be text, unless it begins with
# one of these.
_MAYBE_NOT_TEXT = frozenset("-+.0123456789~<=")
_YAML_1_1 = yaml.SafeLoader("")


def read_scalar(text: str) -> tuple[Any, str]:
    """The value (null, boolean, integer, decimal, date or text), and the message about a refused
    scalar, or "". The value of a refused scalar is its text."""
    if len(text) > 5 and text[0] not in _MAYBE_NOT_TEXT:
        return text, ""
    if _THOUSANDS.fullmatch(text):
        return text, (
            f"{quoted(text)} se puede leer de varias maneras. Escriba {text.replace('.', '')} si "
            f"son miles, o {text}0 si son decimales."
        )
    for pattern, convert in _CORE:
        if pattern.fullmatch(text):
            return convert(text), ""
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text), ""
        except ValueError:
            return text, f"La fecha {quoted(text)} no existe en el calendario."
    if _TOO_LONG.fullmatch(text):
        return text, (
            f"{quoted(text)} tiene demasiadas cifras. Si es una cantidad, redondéela; si es un "
            "texto, escríbalo entre comillas."
        )
    if _yaml_1_1_type(text) != "tag:yaml.org,2002:str" or _YAML_1_2_NUMBER.fullmatch(text):
        return text, (
            f"{quoted(text)} se puede leer de varias maneras. Si es un texto, escríbalo entre "
            "comillas."
        )
    return text, ""


def _yaml_1_1_type(text: str) -> str:
    """The tag that YAML 1.1, and so other tools, would give a bare scalar."""
    return str(_YAML_1_1.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]
