"""Pictures in markup: the words that stand for one, and what is in a drawing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.formats.markup_elements import Attributes, attributes_of, number_in
from reader.formats.pictures import Picture
from reader.formats.trees import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTS = ("{*}text", "{*}foreignObject")


def words_of(said: Attributes, picture: Picture) -> str:
    """The alternative text of an image, else what is known of it."""
    return " ".join((said.get("alt") or said.get("title") or picture.caption).split())


def words_alone(said: Attributes, picture: Picture, source: str) -> str:
    """The words of an image that stands by itself, and its size; "" where nothing is known of it."""
    text = words_of(said, picture)
    if not text and "alt" not in said and picture.is_large:
        text = unquote(source.rpartition("/")[2])
    width, height = (number_in({"": said.get(side, "").removesuffix("px")}, "", 0) for side in ("width", "height"))
    if not (width > 0 and height > 0) and picture.size:
        width, height = picture.size
    return f"{text} ({width}×{height})" if text and width > 0 and height > 0 else text


def holds_picture(drawing: "_Element") -> bool:
    """Whether an SVG is around a picture."""
    return next(drawing.iter("{*}image"), None) is not None


def holds_text(drawing: "_Element") -> bool:
    """Whether an SVG has text in it."""
    return next(drawing.iter(*_TEXTS), None) is not None


def texts_in(drawing: "_Element") -> Iterator[str]:
    """The pieces of text in an SVG."""
    for piece in drawing.iter(*_TEXTS):
        text = " ".join("".join(map(str, piece.itertext())).split())
        if text:
            yield text


def said_of_drawing(drawing: "_Element", *, in_text: bool) -> Attributes | None:
    """The attributes of the picture that an SVG holds, or is; None for one that says nothing, or ornaments text."""
    title = next((child.text for child in drawing if name_of(child) == "title" and child.text), "")
    inner = next(drawing.iter("{*}image"), None)
    if inner is None and (in_text or not title or attributes_of(drawing).get("role") != "img"):
        return None
    found = attributes_of(inner) if inner is not None else {}
    return {**found, **({"alt": title} if title else {})}
