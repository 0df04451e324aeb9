"""Hostile archives, books and office documents: what they can lie about, lead in circles, or lack."""

import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.formats.making import W, book, docx, odt, page, with_parts, zipped
from tests.fuzz.targets import good


def files() -> Iterator[tuple[str, bytes]]:
    """The files, each with its name."""
    for group in (_archives, _books, _office):
        yield from group().items()


def _patched_directory(archive: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """An archive whose directory's entries were changed; ``change`` gets the archive and where an entry begins."""
    data = bytearray(archive)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        change(data, at)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _says_size(size: int) -> Callable[[bytearray, int], None]:
    def change(data: bytearray, at: int) -> None:
        struct.pack_into("<I", data, at + 24, size)

    return change


def _says_encrypted(data: bytearray, at: int) -> None:
    data[at + 8] |= 1


def _says_method(data: bytearray, at: int) -> None:
    struct.pack_into("<H", data, at + 10, 99)


def _overlapping(chapter: bytes, times: int) -> bytes:
    """A book of many chapters that are all the same stretch of the archive."""
    whole = book(["<p>x</p>"] * times)
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "c0" in name or "/c" not in name}
    parts["OPS/text/c0.xhtml"] = chapter
    data = zipped(parts)
    end = data.rindex(b"PK\x05\x06")
    directory = struct.unpack_from("<I", data, end + 16)[0]
    entries = data[directory:end]
    at = entries.index(b"OPS/text/c0.xhtml") - 46
    entry = entries[at : at + 46 + len(b"OPS/text/c0.xhtml")]
    copies = [entry.replace(b"c0.xhtml", b"c%d.xhtml" % number) for number in range(1, min(times, 10))]
    copies += [
        entry[:28] + struct.pack("<H", len(name)) + entry[30:46] + name
        for name in (b"OPS/text/c%d.xhtml" % number for number in range(10, times))
    ]
    extended = entries + b"".join(copies)
    count = struct.unpack_from("<H", data, end + 10)[0] + len(copies)
    last = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(extended), directory, 0)
    return data[:directory] + extended + last


def _link_entry(name: str, target: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    info.comment = target.encode()
    return info


def _archives() -> dict[str, bytes]:
    """What archives can lie about."""
    good_book, good_text = good("epub"), good("docx")
    files: dict[str, bytes] = {}
    for suffix, archive in ((".epub", good_book), (".docx", good_text), (".odt", good("odt"))):
        files[f"size-small{suffix}"] = _patched_directory(archive, _says_size(3))
        files[f"size-huge{suffix}"] = _patched_directory(archive, _says_size(0xFFFFFFF0))
        files[f"encrypted{suffix}"] = _patched_directory(archive, _says_encrypted)
        files[f"method{suffix}"] = _patched_directory(archive, _says_method)
        files[f"no-directory{suffix}"] = archive[: archive.index(b"PK\x01\x02")]
        files[f"prefixed{suffix}"] = b"PK\x03\x04" + b"junk" * 100 + archive
        files[f"comment{suffix}"] = archive[:-2] + b"\xff\xff" + b"x" * 100
    files["bomb.docx"] = zipped({"word/document.xml": b"\0" * (200 << 20)})
    files["bomb-text.docx"] = docx("<w:p><w:r><w:t>" + "a" * (60 << 20) + "</w:t></w:r></w:p>")
    files["bomb-elements.epub"] = book(["<p>a</p>" * 1_000_000])
    files["bomb-styles.odt"] = with_parts(good("odt"), {"styles.xml": b" " * (100 << 20)})
    files["nested.epub"] = with_parts(
        good_book, {"OPS/inner.epub": zipped({"inner": zipped({"x": b"\0" * (1 << 20)})})}
    )
    files["chapters-are-archives.epub"] = with_parts(good_book, {"OPS/text/c0.xhtml": good_book})
    files["overlapping.epub"] = _overlapping(page("<p>" + "a" * (8 << 20)).encode(), 500)
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(good_book)) as whole, zipfile.ZipFile(buffer, "w") as named:
        for name in whole.namelist():
            named.writestr(name, whole.read(name))
        named.writestr(_link_entry("OPS/link.xhtml", "/etc/passwd"), "/etc/passwd")
        for name in (
            "../../../escaped",
            "/absolute",
            "C:\\x",
            "a\x1b[2J",
            "OPS/../../up.xhtml",
            "aux",
            "x/" * 500,
        ):
            named.writestr(name, "escaped")
    files["names.epub"] = buffer.getvalue()
    files["many-parts.epub"] = with_parts(good_book, {f"x/{number}": b"" for number in range(20_000)})
    files["zip64.docx"] = good_text[:-22] + struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0
    )
    return files


