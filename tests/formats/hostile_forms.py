"""Hostile documents of formats that could include, fetch, run or unfold something."""

import struct

import zstandard

from tests.formats.hostile_text import Hostile
from tests.formats.making_mobi import HUFFMAN, database, header, huffman_tables, kf8, mobi6, packed


def files(hostile: Hostile) -> dict[str, bytes]:
    """Those that would reach outside, and those that grow without end."""
    texts = _reaching(hostile.secret.removeprefix("file://"), hostile) | _growing()
    return {name: text.encode() for name, text in texts.items()} | _books() | _compressed()


def _reaching(path: str, hostile: Hostile) -> dict[str, str]:
    host = hostile.host
    entity = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{hostile.secret}"><!ENTITY % y SYSTEM "{host}/y"> %y;]>'
    return {
        "including.tex": rf"\documentclass{{article}}\begin{{document}}seen \input{{{path}}}\include{{{path}}}"
        rf"\lstinputlisting{{{path}}}\verbatiminput{{{path}}}\immediate\write18{{touch here}}\openin5={path} "
        rf"\read5 to \x \x\includegraphics{{{host}/a.png}}\bibliography{{{path}}}\end{{document}}",
        "including.adoc": f"seen\n\ninclude::{path}[]\n\n----\ninclude::{path}[]\n----\n\nimage::{host}/a.png[]\n\n"
        f":x: include::{path}[]\n\n{{x}}\n\n|===\na|include::{path}[]\n|===\n",
        "including.rst": f"seen\n\n.. include:: {path}\n\n.. literalinclude:: {path}\n\n"
        f".. raw:: html\n   :file: {path}\n\n.. csv-table::\n   :file: {path}\n\n"
        f".. csv-table::\n   :url: {host}/x\n\n.. image:: {host}/a.png\n",
        "including.org": f'seen\n\n#+INCLUDE: "{path}"\n#+SETUPFILE: {path}\n#+BEGIN_SRC sh\ntouch here\n#+END_SRC\n'
        f"[[{host}/a.png]]\n",
        "including.man": f".TH X 1\nseen\n.so {path}\n.mso {path}\n.pso cat {path}\n.sy touch here\n.open x {path}\n",
        "including.rtf": rf'{{\rtf1 seen {{\field{{\*\fldinst INCLUDETEXT "{path}"}}{{\fldrslt x}}}}'
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{host}/a.png"}}}}{{\*\template {path}}}}}',
        "entities.tei": f"{entity}<TEI><text><body><p>seen &x;</p></body></text></TEI>",
        "entities.rss": f"{entity.replace('TEI', 'rss')}<rss><channel><title>seen &x;</title>"
        f'<item><enclosure url="{host}/a.mp3"/></item></channel></rss>',
    }


def _growing() -> dict[str, str]:
    doubled = "".join(rf"\newcommand{{\x{chr(98 + at)}}}{{\x{chr(97 + at)}\x{chr(97 + at)}}}" for at in range(24))
    return {
        "doubling.tex": rf"\newcommand{{\xa}}{{word}}{doubled}\xy",
        "arguments.tex": r"\newcommand{\x}[1]{#1#1#1#1#1#1#1#1#1}" + r"\x{" * 30 + "y" + "}" * 30,
        "notes.tex": r"\footnote{" * 50_000,
        "tables.tex": r"\begin{tabular}{l}" * 20_000 + "x & y",
        "formula.tex": "$" + r"\frac{" * 20_000 + "$" + r"\[\sqrt{" * 20_000,
        "conditions.tex": r"\iffalse" * 50_000,
        "doubling.adoc": ":a0: word\n"
        + "".join(f":a{n + 1}: {{a{n}}}{{a{n}}}\n" for n in range(60))
        + "\n{a60}\n" * 100,
        "lists.adoc": "".join("*" * (1 + at % 6) + " x\n+\n" for at in range(20_000)),
        "blocks.adoc": "".join("=" * (4 + at) + "\n" for at in range(1_000)),
        "marks.adoc": "*a _b `c #d [[e <<f " * 5_000,
        "cells.adoc": "|===\n" + ".99+|a 3*|b a|* c\n" * 10_000,
        "deep.org": "#+BEGIN_QUOTE\n" * 20_000 + "".join("*" * (1 + at % 20) + " x\n" for at in range(20_000)),
        "deep.rst": "".join(" " * at + "x\n\n" for at in range(0, 400, 2)),
        "deep.rtf": r"{\rtf1 " + "{" * 200_000 + r"\u9999999999 \bin99999999 x",
        "deep.tei": "<TEI>" + "<div>" * 20_000 + "<p>x",
        "cells.man": ".TH X 1\n.TS\nl l.\n" + "a\tb\n" * 50_000,
        "entries.rss": "<rss><channel>" + "<item><title>x</title></item>" * 20_000,
    }


def _books() -> dict[str, bytes]:
    count = 65_535
    entries = struct.pack(">II", 78 + 8 * count, 0) * count
    endless = b"a".ljust(60, b"\0") + b"BOOKMOBI" + bytes(8) + struct.pack(">H", count) + entries + mobi6()
    phrases = [(bytes([254 - at, 254 - at]), False) for at in range(30)] + [(b"words", True)]
    tables = huffman_tables(phrases)
    unfolding = database([header(HUFFMAN, 1, {112: 2, 116: len(tables)}, b""), b"\xff" * 4000, *tables])
    twice = database([header(2, 60_000, {}, b""), *[packed(b"<p>" + b"word " * 800)] * 3])
    return {
        "records.mobi": endless,
        "phrases.mobi": unfolding,
        "missing.mobi": twice,
        "loop.azw3": kf8().replace(b"0000000042", b"9999999999"),
    }


def _compressed() -> dict[str, bytes]:
    window = zstandard.ZstdCompressionParameters(window_log=27)
    return {
        "bomb.txt.zst": zstandard.ZstdCompressor(level=1).compress(bytes(600 << 20)),
        "window.txt.zst": zstandard.ZstdCompressor(compression_params=window).compress(b"seen\n" * 1000),
        "cut.txt.zst": zstandard.ZstdCompressor().compress(b"seen\n" * 100_000)[:-20],
    }
