"""The rules of a practice's sheet in its catalogue: one function a rule.

A rule takes a SourceFile and its Surroundings, and yields a Problem for each thing that breaks it.
Its docstring says what must be true. To add a rule, write the function and name it in the tuple at
the end. A check of one value alone belongs to its type (`schema.field_types`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.former_slugs import slugs_of_others
from catalog.check.link_rules import LINK_RULES
from catalog.check.photo_rules import PHOTO_RULES
from catalog.check.stage_requirements import checklist, missing_for, scopes_asked
from catalog.source.layout import slug_meant
from catalog.source.problems import quoted
from catalog.text.institution_names import institution_key
from catalog.text.spanish import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Practice
    from catalog.schema.fields import Replication
    from catalog.source.problems import Problem


def region_is_its_folder(file: SourceFile[Practice], _: Surroundings) -> Iterator[Problem]:
    """A sheet stands in the folder of its region."""
    folder = file.content.path.split("/")[1]
    if file.content.region == slug_meant(folder) != folder:
        message = f"La carpeta {quoted(folder)} debe llamarse {quoted(file.content.region)}. "
        yield file.document.problem(("region",), f"{message}Cámbiele el nombre.")
    elif file.content.region != folder:
        yield file.document.problem(
            ("region",),
            f"La ficha está en la carpeta {quoted(folder)}, pero su región es "
            f"{quoted(file.content.region)}. Cambie la región o mueva el archivo.",
        )


def stage_is_sustained(file: SourceFile[Practice], around: Surroundings) -> Iterator[Problem]:
    """The declared stage's requirements, and those of the stages before it, are all met."""
    practice, catalog = file.content, around.catalog
    if practice.slug in around.in_doubt:
        return
    checks = checklist(practice, catalog)
    if missing := missing_for(practice.stage, checks):
        wanted = "; ".join(lower_first(check.lacking) for check in missing)
        yield file.document.problem(
            ("estadio",),
            f"Para el estadio {quoted(practice.stage)} falta: {wanted}. Añádalo con su "
            "fuente, o declare un estadio anterior.",
        )


def evidence_says_its_scope(file: SourceFile[Practice], around: Surroundings) -> Iterator[Problem]:
    """A norm, a plan or an agreement says what it does with the practice, and is named if it
    sustains a stage. No other evidence has a scope."""
    vocabularies = around.catalog.vocabularies
    asked = scopes_asked(vocabularies)
    for index, item in enumerate(file.content.evidence):
        what = quoted(vocabularies.evidence_types[item.type].label)
        if item.type not in asked:
            for key, value in (("alcance", item.scope), ("documento", item.document)):
                if value:
                    message = f"Una evidencia de tipo {what} no lleva «{key}». Bórrelo."
                    yield file.document.problem(("evidencias", index, key), message)
        elif not item.scope:
            choices = "; ".join(
                f"{term.id} ({lower_first(term.description.rstrip('.'))})"
                for term in vocabularies.evidence_scopes.values()
            )
            message = f"Falta «alcance»: qué hace con la práctica. Elija entre: {choices}."
            yield file.document.problem(("evidencias", index), message)
        elif item.scope in asked[item.type] and not item.document:
            does = lower_first(vocabularies.evidence_scopes[item.scope].label)
            message = (
                f"Falta «documento»: el nombre y el número del documento que {does}. Si ninguna "
                "fuente lo nombra, el alcance es otro."
            )
            yield file.document.problem(("evidencias", index), message)


def review_follows_the_start(file: SourceFile[Practice], _: Surroundings) -> Iterator[Problem]:
    """The sheet is reviewed in the year in which the practice began, or later."""
    reviewed = file.content.review_date.year
    if file.content.start_year and file.content.start_year > reviewed:
        message = f"La ficha se revisó en {reviewed}, antes de ese año. Corrija uno de los dos."
        yield file.document.problem(("anio_inicio",), message)