def _books() -> dict[str, bytes]:
    """Books that lead in circles or nowhere."""
    whole = good("epub")
    opf = (
        "<package><manifest><item id='a' href='text/c0.xhtml' media-type='application/xhtml+xml'/>{items}</manifest>"
        "<spine {spine}>{refs}</spine></package>"
    )

    def package(items: str = "", spine: str = "", refs: str = "<itemref idref='a'/>", **parts: str) -> bytes:
        named = {f"OPS/{name}": content for name, content in parts.items()}
        text = opf.format(items=items, spine=spine, refs=refs)
        return with_parts(book(["<h1>start</h1><p>x</p>"]), {"OPS/book.opf": text} | named)

    kind = "media-type='application/xhtml+xml'"
    cyclic = "<nav epub:type='toc'><ol><li><a href='nav'>N</a><ol><li><a href='nav'>N</a></li></ol></li></ol></nav>"
    cipher = (
        "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' xmlns:e='http://www.w3.org/2001/04/xmlenc#'>"
        "<e:EncryptedData><e:EncryptionMethod Algorithm='{method}'/><e:CipherData><e:CipherReference URI='{part}'/>"
        "</e:CipherData></e:EncryptedData></encryption>"
    )
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    noise = random.Random(1).randbytes(4000)  # noqa: S311 - the same every time
    return {
        "cyclic-spine.epub": package(refs="<itemref idref='a'/>" * 50_000),
        "spine-of-package.epub": package(
            items=f"<item id='b' href='book.opf' {kind}/><item id='c' href='../META-INF/container.xml' {kind}/>",
            refs="<itemref idref='b'/><itemref idref='c'/><itemref idref='a'/>",
        ),
        "cyclic-nav.epub": package(
            items=f"<item id='n' href='nav' {kind} properties='nav'/>",
            refs="<itemref idref='n'/><itemref idref='a'/>",
            nav=f"<html xmlns:epub='http://www.idpf.org/2007/ops'>{cyclic * 1000}</html>",
        ),
        "cyclic-ncx.epub": package(
            items="<item id='n' href='ncx' media-type='application/x-dtbncx+xml'/>",
            spine="toc='n'",
            ncx="<ncx><navMap>"
            + "<navPoint id='a'><navLabel><text>A</text></navLabel><content src='ncx#a'/></navPoint>" * 1000
            + "</navMap></ncx>",
        ),
        "chapters-missing.epub": package(
            items=f"<item id='b' href='nowhere.xhtml' {kind}/>", refs="<itemref idref='b'/><itemref idref='a'/>"
        ),
        "outside.epub": package(
            items=f"<item id='b' href='../../../../etc/passwd' {kind}/>"
            f"<item id='c' href='file:///etc/passwd' {kind}/>"
            f"<item id='d' href='http://192.0.2.1/x' {kind}/>",
            refs="<itemref idref='b'/><itemref idref='c'/><itemref idref='d'/><itemref idref='a'/>",
        ),
        "same-ids.epub": package(items="<item id='a' href='book.opf' media-type='text/plain'/>" * 1000),
        "no-spine.epub": package(refs=""),
        "no-package.epub": with_parts(book(["x"]), {}, without="OPS/book.opf"),
        "no-container.epub": with_parts(book(["<p>start</p>"]), {}, without="META-INF/container.xml"),
        "no-mimetype.epub": with_parts(whole, {}, without="mimetype"),
        "container-of-itself.epub": with_parts(
            whole, {"META-INF/container.xml": "<container><rootfile full-path='META-INF/container.xml'/></container>"}
        ),
        "locked.epub": with_parts(
            book(["<p>x</p>"]),
            {
                "META-INF/encryption.xml": cipher.format(method=aes, part="OPS/text/c0.xhtml"),
                "OPS/text/c0.xhtml": noise,
            },
        ),
        "locked-chapter.epub": with_parts(
            book(["<p>start</p>", "<p>x</p>"]),
            {
                "META-INF/encryption.xml": cipher.format(method=aes, part="OPS/text/c1.xhtml"),
                "OPS/text/c1.xhtml": noise,
            },
        ),
        "locked-font.epub": with_parts(
            book(["<p>start</p>"]),
            {
                "META-INF/encryption.xml": cipher.format(
                    method="http://www.idpf.org/2008/embedding", part="OPS/font.otf"
                )
            },
        ),
        "note-of-itself.epub": book(["<p id='n'>start <a href='#n'>n</a> <a href='c0.xhtml'>c</a></p>"]),
    }


