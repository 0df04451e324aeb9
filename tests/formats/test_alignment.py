"""At which side the text of a table's cells stands, as every format says it."""

import pytest

from reader.model import Direction, Document
from tests.formats.making import docx, odt, page, parsed


def sides(document: Document) -> list[str]:
    """The sides of all cells, the rows parted by a stroke; "-" for none."""
    rows = [block.row for block in document.blocks if block.row]
    return " / ".join(" ".join(str(cell.alignment or "-") for cell in row.cells) for row in rows).split(" / ")


MARKDOWN = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n"
ORG = "| a | b |\n| <l> | <r10> |\n|---+---|\n| 1 | 2 |\n| | |\n| 3 | |\n"
RTF = r"{\rtf1\trowd\pard\intbl\qr one\cell\pard\intbl\qc two\cell\pard\intbl three\cell\row}"
ROFF = ".TH X 1\n.SH A\n.TS\nallbox tab(@);\nlb cb\nl n.\nname@size\nx@12\n.TE\n"
DOCBOOK = """<article xmlns="http://docbook.org/ns/docbook"><informaltable><tgroup cols="2"><colspec align="left"/>
<colspec align="right"/><tbody><row><entry>a</entry><entry>b</entry></row><row><entry align="center">c</entry>
<entry>d</entry></row></tbody></tgroup></informaltable></article>"""


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("markdown", MARKDOWN, ["- left center right"] * 2),
        ("org", ORG, ["left right"] * 2 + ["left right"]),
        ("rtf", RTF, ["right center -"]),
        ("roff", ROFF, ["- right"] * 2),
        ("publishing", DOCBOOK, ["left right", "center right"]),
    ],
)
def test_columns_stand_as_their_format_says(form: str, text: str, expected: list[str]) -> None:
    assert sides(parsed(form, text)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td align=right>a<td style='TEXT-ALIGN : Center'>b<td>c</table>", ["right center -"]),
        ("<table><col><col align=right><tr><td>a<td>b</table>", ["- right"]),
        ("<table><colgroup span=2 align=center><tr><td>a<td>b<td>c</table>", ["center center -"]),
        ("<table><tbody align=right><tr><td>a<tr align=left><td>b<td align=center>c</table>", ["right", "left center"]),
        ("<table align=right><tr><td>a</table>", ["-"]),
        ("<table style='text-align:end'><tr><td>a<td align=start>b</table>", ["end start"]),
        ("<table><tr><td><p align=right>a</p><p align=left>b</p><td><center>c</center></table>", ["right center"]),
        ("<table><tr><td colspan=2 align=bogus>a<td style='x-text-aligned:1;color:red'>b</table>", ["- -"]),
    ],
)
def test_sides_are_handed_down_in_html(body: str, expected: list[str]) -> None:
    assert sides(parsed("html", page(body))) == expected


def test_what_word_calls_left_is_where_a_paragraph_begins() -> None:
    def cell(said: str) -> str:
        return f"<w:tc><w:p><w:pPr>{said}</w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:tc>"

    said = ['<w:jc w:val="left"/>', '<w:jc w:val="end"/>', '<w:jc w:val="center"/>', "", '<w:jc w:val="both"/>']
    bidi = ["<w:bidi/>" + one for one in said]
    rows = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in (said, bidi))
    assert sides(parsed("docx", docx(f"<w:tbl>{rows}</w:tbl>"))) == [
        "left right center - left",
        "right left center - right",
    ]


def test_open_document_says_it_in_the_style_of_a_paragraph_or_of_a_cell() -> None:
    def style(name: str, family: str, side: str) -> str:
        looks = f'<style:paragraph-properties fo:text-align="{side}"/>'
        return f'<style:style style:name="{name}" style:family="{family}">{looks}</style:style>'

    cells = (
        '<table:table-cell><text:p text:style-name="P1">a</text:p><text:p>b</text:p></table:table-cell>'
        '<table:table-cell table:style-name="C1"><text:p>c</text:p></table:table-cell>'
        "<table:table-cell><text:p>d</text:p></table:table-cell>"
    )
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    styles = style("P1", "paragraph", "end") + style("C1", "table-cell", "center")
    assert sides(parsed("odt", odt(table, styles))) == ["end center -"]


def test_cells_that_their_text_tells_all_of_are_as_any_others() -> None:
    text = "name,ملاحظة,n\nواحد,two words,3\n,שלום (x),\n"
    document = parsed("csv", text)
    for block, fields in zip(document.blocks, text.splitlines(), strict=True):
        assert block.row
        cells = block.row.cells
        assert [document.slice(cell.range) for cell in cells] == fields.split(",")
        assert [(cell.column, cell.columns, cell.alignment) for cell in cells] == [(at, 1, None) for at in range(3)]
        assert list(cells) == [cells[at] for at in range(len(cells))]
    row = document.blocks[1].row
    assert row
    assert [cell.direction for cell in row.cells] == [Direction.RTL, Direction.LTR, row.table.direction]
