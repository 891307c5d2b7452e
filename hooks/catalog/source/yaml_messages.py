"""Spanish messages about the mistakes of YAML, in place of libyaml's English ones."""

from __future__ import annotations

import re

# Part of a message of libyaml → the message for contributors.
YAML_MESSAGES = (
    ("mapping values are not allowed", "Hay «:» dentro de un texto sin comillas. Escriba el "
     "texto entre comillas dobles, o revise la sangría de esta línea y de la anterior."),
    ("cannot start any token", "Hay un símbolo que no puede empezar un valor. Escriba el texto "
     "entre comillas dobles."),
    ("could not find expected ':'", "Falta «: » después del nombre de la clave, o sobra un salto "
     "de línea."),
    ("while scanning a quoted scalar", "Hay unas comillas sin cerrar."),
    ("unexpected end of stream", "Hay unas comillas o un corchete sin cerrar."),
    ("did not find expected key", "La sangría no corresponde. Alinee esta línea con las demás del "
     "mismo grupo."),
    ("did not find expected '-' indicator", "Falta el guion «- » de un elemento de la lista, o "
     "la sangría no corresponde."),
    ("did not find expected ',' or", "Falta una coma o el corchete que cierra."),
    ("did not find expected <document start>", "Solo puede haber un bloque de datos por ficha."),
    ("control characters are not allowed", "Hay un carácter invisible que no se admite. Bórrelo."),
    ("while scanning a block scalar", "Un texto que empieza con «>» o «|» va entre comillas "
     "dobles."),
    ("while scanning an a", "Un texto que empieza con «*» o «&» va entre comillas dobles."),
    ("block sequence entries are not allowed", "Un texto que empieza con un guion va entre "
     "comillas dobles. Si es una lista, empieza en la línea siguiente."),
    ("unknown escape character", "Dentro de comillas dobles, la barra «\\» tiene otro sentido. "
     "Use comillas simples."),
)  # fmt: skip

# Parts of the messages of libyaml about mistakes that are reported where the text in question
# begins: the place where libyaml gave up does not help.
OPENED = ("quoted scalar", "could not find expected ':'", "block scalar", "while scanning an a")

# Pattern of the text around the place where libyaml expected a key, marked «¦» → the message for
# contributors.
NO_KEY_MESSAGES = (
    (re.compile(r"""["'] *¦"""), "El texto sigue después de las comillas que lo cierran. Ponga "
     "entre comillas dobles el texto entero, y use « » para las de dentro."),
    (re.compile(r"[\]}] *¦"), "El texto sigue después de un corchete. Si no es una lista, ponga "
     "entre comillas dobles el texto entero."),
    (re.compile("^ *¦- "), "A esta lista le falta el guion «- » de un elemento anterior, o la "
     "sangría no corresponde."),
)  # fmt: skip

TAB = "Hay un tabulador. Bórrelo y use espacios."
# Pattern of a line that libyaml could not read → the message for contributors, and whether the
# mistake spoils the next line too.
MISTYPED_MESSAGES = (
    (re.compile("^ *([*•●▪·–—]|-(?=[^ -]))"), "Delante de cada elemento de una lista van un guion "
     "corto y un espacio: «- ».", True),
    (re.compile(r"\t"), TAB, False),
    (re.compile("^ *\N{NO-BREAK SPACE}|:\N{NO-BREAK SPACE}"), "Hay un espacio de los que Word pone "
     "para no cortar la línea, y aquí no separa nada. Bórrelo y escriba un espacio.", True),
    (re.compile("[“”]"), "Las comillas de Word («“» y «”») no encierran un texto. Use las rectas: "
     "\".", False),
)  # fmt: skip