def _office() -> dict[str, bytes]:
    """Styles, lists and notes that lead in circles; parts that are missing."""
    relations = (
        "<Relationships><Relationship Id='r' Type='x/footnotes' Target='footnotes.xml'/>"
        "<Relationship Id='s' {}/></Relationships>"
    )
    note = (
        f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>n</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    start = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>start</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    circle = "".join(
        f"<w:style w:type='paragraph' w:styleId='{a}'><w:basedOn w:val='{b}'/></w:style>" for a, b in ("AB", "BC", "CA")
    )
    chain = "".join(f"<w:style w:styleId='{n}'><w:basedOn w:val='{n + 1}'/></w:style>" for n in range(50_000))
    styles = "".join(
        f"<style:style style:name='{a}' style:family='paragraph' style:parent-style-name='{b}'/>"
        for a, b in ("AB", "BA")
    )
    return {
        "note-of-itself.docx": docx(
            start, {"word/footnotes.xml": note, "word/_rels/document.xml.rels": relations.format("Type='' Target=''")}
        ),
        "cyclic-styles.docx": docx(start, {"word/styles.xml": f"<w:styles {W}>{circle}</w:styles>"}),
        "chained-styles.docx": docx(
            start.replace("'A'", "'0'"), {"word/styles.xml": f"<w:styles {W}>{chain}</w:styles>"}
        ),
        "outside.docx": docx(
            start, {"word/_rels/document.xml.rels": relations.format("Type='x/styles' Target='../../../etc/passwd'")}
        ),
        "no-text.docx": with_parts(docx(start), {}, without="word/document.xml"),
        "no-styles.docx": with_parts(docx(start), {}, without="word/styles.xml"),
        "main-is-rels.docx": with_parts(
            docx(start),
            {
                "_rels/.rels": "<Relationships><Relationship Type='x/officeDocument' Target='_rels/.rels'/>"
                "</Relationships>"
            },
        ),
        "cyclic-styles.odt": odt("<text:p text:style-name='A'>start</text:p>", styles),
        "no-content.odt": with_parts(odt("<text:p>start</text:p>"), {}, without="content.xml"),
        "locked.odt": with_parts(
            odt(""),
            {
                "content.xml": random.Random(2).randbytes(2000),  # noqa: S311 - the same every time
                "META-INF/manifest.xml": "<manifest xmlns='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                "<file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>",
            },
        ),
        "note-of-itself.odt": odt(
            "<text:p>start"
            + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n" * 2000
            + "</text:p></text:note-body></text:note>" * 2000
            + "</text:p>"
        ),
    }
