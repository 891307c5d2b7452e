"""How a practice is cited, and the few words with which its page is sent to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.wording import day, listed

if TYPE_CHECKING:
    from catalog.home import Home
    from catalog.model import Practice


def citation(practice: Practice, home: Home) -> tuple[str, str, str]:
    """What stands before the title, the title, and what follows it, in the style of the American
    Psychological Association for a web page with institutional authors (Publication Manual, 7th
    edition, section 10.16); the date is that of the last review."""
    reviewed = practice.review_date
    when = f"{reviewed.year}, {day(reviewed).removesuffix(f' de {reviewed.year}')}"
    return (
        f"{listed(practice.institutions)}. ({when}). ",
        practice.title,
        f". {home.name}. {_address(practice, home)}",
    )


def message(practice: Practice, home: Home) -> str:
    """A short message about the practice: its title, its summary and its address."""
    return f"*{practice.title}*\n\n{practice.summary}\n\n{_address(practice, home)}"


def _address(practice: Practice, home: Home) -> str:
    return home.absolute(f"practicas/{practice.slug}/")
