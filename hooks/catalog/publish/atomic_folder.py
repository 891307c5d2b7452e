"""The folder of a site: built beside the published one, and put in its place when it is whole.

The two folders change places in one step of the file system, so that a reader sees the old site or
the new one, whenever the process is killed. The next build removes the draft of a killed process; a
draft is locked while its process lives. A served site stays in its folder, and only its changed
files are written.
"""

from __future__ import annotations

import atexit
import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MENDS = {
    errno.ENOSPC: "No queda espacio en el disco. Libere espacio",
    errno.EDQUOT: "No queda espacio en su cuota de disco. Libere espacio",
    errno.EFBIG: "Un archivo pasa del tamaño que el sistema permite. Revise el límite",
    errno.EROFS: "El disco es de solo lectura. Elija otra carpeta con SITE_DIR",
    errno.EACCES: "No hay permiso para leer o escribir. Revise los permisos",
    errno.EPERM: "No hay permiso para leer o escribir. Revise los permisos",
    errno.EBUSY: "La carpeta está en uso, o es un disco montado. Elija otra con SITE_DIR",
    errno.EEXIST: "Donde va una carpeta hay otra cosa. Elija otra con SITE_DIR",
    errno.ENOTDIR: "Donde va una carpeta hay otra cosa. Elija otra con SITE_DIR",
    errno.ENAMETOOLONG: "El nombre de la carpeta es muy largo. Elija otra con SITE_DIR",
    errno.ENOTEMPTY: (
        "La carpeta tiene archivos y no es un sitio: al publicar se borrarían. Elija otra con "
        "SITE_DIR"
    ),
}
# Every site has this file. A folder with files but without this one is no site, and is left alone.
_MARK = "index.html"


def why_unpublished(error: Exception) -> str:
    """The message for the person who builds: the cause of the error and what to do about it."""
    if not isinstance(error, OSError):
        return f"No se publicó nada: el sitio queda como estaba. {error}"
    place = f" ({error.filename})" if error.filename else ""
    mend = _MENDS.get(error.errno or 0, f"El sistema dice: {error.strerror or error}. Revíselo")
    return f"No se publicó nada: el sitio queda como estaba. {mend} y vuelva a construir{place}."


class Publication:
    """One build of the site that goes to the folder `site`. It is made in the folder `draft`."""

    def __init__(self, site: Path) -> None:
        """Make an empty draft beside `site`, on the same disk. Raises OSError if that fails, or if
        `site` is there and is neither a site nor an empty folder."""
        self.site = site.absolute()
        if self.site.is_symlink() or (self.site.exists() and not self.site.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
        if self.site.exists() and any(self.site.iterdir()) and not (self.site / _MARK).exists():
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(site))
        self.site.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{self.site.name}-borrador-"
        with _locked(self.site.parent):  # no other process removes the draft before it is locked
            _sweep(self.site, prefix)
            self.draft = self.site.parent / tempfile.mkdtemp(prefix=prefix, dir=self.site.parent)
            self._lock = _lock(self.draft)
        self.draft.chmod(0o755)
        self.target = self.draft
        self._maker = os.getpid()
        atexit.register(self._leave)

    def publish(self, _: Iterable[str] = ()) -> Path:
        """Put the draft in the place of the site, and remove the old site. All files are in the
        draft, so the paths of the written ones are not needed. Returns the site's folder."""
        with _locked(self.site.parent):
            if self.site.exists():
                _exchange(self.draft, self.site)
            else:
                self.draft.rename(self.site)
        self.discard()
        return self.site

    def discard(self) -> None:
        """Remove the draft, and leave the published site as it was."""
        atexit.unregister(self._leave)
        shutil.rmtree(self.draft, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _leave(self) -> None:
        """Discard the draft when this process ends before the site is whole (Ctrl-C). The end of a
        process that this one started changes nothing."""
        if os.getpid() == self._maker:
            self.discard()


def _lock(folder: Path, *, wait: bool = False) -> int | None:
    """Lock a folder until the file descriptor that is returned is closed. None if another process
    holds the lock, unless `wait` is true."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    descriptor = _lock(folder, wait=True)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _sweep(site: Path, prefix: str) -> None:
    """Remove the drafts of processes that have ended. If a process was killed between two renames
    of `_exchange`, put the previous site back."""
    for left in site.parent.glob(f"{prefix}*"):
        with suppress(OSError):
            if (lock := _lock(left)) is None:
                continue
            if left.name.endswith(_OLD) and not site.exists():
                left.rename(site)
            else:
                shutil.rmtree(left, ignore_errors=True)
            os.close(lock)


_OLD = "-anterior"
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2(2), RENAME_SWAP of macOS's renamex_np(2)


def _exchange(draft: Path, site: Path) -> None:
    """Swap two folders in one step, or with three renames where the system has no such step."""
    library: Any = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(draft), os.fsencode(site)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(*names, _EXCHANGE)
        else:
            failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    except AttributeError:
        failed, code = -1, errno.ENOSYS
    else:
        code = ctypes.get_errno()
    if not failed:
        return
    if code not in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        raise OSError(code, os.strerror(code), str(site))
    previous = draft.with_name(draft.name + _OLD)
    site.rename(previous)
    try:
        draft.rename(site)
    except OSError:
        previous.rename(site)
        raise
    previous.rename(draft)


class ServedFolder:
    """The folder `site` while it is served. At each build, the site generator makes its files anew
    in `draft`. The build writes its own files into the site itself, and keeps those of before."""

    def __init__(self, site: Path) -> None:
        self.site = self.target = site
        self.draft = site / ".draft"
        self._files: set[str] = set()

    def publish(self, written: Iterable[str]) -> Path:
        """Move the files of the draft into the site, and remove the files of the last build that
        are neither among them nor in `written`: the paths of the files that this build or an
        earlier one wrote. Returns the site's folder."""
        made = [path for path in self.draft.rglob("*") if path.is_file()]
        files = set(written)
        for path in made:
            name = path.relative_to(self.draft).as_posix()
            (self.site / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(self.site / name)
            files.add(name)
        for name in self._files - files:
            (self.site / name).unlink(missing_ok=True)
        self._files = files
        return self.site

    def discard(self) -> None:
        """Leave the site as it is, since it is being served."""
