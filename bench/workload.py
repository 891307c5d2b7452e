"""What every contender is measured on: one catalogue, its queries, and a folder to work in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from bench.builds import mkdocs_build
from bench.documents import SheetText, queries, read
from bench.programs import NotMeasuredError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from bench.measures import Measure, Value
    from bench.programs import Run

QUERIES = 30
KEYSTROKE_QUERIES = 15


class Subject:
    """A catalogue of some size. `limit` bounds, in seconds, each program and each visit."""

    def __init__(
        self, folder: Path, sheets: list[Path], work: Path, *, limit: float, seed: int
    ) -> None:
        self.folder = folder
        self.sheets = sheets
        self.work = work
        self.limit = limit
        self.queries = queries(sheets, QUERIES, seed)

    @property
    def built(self) -> Run:
        """The build of our own site in `site`: tried once, and its failure told every time."""
        if isinstance(self._build, NotMeasuredError):
            raise NotMeasuredError(str(self._build))
        return self._build

    @cached_property
    def _build(self) -> Run | NotMeasuredError:
        try:
            return mkdocs_build(self.folder, self.limit)
        except NotMeasuredError as error:
            return error

    @property
    def site(self) -> Path:
        """The folder of our own site, built."""
        _ = self.built
        return self.folder / "site"

    def texts(self) -> Iterator[SheetText]:
        """What each sheet says."""
        return (read(path) for path in self.sheets)


@dataclass(frozen=True)
class Step:
    """A part of a measurement that may fail alone, and the rows that it fills."""

    fills: tuple[Measure, ...]
    measure: Callable[[], Mapping[Measure, Value]]


class Contender(ABC):
    """Something that builds or searches the catalogue. Steps are taken in their order."""

    name: ClassVar[str]
    notes: ClassVar[tuple[str, ...]] = ()

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @abstractmethod
    def steps(self) -> Iterable[Step]:
        """What to measure."""
