"""Sizes of pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.pictures import Picture, size_of_picture

JPEG_APP = b"\xff\xe1\x00\x06exif"
JPEG = b"\xff\xd8" + JPEG_APP + b"\xff\xc2\x00\x11\x08" + (800).to_bytes(2, "big") + (600).to_bytes(2, "big") + b"\x03"
FILES = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (600).to_bytes(4, "big") + (800).to_bytes(4, "big"),
    "gif": b"GIF89a" + (600).to_bytes(2, "little") + (800).to_bytes(2, "little"),
    "jpeg": JPEG,
    "bmp": b"BM" + bytes(16) + (600).to_bytes(4, "little") + (-800).to_bytes(4, "little", signed=True),
    "webp": b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (599).to_bytes(3, "little") + (799).to_bytes(3, "little"),
    "lossless webp": b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + (599 | 799 << 14).to_bytes(4, "little"),
    "lossy webp": b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + (600).to_bytes(2, "little") + (800).to_bytes(2, "little"),
}


@pytest.mark.parametrize("name", list(FILES))
def test_the_header_tells_the_size(name: str) -> None:
    assert size_of_picture(FILES[name]) == (600, 800)


@given(st.sampled_from([*FILES.values()]), st.data())
def test_what_is_damaged_has_no_size_or_one_that_can_be(data: bytes, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(0, len(data)))
    size = size_of_picture(data[:cut] + draw.draw(st.binary(max_size=30)))
    assert size is None or all(0 < side < 1 << 20 for side in size)


def test_an_ornament_is_small() -> None:
    assert not Picture((48, 10)).is_large
    assert not Picture().is_large
    assert Picture((49, 10)).is_large
