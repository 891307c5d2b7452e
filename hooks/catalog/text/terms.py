"""The terms of a text, which the search compares.

A term is in lower case and without accents; words and numbers are separate terms (`UGEL07` gives
`ugel` and `7`); stop words give none; a word is reduced to its Spanish Snowball stem. Accents are
dropped before stemming so that `evaluacion` finds «evaluación». The stemmer, however, knows the
endings `-ción` and `-sión` only by their accent, which is put back first. The browser does the same
in `theme/js/search/terms.js`.
"""

from __future__ import annotations

import re

import snowballstemmer

from catalog.text.folding import fold

# Snowball's Spanish stop list, folded (https://snowballstem.org/algorithms/spanish/stop.txt),
# without its verb forms: only the commonest ones of «ser», «estar», «haber» and «tener» are here.
STOP_WORDS = (
    "a al algo algunas algunos ante antes aquel aquella aun como con contra cual cuando de del "
    "desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta "
    "estaba estan estar estas este esto estos fue fueron ha haber habia han hasta hay la las le "
    "les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o otra "
    "otras otro otros para pero poco por porque que quien quienes se sea ser si sin sobre son su "
    "sus tambien tan tanto te tener tiene tienen todo todos tu tus u un una uno unos y ya yo"
).split()

# Letters that fold to one letter of the alphabet. A text with any other letter is folded first.
_PLAIN = "a-záéíóúüñàèìòùâêîôûäëïöçãõåýÿ"
_WORD = re.compile(rf"[{_PLAIN}]+|[0-9]+")
_ODD = re.compile(rf"[^\W0-9_{_PLAIN}]|[\u0300-\u036f]")
_ION = re.compile(r"(c|s)ion$")
# The stemmer gives one stem to «líder» and «líderes», but two to «joven» and «jóvenes», and to
# «taller» and «talleres». «Interés» ends like these plurals and is none.
_PLURAL = re.compile(r"([aeiou][lnrd])es$")
_NO_PLURAL = "interes"
_STOP = frozenset(STOP_WORDS)
# No word is longer. A longer run of letters would only make the index's list of pieces long.
_LONGEST = 40
_stemmer = snowballstemmer.stemmer("spanish")


def words(text: str) -> list[str]:
    """The words and numbers of `text` in lower case. They keep their accents, unless the text has
    an unusual letter and is folded as a whole."""
    text = text.lower()
    return _WORD.findall(fold(text) if _ODD.search(text) else text)


class _Terms(dict[str, str]):
    """The search term by word ("" for a stop word), each computed once."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)[:_LONGEST]
        if folded.isdigit():
            term = folded.lstrip("0") or "0"
        elif folded in _STOP:
            term = ""
        else:
            single = folded if folded == _NO_PLURAL else _PLURAL.sub(r"\1", folded)
            term = fold(_stemmer.stemWord(_ION.sub(r"\1ión", single)))
        self[word] = term
        return term


term_of = _Terms()


def terms(text: str) -> list[str]:
    """The search terms of `text`, in the order of its words and with repetitions."""
    return [found for word in words(text) if (found := term_of[word])]
