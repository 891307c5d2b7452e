"""An event in a few sentences, for whoever reads no further: what its counts say (see `synthesis`),
and nothing that they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.wording import announced, count, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Event
    from catalog.synthesis import Bar, Synthesis

# Of topics and of themes of advice, so many are named.
NAMED = 3


def account(event: Event, told: Synthesis) -> tuple[str, ...]:
    """The event in paragraphs of text: what it was, what was presented, what the experts said."""
    paragraphs = (_gathering(event), _presented(told), _commented(told))
    return tuple(filter(None, map(" ".join, paragraphs)))


def _gathering(event: Event) -> Iterator[str]:
    place = f", en {event.place}" if event.place else ""
    yield f"El evento fue {announced(event.start_date, event.end_date)}{place}."
    came, guests = len(event.regions), len(event.guest_regions)
    took_part = _either(came, "Participó", "Participaron")
    invited = f" y, como {_either(guests, 'invitada', 'invitadas')}, {guests} más" if guests else ""
    yield f"{took_part} {count(came, 'región', 'regiones')}{invited}."


def _presented(told: Synthesis) -> Iterator[str]:
    if not told.practices:
        return
    practices = count(told.practices, "práctica", "prácticas")
    institutions = count(told.institutions, "institución", "instituciones")
    yield f"Se {_either(told.practices, 'presentó', 'presentaron')} {practices}, de {institutions}."
    bars = {tally.key: tally.bars for tally in told.tallies}
    shared = [bar for bar in bars.get("tema", ()) if bar.count > 1][:NAMED]
    if shared:
        were = _either(len(shared), "El tema más frecuente fue", "Los temas más frecuentes fueron")
        yield f"{were} {listed(_with_counts(shared))}."
    if stages := bars.get("estadio"):
        first, *others = stages
        stands = _either(first.count, "está", "están")
        is_at = f"{first.count} {stands} en el estadio {lower_first(first.label)}"
        rest = [f"{its.count} en el {lower_first(its.label)}" for its in others]
        yield f"En la Ruta, {listed([is_at, *rest])}."


def _with_counts(bars: Iterable[Bar]) -> list[str]:
    return [f"{lower_first(bar.label)} ({bar.count})" for bar in bars]


def _commented(told: Synthesis) -> Iterator[str]:
    themes = [f"{lower_first(its.theme.label)} (a {its.practices})" for its in told.advice[:NAMED]]
    if themes:
        yield f"Lo que más recomendaron los expertos fue {listed(themes)}."
    seen = told.opportunities
    if seen.total:
        states = [
            f"{lower_first(state.label)} ({amount})" for state, amount in seen.by_state if amount
        ]
        news = "todavía no hay noticias de lo que pasó después"
        if states:
            news = f"hay noticias de {seen.total - seen.untold}: {listed(states)}"
        they = "También señalaron" if themes else "Los expertos señalaron"
        yield f"{they} {count(seen.total, 'oportunidad', 'oportunidades')} de mejora; {news}."
    who = {branch.institution for _, branches in told.replications for branch in branches}
    if who:
        would = _either(len(who), "replica o quisiera replicar", "replican o quisieran replicar")
        yield (
            f"{count(len(who), 'institución', 'instituciones')} {would} "
            f"{len(told.replications)} de estas prácticas."
        )


def _either(amount: int, one: str, many: str) -> str:
    return one if amount == 1 else many
