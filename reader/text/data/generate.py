"""Makes ``tables.py`` from the Unicode Character Database.

Run ``python -m reader.text.data.generate [FOLDER]``; by default the folder is that of Debian's ``unicode-data``.

A property becomes the code points where its runs start, and a string of one code letter a run. Together the runs cover
all code points from 0 to 0x10FFFF. Numbers are loaded with the module; text would have to be read first.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.text.data import codes

FOLDER = Path("/usr/share/unicode")
LAST = 0x10FFFF


def _fields(path: Path, *, missing: bool = False) -> Iterator[tuple[int, int, str]]:
    """The ranges of a UCD file and their first value; ``missing``: those of its @missing lines instead."""
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw
        if missing:
            if not line.startswith("# @missing:"):
                continue
            line = line.removeprefix("# @missing:")
        line = line.split("#")[0].strip()
        if not line:
            continue
        where, value = [field.strip() for field in line.split(";")[:2]]
        first, _, last = where.partition("..")
        yield int(first, 16), int(last or first, 16), value


def _values(path: Path, default: str, names: Mapping[str, str] | None = None) -> list[str]:
    values = [default] * (LAST + 1)
    for missing in (True, False):
        for first, last, value in _fields(path, missing=missing):
            short = (names or {}).get(value, value)
            values[first : last + 1] = [short] * (last + 1 - first)
    return values


def _packed(values: list[str]) -> tuple[list[int], str]:
    starts = [code for code, value in enumerate(values) if code == 0 or value != values[code - 1]]
    return starts, "".join([values[code] for code in starts])


def _categories(folder: Path) -> list[str]:
    return _values(folder / "extracted" / "DerivedGeneralCategory.txt", "Cn")


def _pictographic(folder: Path) -> list[bool]:
    flags = [False] * (LAST + 1)
    for first, last, value in _fields(folder / "emoji" / "emoji-data.txt"):
        if value == "Extended_Pictographic":
            flags[first : last + 1] = [True] * (last + 1 - first)
    return flags


def _bidi(folder: Path) -> list[str]:
    long_names = {
        "Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET",
        "Boundary_Neutral": "BN",
    }  # fmt: skip
    return [codes.BIDI[v] for v in _values(folder / "extracted" / "DerivedBidiClass.txt", "L", long_names)]


def _joining(folder: Path) -> list[str]:
    values = _values(folder / "extracted" / "DerivedJoiningType.txt", "U", {"Non_Joining": "U"})
    return [codes.JOINING[value] for value in values]


def _kashida(folder: Path) -> list[str]:
    letters = ["-"] * (LAST + 1)
    for first, last, script in _fields(folder / "Scripts.txt"):
        if script == "Arabic":
            letters[first : last + 1] = ["o"] * (last + 1 - first)
    for code, _, _, group in _pairs(folder / "ArabicShaping.txt"):
        if letters[int(code, 16)] == "o":
            letters[int(code, 16)] = codes.KASHIDA.get(group, "o")
    categories = _categories(folder)
    letters = [letter if categories[c] == "Lo" else "-" for c, letter in enumerate(letters)]
    letters[0x640] = codes.TATWEEL
    return letters


def _grapheme(folder: Path) -> list[str]:
    pictographic = _pictographic(folder)
    values = _values(folder / "auxiliary" / "GraphemeBreakProperty.txt", "Other")
    return [
        codes.GRAPHEME["Extended_Pictographic" if value == "Other" and pictographic[c] else value]
        for c, value in enumerate(values)
    ]


def _line(folder: Path) -> list[str]:
    categories, pictographic = _categories(folder), _pictographic(folder)
    wide = [v in "FWH" for v in _values(folder / "EastAsianWidth.txt", "N")]
    values = _values(folder / "LineBreak.txt", "XX")
    return [
        codes.LINE[_line_class(v, categories[c], pictographic=pictographic[c], wide=wide[c])]
        for c, v in enumerate(values)
    ]


def _line_class(value: str, category: str, *, pictographic: bool, wide: bool) -> str:
    """LB1, and the distinctions LB30 and LB30b make."""
    match value:
        case "AI" | "SG" | "XX":
            value = "AL"
        case "CJ":
            value = "NS"
        case "SA":
            value = "CM" if category in {"Mn", "Mc"} else "AL"
    if value in {"OP", "CP"} and wide:
        return f"{value}_WIDE"
    if pictographic and category == "Cn":
        return "ID_PICT"
    return value


def _width(folder: Path) -> list[str]:
    """Cells of a code point by itself: 0 for marks and format characters, 2 for East Asian wide ones, else 1."""
    categories = _categories(folder)
    wide = _values(folder / "EastAsianWidth.txt", "N")
    widths = []
    for c, category in enumerate(categories):
        if category in {"Mn", "Me", "Cf", "Zl", "Zp"} or 0x1160 <= c <= 0x11FF or 0xD7B0 <= c <= 0xD7FF:
            widths.append("0")
        elif wide[c] in {"W", "F"}:
            widths.append("2")
        else:
            widths.append("1")
    return widths


def _pairs(path: Path) -> list[tuple[str, ...]]:
    rows = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.split("#")[0].strip()
        if line:
            rows.append(tuple(field.strip() for field in line.split(";")))
    return rows


def _mirror(folder: Path) -> str:
    return "".join(chr(int(a, 16)) + chr(int(b, 16)) for a, b in _pairs(folder / "BidiMirroring.txt"))


def _brackets(folder: Path) -> str:
    """Opening and closing, two by two."""
    return "".join(
        chr(int(a, 16)) + chr(int(b, 16)) for a, b, kind in _pairs(folder / "BidiBrackets.txt") if kind == "o"
    )


def _version(folder: Path) -> str:
    first = (folder / "LineBreak.txt").read_text(encoding="utf-8").splitlines()[0]
    match = re.search(r"(\d+\.\d+\.\d+)", first)
    if match is None:
        raise SystemExit(f"{folder}: no version in LineBreak.txt")
    return match[1]


def _literal(text: str) -> str:
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text) + '"'


def source_of(folder: Path) -> str:
    """The text of ``tables.py`` for the database in a folder."""
    lines = [
        '"""Made by reader.text.data.generate from the Unicode Character Database; not to be edited by hand."""',
        "",
        f'UNICODE_VERSION = "{_version(folder)}"',
    ]
    properties = {
        "BIDI_CLASS": _bidi, "JOINING_TYPE": _joining, "GRAPHEME_BREAK": _grapheme, "LINE_BREAK": _line,
        "WIDTH": _width, "KASHIDA": _kashida,
    }  # fmt: skip
    for name, values_of in properties.items():
        starts, letters = _packed(values_of(folder))
        lines.append(f"{name} = (({', '.join(map(str, starts))}), {_literal(letters)})")
    lines.append(f"MIRROR = {_literal(_mirror(folder))}")
    lines.append(f"BRACKETS = {_literal(_brackets(folder))}")
    return "\n".join(lines) + "\n"


def main(folder: Path = FOLDER) -> None:
    """Write the tables of the database in a folder."""
    Path(__file__).with_name("tables.py").write_text(source_of(folder), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
