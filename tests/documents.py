"""Documents made from text for tests: a paragraph a line, no sections."""

from reader.model import Block, BlockKind, Blocks, Direction, Document, Mark, Metadata, Pos, Section, Text, range_of


def document_of(*paragraphs: str, language: str = "", path: str = "", title: str = "") -> Document:
    """A document of paragraphs, parted by line feeds; a paragraph may itself hold line feeds."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, range_of(at, at + len(paragraph)), Direction.RTL))
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    root = Section(range_of(0, 0), range_of(0, len(text)), 0)
    return Document(
        Text(text), Blocks(blocks), root, Direction.RTL, Metadata(title=title, path=path, language=language)
    )


def pos_before(document: Document, needle: str) -> Pos:
    """The position of a needle that the document holds once."""
    text = document.slice(document.range)
    assert text.count(needle) == 1, f"{needle!r} is there {text.count(needle)} times"
    return Pos(text.index(needle))


def texts_of(document: Document, kind: BlockKind) -> list[str]:
    """The texts of all blocks of a kind."""
    return [document.slice(block.range) for block in document.blocks if block.kind is kind]


def texts_marked(document: Document, mark: Mark) -> list[str]:
    """The texts of all spans of a kind."""
    return [document.slice(span.range) for block in document.blocks for span in block.spans if span.mark is mark]
