"""The catalogue, the queries and the folder that every contender of one size is measured with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from bench.builds import mkdocs_build
from bench.plain_sheets import PlainSheet, draw_queries, read_sheet
from bench.programs import NotMeasuredError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from bench.measures import Measure, Value
    from bench.programs import Run

QUERIES = 30
KEYSTROKE_QUERIES = 15


class Workload:
    """A catalogue at `folder`. Each program and each visit takes `limit` seconds at most."""

    def __init__(
        self, folder: Path, sheets: list[Path], workspace: Path, *, limit: float, seed: int
    ) -> None:
        self.folder = folder
        self.sheets = sheets
        self.workspace = workspace
        self.limit = limit
        self.queries = draw_queries(sheets, QUERIES, seed)

    @property
    def built(self) -> Run:
        """The build of this catalogue's site, made once. Raises NotMeasuredError if it failed."""
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
        """The folder of this catalogue's built site."""
        _ = self.built
        return self.folder / "site"

    def texts(self) -> Iterator[PlainSheet]:
        """The sheets as plain text."""
        return (read_sheet(path) for path in self.sheets)


@dataclass(frozen=True)
class Step:
    """A part of a measurement, and the rows that it fills. It may fail without the other parts."""

    fills: tuple[Measure, ...]
    measure: Callable[[], Mapping[Measure, Value]]


class Contender(ABC):
    """A program that builds or searches the catalogue. `name` heads its column of the table, and
    `notes` are printed above it."""

    name: ClassVar[str]
    notes: ClassVar[tuple[str, ...]] = ()

    def __init__(self, workload: Workload) -> None:
        self._workload = workload

    @abstractmethod
    def steps(self) -> Iterable[Step]:
        """The steps of the measurement, in their order."""
