"""An event in a few sentences, for whoever reads no further: what its synthesis counts, and nothing
more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog.text.folding import name_key
from catalog.text.spanish import announced, count, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from catalog.derive.event_synthesis import Synthesis
    from catalog.model import Event

# Of topics and of themes of advice, so many are named; more where several are level.
NAMED, MOST_NAMED = 3, 5
Item = TypeVar("Item")


def event_in_words(event: Event, found: Synthesis) -> tuple[str, ...]:
    """The event in paragraphs of text: what it was, what was presented, what the experts said."""
    paragraphs = (_gathering(event), _presented(found), _commented(found))
    return tuple(filter(None, map(" ".join, paragraphs)))


def _gathering(event: Event) -> Iterator[str]:
    place = f", en {event.place.rstrip('. ')}" if event.place else ""
    yield f"El evento fue {announced(event.start_date, event.end_date)}{place}."
    came, guests = len(event.regions), len(event.guest_regions)
    took_part = _either(came, "Participó", "Participaron")
    invited = f" y, como {_either(guests, 'invitada', 'invitadas')}, {guests} más" if guests else ""
    yield f"{took_part} {count(came, 'región', 'regiones')}{invited}."


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
    seen = found.opportunities
    if seen.total:
        states = [
            f"{lower_first(state.label)} ({amount})" for state, amount in seen.by_state if amount
        ]
        news = "todavía no hay noticias de lo que pasó después"
        if states:
            news = f"hay noticias de {seen.followed}: {listed(states)}"
        they = "También señalaron" if themes else "Los expertos señalaron"
        yield f"{they} {count(seen.total, 'oportunidad', 'oportunidades')} de mejora; {news}."
    yield from _replicated(found, wished=False, one="replica", many="replican")
    yield from _replicated(found, wished=True, one="quisiera replicar", many="quisieran replicar")


def _replicated(found: Synthesis, *, wished: bool, one: str, many: str) -> Iterator[str]:
    pairs = [
        (practice.slug, name_key(branch.institution))
        for practice, branches in found.replications
        for branch in branches
        if branch.is_wish is wished
    ]
    if pairs:
        practices, institutions = (len(set(names)) for names in zip(*pairs, strict=True))
        who = count(institutions, "institución", "instituciones")
        yield f"{who} {_either(institutions, one, many)} {practices} de estas prácticas."


def _foremost(items: Sequence[Item], count_of: Callable[[Item], int]) -> Sequence[Item]:
    """The first few of what is sorted by its counts. Of those that are level, either all are named
    or none: without them if two are left, else with them if they are not many."""
    if len(items) <= NAMED or count_of(items[NAMED]) < count_of(items[NAMED - 1]):
        return items[:NAMED]
    least = count_of(items[NAMED])
    above = [item for item in items if count_of(item) > least]
    level = [item for item in items if count_of(item) >= least]
    return above if len(above) > 1 or len(level) > MOST_NAMED else level


def _either(amount: int, one: str, many: str) -> str:
    return one if amount == 1 else many
