"""MOBI files, built record by record from the published description of the format (MobileRead wiki)."""

import re
import struct
from collections.abc import Sequence

NONE = 0xFFFFFFFF
NO_COMPRESSION, PALMDOC, HUFFMAN = 1, 2, 17480


def database(records: Sequence[bytes], kind: bytes = b"BOOKMOBI") -> bytes:
    """A Palm database of some records."""
    head = b"a book".ljust(32, b"\0") + bytes(28) + kind + bytes(8) + struct.pack(">H", len(records))
    at = len(head) + 8 * len(records) + 2
    entries = b""
    for record in records:
        entries += struct.pack(">II", at, 0)
        at += len(record)
    return head + entries + b"\0\0" + b"".join(records)


def number(value: int) -> bytes:
    """A number of seven bits a byte, the last marked."""
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F)
    return bytes([*reversed(groups[1:]), groups[0] | 0x80])


def index(
    tags: Sequence[tuple[int, int, int]], entries: Sequence[tuple[bytes, bytes]], texts: bytes = b""
) -> list[bytes]:
    """The records of an index: its tags as tag, numbers and mask; its entries as name and values."""
    table = b"".join(bytes((*tag, 0)) for tag in tags) + bytes((0, 0, 0, 1))
    tagx = b"TAGX" + struct.pack(">II", 12 + len(table), 1) + table
    head = bytearray(192)
    head[:4] = b"INDX"
    struct.pack_into(">I", head, 4, len(head))
    struct.pack_into(">I", head, 24, 1)
    struct.pack_into(">I", head, 52, 1 if texts else 0)
    body, places = bytearray(b"INDX" + bytes(188)), []
    for name, values in entries:
        places.append(len(body))
        body += bytes([len(name)]) + name + values
    struct.pack_into(">II", body, 20, len(body), len(entries))
    body += b"IDXT" + b"".join(struct.pack(">H", place) for place in places)
    return [bytes(head) + tagx, bytes(body), *([texts] if texts else [])]


def contents(entries: Sequence[tuple[str, tuple[int, ...], int]], *, is_kf8: bool) -> list[bytes]:
    """The index of a book's contents: titles, places (in KF8 fragment and offset), depths."""
    texts = b""
    rows: list[tuple[bytes, bytes]] = []
    for title, place, depth in entries:
        values = b"\x07" + b"".join(map(number, place)) + number(len(texts)) + number(depth)
        rows.append((f"{len(rows):03}".encode(), values))
        texts += number(len(title.encode())) + title.encode()
    tags = [(6, 2, 1) if is_kf8 else (1, 1, 1), (3, 1, 2), (4, 1, 4)]
    return index(tags, rows, texts)


def extended(values: Sequence[tuple[int, bytes]]) -> bytes:
    """The extended header."""
    rows = b"".join(struct.pack(">II", kind, len(value) + 8) + value for kind, value in values)
    return b"EXTH" + struct.pack(">II", 12 + len(rows), len(values)) + rows


def header(method: int, count: int, said: dict[int, int], more: bytes, *, protection: int = 0) -> bytes:
    """The first record: how the text is packed, numbers by their places, the extended header."""
    record = bytearray(16 + 248)
    struct.pack_into(">HHIHHHH", record, 0, method, 0, 0, count, 4096, protection, 0)
    record[16:20] = b"MOBI"
    for at in range(20, 264, 4):
        struct.pack_into(">I", record, at, NONE)
    values = {20: 248, 28: 65001, 36: 6, 84: 264 + len(more), 88: 4, 128: 0x40, 240: 0}
    for at, value in (values | said).items():
        struct.pack_into(">I", record, at, value)
    return bytes(record) + more + b"Name"


def packed(text: bytes) -> bytes:
    """Text as PalmDOC packs it, with a run, a space with a letter and something that stood before."""
    out = bytearray()
    at = 0
    while at < len(text):
        back = text.rfind(text[at : at + 3], max(0, at - 2047), at)
        if back >= 0 and at + 3 <= len(text) and at - back <= 2047:
            out += struct.pack(">H", 0x8000 | (at - back) << 3)
            at += 3
        elif text[at] == 0x20 and at + 1 < len(text) and 0x40 <= text[at + 1] < 0x80:
            out.append(text[at + 1] ^ 0x80)
            at += 2
        elif text[at] >= 0x80 or 1 <= text[at] <= 8:
            run = text[at : at + 8]
            out += bytes([len(run)]) + run
            at += len(run)
        else:
            out.append(text[at])
            at += 1
    return bytes(out)


def huffman_tables(phrases: Sequence[tuple[bytes, bool]]) -> list[bytes]:
    """Tables of codes of eight bits; the code of a phrase is 255 less its number."""
    short = struct.pack(">256I", *[255 << 8 | 0x80 | 8] * 256)
    codes = b"HUFF" + struct.pack(">III", 24, 24, 24 + len(short)) + bytes(8) + short + bytes(256)
    body, offsets = b"", b""
    for phrase, is_plain in phrases:
        offsets += struct.pack(">H", 2 * len(phrases) + len(body))
        body += struct.pack(">H", len(phrase) | (0x8000 if is_plain else 0)) + phrase
    return [codes, b"CDIC" + struct.pack(">III", 16, len(phrases), 8) + offsets + body]


