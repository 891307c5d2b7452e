"""The terms of the vocabularies: what each one says. `vocabularies.py` reads them.

A term is an item of a file of `practices/_taxonomies/`. Most are plain terms; a few vocabularies
have terms that say more (`TERM_OF` of `vocabularies.py`).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from catalog.schema.field_types import Https
from catalog.schema.validation import Strict
from catalog.text.slugs import SLUG

Id = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=60)]
# The pattern is for editors, which do not strip spaces: a label has some other character.
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"\S")
]


class Term(Strict):
    """One value of a vocabulary. `parent` is the id of a term of a wider vocabulary."""

    id: Id = Field(
        alias="id",
        description="Con minúsculas sin tilde, cifras y guiones. No se cambia: está en las "
        "direcciones.",
    )
    label: Label = Field(alias="label", description="El nombre que se muestra.")
    description: str = Field(alias="description", default="", description="Qué quiere decir.")
    parent: str | None = Field(
        alias="parent",
        default=None,
        description="El id de su macrorregión, si es una región; de su familia, si es un tema; de "
        "su región, si es una institución.",
    )
    aliases: list[Label] = Field(
        alias="aliases", default_factory=list, description="Otras maneras de decirlo."
    )

    @property
    def names(self) -> list[str]:
        """The label and the other names of the term."""
        return [self.label, *self.aliases]


class Topic(Term):
    """A topic, and the topics that it may be taken for."""

    near: list[Label] = Field(
        alias="cercanos", default_factory=list, description="Los temas con que se confunde."
    )


class FigureType(Term):
    """A kind of figure, the cases that are hard to tell apart, and words that show the kind."""

    cases: list[str] = Field(
        alias="casos", default_factory=list, description="Lo que se confunde y va aquí."
    )
    words: list[Label] = Field(
        alias="palabras",
        default_factory=list,
        description="Palabras del detalle de una cifra que suelen delatar este tipo.",
    )


class EventChangeType(Term):
    """A kind of change of an event that had been announced."""

    takes_place: bool = Field(
        alias="se_realiza", description="Si el evento se realiza en la fecha que dice su ficha."
    )


class Institution(Term):
    """An institution of the sector, with its public page where a public source gives it."""

    type: str = Field(alias="tipo", description="El id de su tipo de institución.")
    page: Https | None = Field(alias="pagina", default=None, description="Su página pública.")
    reception: Https | None = Field(
        alias="mesa_de_partes", default=None, description="La dirección de su mesa de partes."
    )
    source: Https | None = Field(
        alias="fuente", default=None, description="La página pública que da estas direcciones."
    )
    when: Label | None = Field(
        alias="fecha", default=None, description="La fecha de esa página, si la dice."
    )


class Requirement(Strict):
    """A requirement of a stage. To meet any one of its conditions is enough."""

    id: Id = Field(alias="id", description="Con minúsculas sin tilde, cifras y guiones.")
    label: Label = Field(alias="label", description="Lo que se pide, como se muestra.")
    sections: list[Label] = Field(
        alias="secciones", default_factory=list, description="La ficha tiene todas estas secciones."
    )
    figures: int | None = Field(
        alias="cifras", default=None, ge=1, description="La ficha tiene al menos tantas cifras."
    )
    evidence: list[Label] = Field(
        alias="evidencias",
        default_factory=list,
        description="La ficha tiene una evidencia de alguno de estos tipos.",
    )
    scopes: list[Label] = Field(
        alias="alcances",
        default_factory=list,
        description="La evidencia tiene, además, alguno de estos alcances.",
    )
    expert_comment: bool = Field(
        alias="comentario_experto",
        default=False,
        description="Un experto la comentó en un evento.",
    )

    @property
    def has_conditions(self) -> bool:
        """Whether something can meet the requirement."""
        return bool(self.sections or self.figures or self.evidence or self.expert_comment)


class Stage(Term):
    """A maturity stage: a term that lists what it requires beyond the stage before it."""

    requirements: list[Requirement] = Field(
        alias="requisitos",
        default_factory=list,
        description="Lo que pide, además de lo que piden los anteriores.",
    )
