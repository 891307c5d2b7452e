"""A photo is refused unless its content agrees with its name and is fit to be published."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from catalog.pages.templates import PHOTO_WIDTHS
from catalog.publish.photo_sizes import drawn
from catalog.source.photos import why_not
from tests.support.pictures import photo


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_a_photo_of_each_kind_is_accepted(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(photo(kind))
    assert why_not(tmp_path / name) == ""


def test_a_file_of_several_images_is_accepted_for_its_first(tmp_path: Path) -> None:
    first, second = (Image.open(io.BytesIO(photo(size=size))) for size in ((640, 400), (320, 200)))
    first.save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[second])
    assert Image.open(tmp_path / "a.jpg").format == "MPO"
    assert why_not(tmp_path / "a.jpg") == ""
    for width, data in drawn(tmp_path / "a.jpg"):
        assert Image.open(io.BytesIO(data)).width == min(width, 640)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.jpg", b"", "dañado"),
        ("a.jpg", b"<svg onload=alert(1)>", "dañado"),
        ("a.jpg", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "dañado"),
        ("a.png", photo("JPEG"), "Por dentro es JPEG"),
        ("a.jpg", photo()[:-2000], "dañado"),
        ("a.png", photo("PNG")[:-40], "dañado"),
        ("a.jpg", photo(size=(640, 100)), "640 por 100"),
        ("a.png", photo("PNG", size=(200, 20_000)), "demasiado alargada"),
        ("a.jpg", photo() + b"x" * 9_000_000, "pesa"),
    ],
)
def test_a_broken_or_unfit_photo_is_refused(
    tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert word in why_not(tmp_path / name)


def test_a_small_file_of_many_pixels_is_not_unpacked(tmp_path: Path) -> None:
    Image.new("1", (30_000, 30_000)).save(tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size < 1_000_000
    assert "millones de píxeles" in why_not(tmp_path / "a.png")


def test_only_the_first_image_of_a_file_is_published(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 300), "red")
    hidden = Image.new("RGB", (400, 300), "blue")
    image.save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[hidden])
    assert why_not(tmp_path / "a.jpg") == ""
    for _, data in drawn(tmp_path / "a.jpg"):
        made = Image.open(io.BytesIO(data))
        assert getattr(made, "n_frames", 1) == 1
        red, _, blue = made.convert("RGB").getpixel((200, 150))
        assert red > 200 > 50 > blue


def test_the_longest_photo_can_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(photo("PNG", size=(2000, 16_000)))
    assert why_not(tmp_path / "a.png") == ""
    assert len(list(drawn(tmp_path / "a.png"))) == len(PHOTO_WIDTHS)