PAGE = (
    '<html><head><guide><reference type="toc" filepos=0000000000 /></guide></head><body dir="rtl">'
    '<p><a filepos={second:010}>إلى الثاني</a> قال <b>نعم</b> again and again</p><img recindex="00001"/>'
    "<mbp:pagebreak/>{mark}<p>الفصل الثاني</p><p>نص الفصل الثاني.</p></body></html>"
)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 200, 100)


def mobi6(method: int = PALMDOC, *, protection: int = 0) -> bytes:
    """A book of MOBI 6 in two chapters, with contents, a link and a picture."""
    second = PAGE.format(second=0, mark="\x01").encode().index(b"\x01")
    text = PAGE.format(second=second, mark="").encode()
    tables: list[bytes] = []
    if method == HUFFMAN:
        letters = sorted(set(text))
        pair = b"<p>"
        codes = {letter: 255 - number for number, letter in enumerate(letters)}
        nested = bytes(codes[letter] for letter in pair)
        tables = huffman_tables([*((bytes([letter]), True) for letter in letters), (nested, False)])
        data = bytes(codes[letter] for letter in text).replace(nested, bytes([255 - len(letters)]))
    else:
        data = packed(text) if method == PALMDOC else text
    data += b"\x81"  # a trailing entry of its own size alone
    entries = [("الأول", (text.index(b"<p>"),), 0), ("الفصل الثاني", (second,), 0)]
    toc = contents(entries, is_kf8=False)
    more = extended([(100, "المتنبي".encode()), (503, "ديوان".encode()), (524, b"ar"), (106, b"2026")])
    said = {108: 2, 112: 3 if tables else NONE, 116: len(tables), 240: 2, 244: 3 + len(tables)}
    return database([header(method, 1, said, more, protection=protection), data, PICTURE, *tables, *toc])


def long_mobi6(chapters: int) -> bytes:
    """A book of MOBI 6 in many chapters, each with a link to the next but one, and their contents."""
    body = "".join(
        f"<mbp:pagebreak/><h2>باب {n}</h2>{'<p>نص فيه كلام.</p>' * 6}<p><a filepos={n + 2:010}>بعد</a></p>"
        for n in range(chapters)
    )
    page = f"<html><body dir=rtl>{body}"
    places = [page.encode().index(f"<h2>باب {n}</h2>".encode()) for n in range(chapters)]
    page = re.sub(r"(?<=filepos=)\d+", lambda found: f"{[*places, 0, 0][int(found[0])]:010}", page)
    cut = cut_into_records(page.encode())
    toc = contents([(f"باب {n}", (place,), 0) for n, place in enumerate(places)], is_kf8=False)
    return database([header(NO_COMPRESSION, len(cut), {244: len(cut) + 1}, extended([(524, b"ar")])), *cut, *toc])


def cut_into_records(text: bytes) -> list[bytes]:
    """A text in records of the usual length."""
    return [text[at : at + 4096] for at in range(0, len(text), 4096)]


def kf8(chapters: int = 2) -> bytes:
    """A book of KF8 in two parts or more, with contents, a link and a picture."""
    frame = '<html><body><section dir="rtl"></section></body></html>'
    into = frame.index("</section>")
    link = "kindle:pos:fid:0001:off:0000000000"
    pieces = [
        f'<h1>الأول</h1><p><a href="{link}">إلى الثاني</a></p><img src="kindle:embed:0001?mime=image/png"/>',
        "<h1>الثاني</h1><p>نص.</p>",
        *(f"<h1>باب {n}</h1>{'<p>نص فيه كلام.</p>' * 6}" for n in range(2, chapters)),
    ]
    text, frames, fragments = b"", [], []
    for count, piece in enumerate(pieces):
        start = len(text)
        values = b"\x03" + number(1) + number(start) + number(len(frame))
        frames.append((f"SKEL{count:010}".encode(), values))
        place = start + len(frame[:into].encode())
        fragments.append((f"{place:010}".encode(), b"\x01" + number(0) + number(len(piece.encode()))))
        text += (frame + piece).encode()
    flows = b"FDST" + struct.pack(">IIII", 12, 1, 0, len(text)) + b"p { color: red }"
    skeletons = index([(1, 1, 1), (6, 2, 2)], frames)
    inserted = index([(6, 2, 1)], fragments)
    titles = ["الأول", "الثاني", *(f"باب {n}" for n in range(2, chapters))]
    toc = contents([(title, (n, 0), 0) for n, title in enumerate(titles)], is_kf8=True)
    cut = cut_into_records(text)
    records = [*cut, PICTURE, flows, *skeletons, *inserted, *toc]
    more = extended([(100, "المتنبي".encode()), (524, b"ar"), (527, b"rtl")])
    at = len(cut) + 1
    said = {36: 8, 108: at, 192: at + 1, 252: at + 2, 248: at + 2 + len(skeletons)}
    said[244] = said[248] + len(inserted)
    return database([header(NO_COMPRESSION, len(cut), said, more), *records])


def palmdoc(text: str) -> bytes:
    """A text of PalmDOC, in which there is nothing but lines."""
    data = packed(text.encode("windows-1256"))
    head = struct.pack(">HHIHHI", PALMDOC, 0, len(text), 1, 4096, 0)
    return database([head, data], b"TEXtREAd")