def adaptation_names_a_practice(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """The practice from which another was adapted is in the catalogue, and no chain of adaptations
    leads back to its own beginning."""
    slug = file.content.adapted_from
    if not slug:
        return
    if slug not in around.tree.sheets:
        yield file.document.problem(("adaptada_de",), around.no_such_practice(slug))
        return
    before = around.catalog.origins(slug)
    if file.content.slug in before:
        own = before.index(file.content.slug)
        way = " → ".join([file.content.slug, *before[: own + 1]])
        message = (
            f"Una práctica no puede salir de sí misma: {way}. Quite «adaptada_de» donde sobre."
        )
        yield file.document.problem(("adaptada_de",), message)


def replications_agree_with_their_sheets(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """A practice and a replication that has a sheet of its own name each other."""
    origins = around.catalog.origins(file.content.adapted_from)
    for index, replication in enumerate(file.content.replications):
        slug = replication.practice
        if not slug:
            continue
        if slug not in around.tree.sheets:
            message = around.no_such_practice(slug)
            yield file.document.problem(("replicas", index, "practica"), message)
            continue
        adaptation = around.catalog.by_slug.get(slug)
        if slug == file.content.slug:
            message = "Es esta misma ficha. Quite «practica»."
        elif adaptation and adaptation.adapted_from == file.content.slug:
            continue
        elif slug in origins:
            message = "De ella salió esta práctica: no puede ser su réplica. Quite «practica»."
        elif not adaptation:  # its sheet could not be read
            continue
        elif adaptation.adapted_from:
            message = (
                f"{adaptation.path} dice que adaptó {quoted(adaptation.adapted_from)}. Corrija "
                "allí «adaptada_de», o quite «practica» de aquí."
            )
        else:
            message = (
                f"{adaptation.path} no dice que adaptó esta práctica. Añádale «adaptada_de: "
                f"{file.content.slug}», o quite «practica» de aquí."
            )
        yield file.document.problem(("replicas", index, "practica"), message)


def each_replication_is_listed_once(
    file: SourceFile[Practice], _: Surroundings
) -> Iterator[Problem]:
    """Each replication is listed, and so counted, once. Institutions of one name are different if
    their regions or their sheets are."""
    listed: list[Replication] = []
    for index, replication in enumerate(file.content.replications):
        if replication.practice and any(replication.practice == other.practice for other in listed):
            key, value = "practica", replication.practice
        elif any(_is_the_same(replication, other) for other in listed):
            key, value = "institucion", replication.institution
        else:
            listed.append(replication)
            continue
        message = (
            f"{quoted(value)} ya está en otra réplica. Deje una sola, con el estado al que llegó."
        )
        yield file.document.problem(("replicas", index, key), message)


def steps_lead_to_the_state(file: SourceFile[Practice], around: Surroundings) -> Iterator[Problem]:
    """The steps of a replication go forward, in time and in states, and the last one reaches its
    state."""
    order = list(around.catalog.vocabularies.replication_states)
    for index, replication in enumerate(file.content.replications):
        place, earlier = -1, list[str]()
        for number, step in enumerate(replication.steps):
            where = ("replicas", index, "pasos", number)
            if order.index(step.state) <= place:
                message = "Los pasos van del primer estado al último, cada uno una vez. Ordénelos."
                yield file.document.problem((*where, "estado"), message)
            if any(step.when[: len(when)] < when[: len(step.when)] for when in earlier):
                message = "Es anterior al paso que está antes. Ordénelos por fecha."
                yield file.document.problem((*where, "fecha"), message)
            place = order.index(step.state)
            earlier.append(step.when)
        if replication.steps and replication.steps[-1].state != replication.state:
            message = (
                f"El último paso llegó a {quoted(replication.steps[-1].state)}, y el estado dice "
                f"{quoted(replication.state)}. Ponga el mismo en los dos."
            )
            yield file.document.problem(("replicas", index, "estado"), message)


def former_slugs_are_its_own(file: SourceFile[Practice], around: Surroundings) -> Iterator[Problem]:
    """No other practice has, or had, a former slug of this one."""
    yield from slugs_of_others(file, around.tree.sheets, around.former_practices)


def _is_the_same(first: Replication, second: Replication) -> bool:
    """Whether both are of one institution: they have the same name, and no known region or sheet
    differs."""
    if institution_key(first.institution) != institution_key(second.institution):
        return False
    known = ((first.region, second.region), (first.practice, second.practice))
    return not any(a and b and a != b for a, b in known)


PRACTICE_RULES = (
    *LINK_RULES,
    region_is_its_folder,
    evidence_says_its_scope,
    stage_is_sustained,
    review_follows_the_start,
    *PHOTO_RULES,
    adaptation_names_a_practice,
    replications_agree_with_their_sheets,
    each_replication_is_listed_once,
    steps_lead_to_the_state,
    former_slugs_are_its_own,
)
