"""From text to the terms that the search compares.

Lower case, no accents, letters and digits alone (years and norm numbers count), no stop words,
and the Spanish Snowball stem. Accents are dropped before stemming so that `evaluacion` finds
«evaluación»; but the stemmer only knows the ending `-ción` by its accent, so that one is put
back first. The browser does the same in `templates/assets/catalogo/analyse.js`.
"""

from __future__ import annotations

import re
from functools import cache

import snowballstemmer

from catalog.folding import fold

# Snowball's Spanish stop list, folded (https://snowballstem.org/algorithms/spanish/stop.txt),
# without its verb forms: «ser», «estar», «haber» and «tener» are told by their commonest ones.
STOP_WORDS = (
    "a al algo algunas algunos ante antes aquel aquella aun como con contra cual cuando de del "
    "desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta "
    "estaba estan estar estas este esto estos fue fueron ha haber habia han hasta hay la las le "
    "les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o otra "
    "otras otro otros para pero poco por porque que quien quienes se sea ser si sin sobre son su "
    "sus tambien tan tanto te tener tiene tienen todo todos tu tus u un una uno unos y ya yo"
).split()

_WORD = re.compile(r"[a-z0-9]+")
_ION = re.compile(r"(c|s)ion$")
_STOP = frozenset(STOP_WORDS)
_stemmer = snowballstemmer.stemmer("spanish")


def terms(text: str) -> list[str]:
    """The search terms of `text`, in its order and with its repetitions."""
    return [stem(word) for word in _WORD.findall(fold(text)) if word not in _STOP]


@cache
def stem(word: str) -> str:
    """The stem of one folded word."""
    return fold(_stemmer.stemWord(_ION.sub(r"\1ión", word)))
