"""Consent to publish the picture or the words of a child: the file says who gave it and how.

Peru's Ley 29733 and its regulation (D.S. 016-2024-JUS) ask for it. The words of the file show that
there may be a child. In doubt, consent is asked for.
"""

from __future__ import annotations

import re

from catalog.text.folding import fold

_ONE = r"(?:^|[,.;:(] ?|\b(?:un|una|el) )"
_SOME = r"(?:^|[,.;:(] ?|\b(?:unos|unas|los|las|dos|tres|cuatro|cinco|varios) )"
_CHILD = re.compile(
    r"\b(nin[oaxe@]s?|ninez|bebes?|infantes?|parvul[oa]s?|menor(es)? de edad|adolescentes?"
    r"|chic[oa]s|muchach[oa]s?|wawas?|lactantes?|preescolares|recien nacid[oa]s?"
    r"|estudiantes?|estudiantado|alumn[oa]s?|alumnado|educandos?|colegial(es|as)?|hij[oa]s?|niet[oa]s?"
    r"|(alcalde(sa)?|regidor(a)?|policia|brigadista|lider)(e?s)? (escolar|estudiantil)(es)?)(?!\w)"
    # «Escolar» is most often an adjective: «la feria escolar», «los locales escolares».
    rf"|{_ONE}escolar\b|{_SOME}escolares\b|\b(con|de) escolares\b"
    rf"|({_ONE}menor|{_SOME}menores)\b"
    r"(?! (de|costos?|gastos?|tasas?|recursos|numero|cantidad|tiempo|ingresos|logros?|niveles)\b)"
    r"|\bjovenes de (la )?(secundaria|primaria)\b"
)
# Adults, who may speak of a child.
_ADULT = re.compile(
    r"\b(madres?|padres?|papa|mama|apoderad[oa]s?|abuel[oa]s?|famili\w+|docentes?|profesor\w*"
    r"|maestr[oa]s?|director\w*|asesor\w*|tutor\w*|especialistas?|ex ?alumn[oa]s?|egresad[oa]s?)\b"
)
_GROWN = re.compile(
    r"\b(estudiantes?|alumn[oa]s?) (universitari[oa]s?|de (maestria|doctorado|post?grado))\b"
)
_NUMBER = (
    "[0-9]|1[0-7]|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    "|dieciseis|diecisiete"
)
_AGE = re.compile(
    rf"(?<!hace )(?<!durante )(?<!ultimos )\b({_NUMBER}) anos\b"
    r"(?! de (servicio|experiencia|trabajo|gestion|labor|creacion|funcionamiento)\b)"
)
# «5.º grado», «3ro de secundaria»: the grade of a child, unless the text names an adult.
_GRADE = re.compile(
    r"\b[1-6](\.?[°ºª]|er|ro|ero|do|to|mo)?\.? (grado|(de )?(primaria|secundaria))\b"
)
# «Niño» or «Niña» with a capital inside a text is a name: of a current («El Niño»), of a family
# («Rosa Niño») or of a school.
_NAME = re.compile(r"(?<=[\w».] )(?<!\b[Uu]n )(?<!\b[Uu]na )Niñ[oa](?!\w)")
# Texts in the place of a consent that give none.
_NO_CONSENT = re.compile(
    r"(no|si|ok|na|n a|falta|pendiente|ningun[oa]?|no (hay|tiene|consta|aplica)|por confirmar)?"
)

# Words that deny a consent, with no sign of punctuation between: «no dice quién autorizó».
_DENIED = re.compile(
    r"\b(no|nadie|sin|ningun[oa]?|falta|tampoco)\b(\s+\w+){0,6}?"
    r"\s+(autoriz|consent|consint|permi[st])"
)


def shows_children(text: str) -> bool:
    """Whether a picture with this description may show a child."""
    folded = _folded(text)
    return bool(
        _CHILD.search(folded)
        or _AGE.search(folded)
        or (_GRADE.search(folded) and not _ADULT.search(folded))
    )


def is_child(author: str, institution: str = "") -> bool:
    """Whether an author described like this, of this institution, may be a child. Words behind the
    first word for an adult do not count: «Madre de una niña»."""
    folded = _folded(author)
    adult = _ADULT.search(folded)
    before = folded[: adult.start()] if adult else folded
    return shows_children(before) or (not adult and bool(_GRADE.search(_folded(institution))))


def is_given(consent: str | None) -> bool:
    """Whether a text in place of a consent tells of one, and does not say that nobody gave it."""
    return not _is_denied(consent) and not _NO_CONSENT.fullmatch(
        " ".join(re.findall(r"\w+", fold(consent or "")))
    )


def what_to_do(consent: str | None) -> str:
    """The end of the message about a picture or words of a child without a consent."""
    if _is_denied(consent):
        return (
            "Su «consentimiento» dice que nadie autorizó que se publique, o que no se sabe. Así no "
            "se publica: bórrelo, o consiga la autorización."
        )
    return "Añada «consentimiento»: quién autorizó que se publique y dónde consta, sin sus datos."


def _is_denied(consent: str | None) -> bool:
    return bool(_DENIED.search(fold(consent or "")))


def _folded(text: str) -> str:
    return _GROWN.sub(" ", fold(_NAME.sub(" ", text)))
