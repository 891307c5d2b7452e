"""The terms that the search compares, made from text.

A term is in lower case and without accents; letters and numbers are parted (`UGEL07` is `ugel 7`);
stop words are dropped; and the Spanish Snowball stemmer cuts the rest. Accents are dropped before
stemming, so that `evaluacion` finds «evaluación». The stemmer knows the ending `-ción` by its
accent alone, so that accent is put back first. The browser does the same in
`theme/js/search/terms.js`."""

from __future__ import annotations

import re

import snowballstemmer

from catalog.text.folding import fold

# Snowball's Spanish stop list, folded (https://snowballstem.org/algorithms/spanish/stop.txt),
# without its verb forms: «ser», «estar», «haber» and «tener» are here by their commonest ones.
STOP_WORDS = (
    "a al algo algunas algunos ante antes aquel aquella aun como con contra cual cuando de del "
    "desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta "
    "estaba estan estar estas este esto estos fue fueron ha haber habia han hasta hay la las le "
    "les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o otra "
    "otras otro otros para pero poco por porque que quien quienes se sea ser si sin sobre son su "
    "sus tambien tan tanto te tener tiene tienen todo todos tu tus u un una uno unos y ya yo"
).split()

# Letters that fold to one letter of the alphabet. Text with any other is folded as a whole.
_PLAIN = "a-záéíóúüñàèìòùâêîôûäëïöçãõåýÿ"
_WORD = re.compile(rf"[{_PLAIN}]+|[0-9]+")
_ODD = re.compile(rf"[^\W0-9_{_PLAIN}]|[\u0300-\u036f]")
_ION = re.compile(r"(c|s)ion$")
# The stemmer joins «líder» and «líderes», but neither «joven» and «jóvenes» nor «taller» and
# «talleres». Of the words in -es that are no plurals, «interés» would lose its own.
_PLURAL = re.compile(r"([aeiou][lnrd])es$")
_NO_PLURAL = "interes"
_STOP = frozenset(STOP_WORDS)
# No word is longer. A longer text would only make the index's list of pieces long.
_LONGEST = 40
_stemmer = snowballstemmer.stemmer("spanish")


def words(text: str) -> list[str]:
    """The words and numbers of `text` in lower case, with their accents."""
    text = text.lower()
    return _WORD.findall(fold(text) if _ODD.search(text) else text)


class _Terms(dict[str, str]):
    """The term of each word, or "" for a stop word. Each is computed once."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)[:_LONGEST]
        if folded.isdigit():
            its = folded.lstrip("0") or "0"
        elif folded in _STOP:
            its = ""
        else:
            single = folded if folded == _NO_PLURAL else _PLURAL.sub(r"\1", folded)
            its = fold(_stemmer.stemWord(_ION.sub(r"\1ión", single)))
        self[word] = its
        return its


term_of = _Terms()


def terms(text: str) -> list[str]:
    """The search terms of `text`, in its order and with its repetitions."""
    return [found for word in words(text) if (found := term_of[word])]
