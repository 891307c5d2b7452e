"""An event in a few sentences, for a reader who reads no further. They tell what the synthesis of
the event counts, and nothing more: no sentence names a winner, which one new term of a vocabulary
could change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.text.institution_names import institution_key
from catalog.text.spanish import announced, count, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.derive.event_synthesis import Synthesis
    from catalog.model import Event


def event_in_words(event: Event, found: Synthesis) -> tuple[str, ...]:
    """The event in paragraphs of text: the gathering, the practices, the words of the experts."""
    paragraphs = (_gathering(event), _presented(found), _commented(found))
    return tuple(filter(None, map(" ".join, paragraphs)))


def _gathering(event: Event) -> Iterator[str]:
    place = f", en {event.place.rstrip('. ')}" if event.place else ""
    yield f"El evento se realizó {announced(event.start_date, event.end_date)}{place}."
    regions, guests = len(event.regions), len(event.guest_regions)
    stand = _either(regions, "Consta", "Constan")
    taking_part = _either(regions, "participante", "participantes")
    invited = f" y, como {_either(guests, 'invitada', 'invitadas')}, {guests} más" if guests else ""
    yield f"{stand} {count(regions, 'región', 'regiones')} {taking_part}{invited}."


def _presented(found: Synthesis) -> Iterator[str]:
    if not found.practices:
        return
    practices = count(found.practices, "práctica", "prácticas")
    institutions = count(found.institutions, "institución", "instituciones")
    were_presented = _either(found.practices, "presentó", "presentaron")
    yield f"Se {were_presented} {practices}, de {institutions}."
    bars = {tally.key: tally.bars for tally in found.tallies}
    if topics := bars.get("tema"):
        are_about = _either(found.practices, "Trata", "Tratan")
        yield f"{are_about} de {count(len(topics), 'tema', 'temas')}."
    if stages := bars.get("estadio"):
        first, *others = stages
        stands = _either(first.count, "está", "están")
        is_at = f"{first.count} {stands} en el estadio {lower_first(first.label)}"
        rest = [f"{bar.count} en el {lower_first(bar.label)}" for bar in others]
        yield f"En la Ruta, {listed([is_at, *rest])}."


def _commented(found: Synthesis) -> Iterator[str]:
    advice = sum(len(theme.advice) for theme in found.advice) + len(found.other_advice)
    if advice:
        of_themes = f", de {count(len(found.advice), 'tema', 'temas')}" if found.advice else ""
        gave = count(advice, "recomendación", "recomendaciones")
        yield f"Los expertos dieron {gave}{of_themes}."
    opportunities = found.opportunities
    if opportunities.total:
        states = [
            f"{lower_first(state.label)} ({amount})"
            for state, amount in opportunities.by_state
            if amount
        ]
        news = "todavía no hay noticias de lo que pasó después"
        if states:
            news = f"hay noticias de {opportunities.followed}: {listed(states)}"
        opening = "También señalaron" if advice else "Los expertos señalaron"
        total = count(opportunities.total, "oportunidad", "oportunidades")
        yield f"{opening} {total} de mejora; {news}."
    yield from _replicated(found, wished=False, singular="replica", plural="replican")
    yield from _replicated(
        found,
        wished=True,
        singular="mostró interés en replicar",
        plural="mostraron interés en replicar",
    )


def _replicated(found: Synthesis, *, wished: bool, singular: str, plural: str) -> Iterator[str]:
    pairs = [
        (practice.slug, institution_key(branch.institution))
        for practice, branches in found.replications
        for branch in branches
        if branch.is_wish is wished
    ]
    if pairs:
        practices, institutions = (len(set(names)) for names in zip(*pairs, strict=True))
        who = count(institutions, "institución", "instituciones")
        yield f"{who} {_either(institutions, singular, plural)} {practices} de estas prácticas."


def _either(amount: int, singular: str, plural: str) -> str:
    return singular if amount == 1 else plural
