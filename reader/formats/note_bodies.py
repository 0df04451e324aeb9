"""Notes whose label and body are elements of their own: one block each, with its label beside it."""

from reader.formats.drafts import Draft
from reader.formats.numbering import PLAIN_DIGITS
from reader.model import BlockKind
from reader.text.patterns import lazy_pattern

_LABEL = lazy_pattern(r"[\[({]?\s*([\w*†‡]{1,5})\s*[\])}]?[.:]?")
_BODIES = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.VERSE)


def with_bodies(drafts: list[Draft]) -> list[Draft]:
    """The blocks, those notes that are nothing but a label made one with the block after them."""
    joined: list[Draft] = []
    label: Draft | None = None
    for draft in drafts:
        if label is not None and draft.kind in _BODIES:
            draft.kind, draft.depth, draft.marker = BlockKind.NOTE, 0, _marker_of(label)
            draft.places = [(name, 0) for name, _ in label.places] + draft.places
        elif label is not None:
            joined.append(label)
        label = draft if draft.kind is BlockKind.NOTE and not draft.marker and _LABEL.fullmatch(draft.text) else None
        if label is None:
            joined.append(draft)
    return joined if label is None else [*joined, label]


def _marker_of(label: Draft) -> str:
    found = _LABEL.fullmatch(label.text)
    words = found[1].translate(PLAIN_DIGITS) if found else label.text
    return f"{words}." if words.isdecimal() else words
