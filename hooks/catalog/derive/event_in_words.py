"""An event in a few sentences, for a reader who reads no further. They tell what the synthesis of
the event counts, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog.text.folding import name_key
from catalog.text.spanish import announced, count, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from catalog.derive.event_synthesis import Synthesis
    from catalog.model import Event

# How many topics, or themes of advice, a sentence names; at most MOST_NAMED where counts are equal.
NAMED, MOST_NAMED = 3, 5
Item = TypeVar("Item")


def event_in_words(event: Event, found: Synthesis) -> tuple[str, ...]:
    """The event in paragraphs of text: the gathering, the practices, the words of the experts."""
    paragraphs = (_gathering(event), _presented(found), _commented(found))
    return tuple(filter(None, map(" ".join, paragraphs)))


def _gathering(event: Event) -> Iterator[str]:
    place = f", en {event.place.rstrip('. ')}" if event.place else ""
    yield f"El evento fue {announced(event.start_date, event.end_date)}{place}."
    regions, guests = len(event.regions), len(event.guest_regions)
    took_part = _either(regions, "Participó", "Participaron")
    invited = f" y, como {_either(guests, 'invitada', 'invitadas')}, {guests} más" if guests else ""
    yield f"{took_part} {count(regions, 'región', 'regiones')}{invited}."


def _presented(found: Synthesis) -> Iterator[str]:
    if not found.practices:
        return
    practices = count(found.practices, "práctica", "prácticas")
    institutions = count(found.institutions, "institución", "instituciones")
    were_presented = _either(found.practices, "presentó", "presentaron")
    yield f"Se {were_presented} {practices}, de {institutions}."
    bars = {tally.key: tally.bars for tally in found.tallies}
    topics = [bar for bar in bars.get("tema", ()) if bar.count > 1]
    shared = _foremost(topics, lambda bar: bar.count)
    if shared:
        were = _either(len(shared), "El tema más frecuente fue", "Los temas más frecuentes fueron")
        yield f"{were} {listed(f'{lower_first(bar.label)} ({bar.count})' for bar in shared)}."
    if stages := bars.get("estadio"):
        first, *others = stages
        stands = _either(first.count, "está", "están")
        is_at = f"{first.count} {stands} en el estadio {lower_first(first.label)}"
        rest = [f"{bar.count} en el {lower_first(bar.label)}" for bar in others]
        yield f"En la Ruta, {listed([is_at, *rest])}."


def _commented(found: Synthesis) -> Iterator[str]:
    foremost = _foremost(found.advice, lambda theme: theme.practices)
    themes = [f"{lower_first(advice.theme.label)} (a {advice.practices})" for advice in foremost]
    if themes:
        yield f"Lo que más recomendaron los expertos fue {listed(themes)}."
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
        opening = "También señalaron" if themes else "Los expertos señalaron"
        total = count(opportunities.total, "oportunidad", "oportunidades")
        yield f"{opening} {total} de mejora; {news}."
    yield from _replicated(found, wished=False, singular="replica", plural="replican")
    yield from _replicated(
        found, wished=True, singular="quisiera replicar", plural="quisieran replicar"
    )


def _replicated(found: Synthesis, *, wished: bool, singular: str, plural: str) -> Iterator[str]:
    pairs = [
        (practice.slug, name_key(branch.institution))
        for practice, branches in found.replications
        for branch in branches
        if branch.is_wish is wished
    ]
    if pairs:
        practices, institutions = (len(set(names)) for names in zip(*pairs, strict=True))
        who = count(institutions, "institución", "instituciones")
        yield f"{who} {_either(institutions, singular, plural)} {practices} de estas prácticas."


def _foremost(items: Sequence[Item], count_of: Callable[[Item], int]) -> Sequence[Item]:
    """The first NAMED of `items`, which are sorted by count, the highest first.

    Where the next item has the same count as the last of these, all items with that count are left
    out if at least two others remain. Otherwise all of them are named, unless that would make more
    than MOST_NAMED names: then only the others remain.
    """
    if len(items) <= NAMED or count_of(items[NAMED]) < count_of(items[NAMED - 1]):
        return items[:NAMED]
    least = count_of(items[NAMED])
    above = [item for item in items if count_of(item) > least]
    level = [item for item in items if count_of(item) >= least]
    return above if len(above) > 1 or len(level) > MOST_NAMED else level


def _either(amount: int, singular: str, plural: str) -> str:
    return singular if amount == 1 else plural
