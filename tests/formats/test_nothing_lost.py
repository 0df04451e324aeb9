"""What formats say in other places than in paragraphs is shown, or told that it is not."""

import gzip
import lzma
from pathlib import Path

import pytest
import zstandard

from reader.formats import open_document
from reader.formats.formulas import formula_of
from reader.formats.sniffing import format_of
from reader.formats.trees import xml_tree
from reader.model import BlockKind, Document, NoticeCode
from tests.formats.making import parsed


def shown(document: Document) -> str:
    return document.slice(document.range)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<noscript><div></noscript><h1>b</h1><p>c", "a\nb\nc"),
        ("<noscript><p>only this</p></noscript>", "only this"),
        ("<p>a</p><noscript><p>never closed", "a\nnever closed"),
        ("<object data='x.swf'><p>instead</p></object>", "instead"),
        ("<video src='x'><p>instead</p></video><canvas>drawn</canvas>", "instead\ndrawn"),
        ("<p>a</p><svg><text>b</text><g><text><tspan>c</tspan> d</text></g></svg><p>e", "a\nb\u2028c d\ne"),
        ("<p>so <math><mfrac><mn>1</mn><mi>x</mi></mfrac></math> it is", "so 1/x it is"),
    ],
)
def test_fallbacks_drawings_and_formulas_are_read(page: str, text: str) -> None:
    assert shown(parsed("html", page)) == text


def test_a_page_without_text_says_so() -> None:
    document = parsed("html", "<script>x()</script><div></div>")
    assert NoticeCode.NO_TEXT in [notice.code for notice in document.meta.notices]


AROUND = "<ul>" + "<li><a href='x'>somewhere else on this site</a></li>" * 5 + "</ul>"


@pytest.mark.parametrize(
    "word", ["comments", "cookies", "login", "search", "share", "popup", "footer", "ad", "related"]
)
def test_what_is_called_like_its_own_title_is_text(word: str) -> None:
    sections = f"<h2 id='{word}'>{word.title()}</h2><p id='{word}-2'>One sentence.</p>"
    sections += f"<section id='{word}'><h2>{word.title()}</h2><p>Another sentence.</p></section>"
    sections += f"<div class='section' id='{word}'><h2>{word.title()}</h2><p>A third sentence.</p></div>"
    text = shown(parsed("html", f"<body>{AROUND}<h1>T</h1><p>{'Some running text. ' * 20}</p>{sections}"))
    for sentence in ("One sentence.", "Another sentence.", "A third sentence."):
        assert sentence in text
    assert text.count(word.title()) == 3


@pytest.mark.parametrize(
    ("inner", "formula"),
    [
        ("<mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>", "(-b)/(2a)"),
        ("<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>y</mi><mi>i</mi></msub>", "x²+y_i"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "√(x+1)³√(x)"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>i</mi>", "∑_i^n i"),
        ("<mover><mi>x</mi><mo>¯</mo></mover><mo>=</mo><mtext>س</mtext>", "x\u0304 = س"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>", "[1, 2]"),
        ("<semantics><mi>x</mi><annotation>y</annotation></semantics>", "x"),
    ],
)
def test_mathml_is_one_line(inner: str, formula: str) -> None:
    assert formula_of(xml_tree(f"<math>{inner}</math>".encode())) == formula


@pytest.mark.parametrize(
    ("inner", "formula"),
    [
        ("<f><num><r><t>a+b</t></r></num><den><r><t>2</t></r></den></f>", "(a+b)/2"),
        ("<sSup><e><r><t>y</t></r></e><sup><r><t>n+1</t></r></sup></sSup>", "y^(n+1)"),
        ("<rad><radPr/><deg/><e><r><t>c</t></r></e></rad>", "√(c)"),
        ("<nary><naryPr><chr val='∑'/></naryPr><sub><r><t>i</t></r></sub><sup/><e><r><t>x</t></r></e></nary>", "∑_i x"),
        ("<d><dPr><begChr val='['/><endChr val=']'/></dPr><e><r><t>x</t></r></e></d>", "[x]"),
    ],
)
def test_office_math_is_one_line(inner: str, formula: str) -> None:
    assert formula_of(xml_tree(f"<oMath>{inner}</oMath>".encode())) == formula


def test_a_formula_of_any_depth_is_read() -> None:
    deep = "<msqrt>" * 200 + "<mi>x</mi>" + "</msqrt>" * 200
    assert "x" in formula_of(xml_tree(f"<math>{deep}</math>".encode()))


@pytest.mark.parametrize(
    ("suffix", "packed"), [(".gz", gzip.compress), (".xz", lzma.compress), (".zst", zstandard.compress)]
)
def test_compressed_files_are_what_is_in_them(suffix: str, packed: type, tmp_path: Path) -> None:
    path = tmp_path / f"x.md{suffix}"
    path.write_bytes(packed(b"# Title\n\ntext\n") + packed(b"\nmore\n"))
    document = open_document(path)
    assert document.meta.format == "markdown"
    assert shown(document) == "Title\ntext\nmore"
    path.write_bytes(packed(b"# Title\n\n" + b"text " * 40_000)[:-9])
    assert open_document(path).meta.format == "markdown"


def test_flat_opendocument_is_opendocument() -> None:
    flat = (
        "<?xml version='1.0'?><office:document xmlns:office='urn:o' xmlns:text='urn:t'><office:body><office:text>"
        "<text:p>قبل <text:user-field-get>قيمة</text:user-field-get></text:p></office:text></office:body>"
        "</office:document>"
    )
    assert format_of(flat.encode(), "x.fodt") == "odt"
    document = parsed("odt", flat)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]
    assert shown(document) == "قبل قيمة"


NOTED = "<p>a<sup><a href='#n'>١</a></sup></p><div class='footnote'><span id='n'></span>{}</div><div>{}</div>"


@pytest.mark.parametrize("label", ["١", "[1]", "1.", "*"])
def test_a_note_goes_with_the_body_after_its_label(label: str) -> None:
    document = parsed("html", NOTED.format(label, "the body of it"))
    note = document.blocks[len(document.blocks) - 1]
    assert (note.kind, document.slice(note.range)) == (BlockKind.NOTE, "the body of it")
    assert document.places["n"] == note.range.start


@pytest.mark.parametrize(
    ("header", "title", "author"),
    [
        ("#META# 020.BookTITLE :: ت\n#META# 010.AuthorNAME\t:: م", "ت", "م"),
        ("#NewRec# 020.BookTITLE :: ت\n#NewRec# 010.AuthorNAME :: م", "ت", "م"),
        ("#META# bk: x\n#META# الكتاب: ت\n#META# المؤلف: م\n#META# auth: y", "ت", "م"),
        ("#META# Title: ت\n#META# Author: م", "ت", "م"),
        ("#META# bk: ت\n#META# auth: م", "ت", "م"),
        ("#META# 020.BookTITLE :: NODATA\n#META# Title: ت", "ت", ""),
    ],
)
def test_headers_of_openiti_in_their_spellings(header: str, title: str, author: str) -> None:
    document = parsed(
        "openiti", f"######OpenITI#\n\n{header}\n\n#META#Header#End#\n\n### | AUTO باب\n\n# نص Milestone3 نص\n"
    )
    assert (document.meta.title, document.meta.author) == (title, author)
    assert shown(document) == "باب\nنص نص"
