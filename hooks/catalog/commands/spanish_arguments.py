"""An `argparse` parser with Spanish texts: Python ships no translation of `argparse`."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

# The messages of argparse about wrong arguments → their Spanish translation.
_MESSAGES = (
    (r"the following arguments are required: (.+)", r"Falta: \1."),
    (r"unrecognized arguments: (.+)", r"Sobra: \1."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"En \1 no va \2, sino: \3."),
    (r"argument (.+?): invalid \S+ value: (.+)", r"En \1 no va \2."),
    (r"argument (.+?): expected at least one argument", r"Falta el valor de \1."),
    (r"argument (.+?): expected one argument", r"Falta el valor de \1."),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 no lleva valor: quite \2."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 y \2 no van juntos."),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 puede ser \2: escríbala entera."),
)


class SpanishParser(argparse.ArgumentParser):
    """A parser with its help and its messages in Spanish. Its exit status for wrong arguments is 2,
    as that of argparse."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False)
        self._positionals.title = "argumentos"
        self._optionals.title = "opciones"
        self.add_argument("-h", "--help", action="help", help="muestra esta ayuda")

    def format_help(self) -> str:
        """The help, whose first word is «uso»."""
        return _in_spanish(super().format_help())

    def format_usage(self) -> str:
        """The line of usage, whose first word is «uso»."""
        return _in_spanish(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """End the process with a message about the arguments, and the help."""
        for english, spanish in _MESSAGES:
            if re.fullmatch(english, message, re.DOTALL):
                message = re.sub(english, spanish, message, flags=re.DOTALL)
                break
        self.exit(2, f"No se entiende la orden. {message}\n\n{self.format_help()}")


def _in_spanish(text: str) -> str:
    return re.sub(r"\Ausage: ", "uso: ", text)
