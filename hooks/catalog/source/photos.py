"""Checks the photos of the catalogue: each must be of the kind that its name says.

Strangers send them, so their size, shape and number of pixels have limits."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 50_000_000
MIN_SIDE = 200
# As many times as one side may be the other: a WebP of the largest width has 16,383 rows at most.
MAX_RATIO = 8
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
# A telephone's JPEG may bring a second picture behind the first, which alone is read.
_ALSO = {"MPO": "JPEG"}


def why_not(file: Path) -> str:
    """The message about a photo that cannot be published; "" for a good one. The whole file is
    read, since a photo that was cut short shows it only at its end."""
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
            image.draft("RGB", (MIN_SIDE, MIN_SIDE))  # a JPEG is read whole, and drawn small
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
    """The photo, of which only the head has been read. Raises for one of too many pixels."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(file, formats=list(set(_FORMATS.values())))
    if image.width * image.height > MAX_PIXELS:
        raise Image.DecompressionBombError
    return image
