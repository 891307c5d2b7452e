"""Check the photos of the catalogue: each must have the format that its name says.

Strangers send them, so their size, shape and number of pixels have limits.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 50_000_000
MIN_SIDE = 200
# The longer side may be so many times the shorter one. A photo is published as WebP, which has at
# most 16,383 rows, however wide it is.
MAX_RATIO = 8
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
# The JPEG of a telephone may hold a second picture behind the first. Only the first is read.
_ALSO = {"MPO": "JPEG"}


def why_not(file: Path) -> str:
    """The message about a photo that cannot be published, or "" for one that can. The whole file
    is read: only the end of a photo shows that it was cut short."""
    size = file.stat().st_size
    if size > MAX_BYTES:
        return (
            f"La foto pesa {size / 1024 / 1024:.0f} MB, y se admiten hasta "
            f"{MAX_BYTES // 1024 // 1024}. Redúzcala a unos 1,600 píxeles de ancho."
        )
    kind = _FORMATS[file.suffix[1:].lower()]
    try:
        with opened(file) as image:
            if _ALSO.get(str(image.format), image.format) != kind:
                return (
                    f"Por dentro es {image.format}, y su nombre termina en «{file.suffix}». "
                    "Ábrala en un programa de imágenes y guárdela como JPEG."
                )
            if min(image.size) < MIN_SIDE:
                return (
                    f"Mide {image.width} por {image.height} píxeles: no se vería bien. "
                    f"Suba una de {MIN_SIDE} por lo menos en cada lado."
                )
            if max(image.size) > MAX_RATIO * min(image.size):
                return (
                    f"Mide {image.width} por {image.height} píxeles: es demasiado alargada. "
                    f"Recórtela: un lado puede ser hasta {MAX_RATIO} veces el otro."
                )
            image.draft("RGB", (MIN_SIDE, MIN_SIDE))  # a JPEG is read whole, but decoded small
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return (
            f"Mide más de {MAX_PIXELS // 1_000_000} millones de píxeles. Redúzcala a unos 1,600 "
            "de ancho."
        )
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        return "El archivo está dañado, o no es una foto. Vuelva a guardarla como JPEG."
    return ""


def opened(file: Path) -> Image.Image:
    """The photo, of which only the header has been read. Raises DecompressionBombError, or
    DecompressionBombWarning, for too many pixels, and OSError for a file that is not a photo."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(file, formats=list(set(_FORMATS.values())))
    if image.width * image.height > MAX_PIXELS:
        raise Image.DecompressionBombError
    return image
