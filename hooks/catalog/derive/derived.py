"""Facts about one catalogue that several pages and the search need, each computed once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from catalog.derive.facets import facets
from catalog.derive.network import network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.derive.facets import Facet
    from catalog.derive.network import Network
    from catalog.model import Catalog


class Derived:
    """A catalogue, and the facts that follow from the whole of it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """Every facet by its key, in the order in which they are offered."""
        return facets(self.catalog)

    @cached_property
    def network(self) -> Network:
        """The institutions and people who contributed to the catalogue."""
        return network(self.catalog)
