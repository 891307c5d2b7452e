"""A site is built beside the published one, and takes its place only when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Publication:
    """One site on its way to the folder `site`: it is made in the folder `draft`."""

    def __init__(self, site: Path) -> None:
        """Make an empty draft beside `site`, on the same disk. Raises OSError if it cannot."""
        self.site = site.absolute()
        self.site.parent.mkdir(parents=True, exist_ok=True)
        draft = tempfile.mkdtemp(prefix=f".{site.name}-", dir=self.site.parent)
        self.draft = self.site.parent / draft
        self.draft.chmod(0o755)

    def publish(self) -> None:
        """Put the draft where the site stands, and remove the site that stood there."""
        previous = self.draft.with_name(self.draft.name + "-old")
        if self.site.exists():
            self.site.rename(previous)
        try:
            self.draft.rename(self.site)
        except OSError:
            if previous.exists():
                previous.rename(self.site)
            raise
        shutil.rmtree(previous, ignore_errors=True)

    def discard(self) -> None:
        """Remove the draft, and leave the published site as it was."""
        shutil.rmtree(self.draft, ignore_errors=True)
