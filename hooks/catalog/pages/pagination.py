"""A long list cut into pages: the first at the list's own address, the next at `2/` and so on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PER_PAGE = 24

Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True)
class ListPage(Generic[Item]):
    """One page of a list: its items, and its `number`, from 1, among the `count` pages of the list.
    `first` is the address of the list."""

    items: Sequence[Item]
    first: str
    number: int
    count: int

    @property
    def path(self) -> str:
        """The page's own address."""
        return _path(self.first, self.number)

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return _path(self.first, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, if there is one."""
        return _path(self.first, self.number + 1) if self.number < self.count else None


def paginated(first: str, items: Sequence[Item]) -> Iterator[ListPage[Item]]:
    """Yield the pages of a list: one page even if the list is empty."""
    count = max(1, -(-len(items) // PER_PAGE))
    for number in range(1, count + 1):
        yield ListPage(items[(number - 1) * PER_PAGE : number * PER_PAGE], first, number, count)


def _path(first: str, number: int) -> str:
    return first if number == 1 else f"{first}{number}/"
