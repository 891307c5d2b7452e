"""A site is built beside the published one, and takes its place only when it is whole.

A served site stays where it is, and only what changed in it is written.
"""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
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


class Served:
    """The folder `site` while it is served: what is made anew each time is made in `draft`, and
    what is `kept` from one time to the next is written in `site` itself."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.draft = site / ".draft"
        self._files: set[str] = set()

    def publish(self, kept: Iterable[str]) -> None:
        """Move the draft into the site, and remove what is neither there any more nor kept."""
        made = [path for path in self.draft.rglob("*") if path.is_file()]
        files = set(kept)
        for path in made:
            name = path.relative_to(self.draft).as_posix()
            (self.site / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(self.site / name)
            files.add(name)
        for name in self._files - files:
            (self.site / name).unlink(missing_ok=True)
        self._files = files
