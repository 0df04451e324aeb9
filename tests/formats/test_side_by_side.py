"""The same article in every format is the same document; and every format is known by its content."""

import pytest

from reader.formats.sniffing import format_of
from reader.model import BlockKind, Direction, Document, DocumentError, Mark
from tests.formats.full_article import DOCUMENTS, WITHOUT
from tests.formats.making import FORMATS, lines_of, parsed, zipped
from tests.samples import ENGLISH, SEED, article


def shape(document: Document) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.depth, b.direction, document.slice(b.range)) for b in document.blocks]


def outline(document: Document) -> list[tuple[int, str]]:
    return [(section.level, document.slice(section.title)) for section in document.sections]


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_article_is_the_same_in_every_format(form: str) -> None:
    plain = article()
    other = parsed(form, FORMATS[form](lines_of(plain)))
    assert shape(other) == shape(plain)
    assert outline(other) == outline(plain)
    assert (other.direction, other.meta.language, other.meta.title) == (
        plain.direction,
        plain.meta.language,
        plain.meta.title,
    )
    assert other.meta.notices == ()
    assert other.meta.format == form


Told = tuple[str, int, str, str, str, object, list[tuple[str, str, str]]]


def told(document: Document, without: tuple[str, ...] = ()) -> list[Told]:
    """Everything that a document says of its blocks, positions aside; a reference leads to the text of its note."""
    return [
        (
            block.kind,
            block.depth,
            block.direction,
            block.marker,
            document.slice(block.range),
            block.row
            and (
                block.row.header,
                block.row.table.direction,
                block.row.table.rows,
                block.row.table.columns,
                [(document.slice(cell.range), cell.column, cell.columns, cell.direction) for cell in block.row.cells],
            ),
            [
                (span.mark, document.slice(span.range), _led_to(document, span.target))
                for span in block.spans
                if span.mark is not Mark.PICTURE  # each container keeps it where it likes
            ],
        )
        for block in document.blocks
        if block.kind not in without
    ]


def _led_to(document: Document, target: str) -> str:
    if not target.startswith("#"):
        return target
    return document.slice(document.blocks[document.block_index_at(document.places[target[1:]])].range)


@pytest.mark.parametrize("form", list(DOCUMENTS))
def test_an_article_with_every_kind_of_block_is_the_same_in_every_format(form: str) -> None:
    without = WITHOUT.get(form, ())
    one = parsed("markdown", DOCUMENTS["markdown"])
    other = parsed(form, DOCUMENTS[form])
    assert told(other, without) == told(one, without)
    assert outline(other) == outline(one)
    assert (other.direction, other.meta.language, other.meta.title, other.meta.notices) == (
        Direction.RTL,
        "ar",
        "مقال كامل",
        (),
    )


def test_the_article_has_every_kind_of_block_and_the_usual_marks() -> None:
    document = parsed("markdown", DOCUMENTS["markdown"])
    assert {block.kind for block in document.blocks} == set(BlockKind)
    marks = {span.mark for block in document.blocks for span in block.spans}
    assert marks == set(Mark) - {Mark.LANGUAGE, Mark.DIRECTION, Mark.LOOK, Mark.STRUCK, Mark.SYNTAX}
    markers = [block.marker for block in document.blocks if block.marker]
    assert markers == ["١.", "٢.", "◦", "◦", "٣.", "•", "١."]


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("name", ["", "/home/user/file.bin", "/home/user/wrong.txt"])
def test_formats_are_known_by_their_content(form: str, name: str) -> None:
    data = FORMATS[form](lines_of(article()))
    expected = {"markdown": "text"} if form == "markdown" else {}
    assert format_of(data, name) == expected.get(form, form)


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "B.MD"])
def test_text_goes_by_its_name(name: str) -> None:
    assert format_of(b"plain enough", name) == "markdown"


def test_markdown_is_known_by_two_of_its_signs() -> None:
    assert format_of(b"# Title\n\nSee [here](https://example.org).\n", "notes.txt") == "markdown"
    assert format_of(b"# Title\n\nSee [here](https://example.org).\n", "notes.py") == "code"


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), ENGLISH])
def test_plain_text_is_plain(text: str) -> None:
    assert format_of(text.encode(), "") == "text"


@pytest.mark.parametrize(("name", "expected"), [("notes", "text"), ("", "terminal")])
def test_a_tag_in_a_line_makes_no_page(name: str, expected: str) -> None:
    assert format_of(b"Notes\n\necho <html>\n", name) == expected


def test_html_in_utf_16_is_html() -> None:
    assert format_of("<!DOCTYPE html><p>نص".encode("utf-16"), "") == "html"


def test_an_archive_of_something_else_is_refused() -> None:
    with pytest.raises(DocumentError, match="archive"):
        format_of(zipped({"photo.raw": b"x"}), "a.epub")
