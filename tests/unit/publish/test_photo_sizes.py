"""Photos are published in several widths and without their metadata."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from catalog.pages.templates import PHOTO_WIDTHS
from catalog.publish.photo_sizes import drawn
from tests.support.pictures import photo


def test_a_published_photo_has_no_metadata(tmp_path: Path) -> None:
    content = photo(size=(2000, 1000))
    assert b"Marca del equipo" in content
    (tmp_path / "a.jpg").write_bytes(content)
    made = dict(drawn(tmp_path / "a.jpg"))
    assert list(made) == list(PHOTO_WIDTHS)
    for width, data in made.items():
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.size) == ("WEBP", (width, width // 2))
        assert not {"exif", "xmp", "icc_profile"} & image.info.keys()
        assert b"Marca" not in data


def test_a_photo_of_16_bits_keeps_its_greys(tmp_path: Path) -> None:
    Image.new("I;16", (400, 300), 0x8000).save(tmp_path / "a.png")
    for _, data in drawn(tmp_path / "a.png"):
        grey, _, _ = Image.open(io.BytesIO(data)).convert("RGB").getpixel((200, 150))
        assert 120 < grey < 136


def test_a_sideways_photo_is_turned_upright_and_never_enlarged(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo(size=(600, 400), sideways=True))
    for width, data in drawn(tmp_path / "a.jpg"):
        image = Image.open(io.BytesIO(data)).convert("RGB")
        assert image.width == min(width, 400)
        red, _, blue = image.getpixel((image.width // 2, 5))
        assert red > blue, "what was at the left is on top now"


def test_the_same_photo_always_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo())
    assert list(drawn(tmp_path / "a.jpg")) == list(drawn(tmp_path / "a.jpg"))
