"""Makes ``folds.py``, what every code point is folded to for searching, from the Unicode Character Database.

Run ``python -m reader.text.data.generate_folds [FOLDER]``; the folder defaults to where Debian's ``unicode-data`` is.

A code point is folded in these stages, until nothing changes: the replacements below; marks that are accents, points or
signs of recitation dropped; white space, dashes and decimal digits to ASCII; compatibility decomposition (NFKD); case
folding (CaseFolding.txt, C and F). Code points that stay as they are, are left out, and so are Hangul syllables, whose
decomposition is arithmetic (The Unicode Standard, 3.12).
"""

import re
import sys
from pathlib import Path

FOLDER = Path("/usr/share/unicode")

REPLACED = {
    # Alef in all its spellings, what carries a hamza, and the letters that differ by keyboard or by orthography.
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ۃ": "ه", "ە": "ه",
    # Arabic punctuation.
    "٬": ",", "٫": ".", "٪": "%", "،": ",", "؛": ";", "؟": "?", "۔": ".",
    # Hebrew final letters, and the Yiddish ligatures, which Unicode does not decompose.
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "װ": "וו", "ױ": "וי", "ײ": "יי",
    # Quotation marks: single ones are one, double ones another.
    **dict.fromkeys("׳‘’‚‛\u02bc", "'"), **dict.fromkeys("״“”„‟«»", '"'),
    # Latin letters that Unicode does not decompose; strokes are found by name.
    "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "\u2044": "/",
    # Phrases written with one code point that Unicode does not decompose.
    "\ufd40": "رحمه الله", "\ufd41": "رضي الله عنه", "\ufd42": "رضي الله عنها", "\ufd43": "رضي الله عنهم",
    "\ufd44": "رضي الله عنهما", "\ufd45": "رضي الله عنهن", "\ufd46": "صلى الله عليه وآله", "\ufd47": "عليه السلام",
    "\ufd48": "عليهم السلام", "\ufd49": "عليهما السلام", "\ufd4a": "عليه الصلاة والسلام", "\ufd4b": "قدس سره",
    "\ufd4c": "صلى الله عليه وآله وسلم", "\ufd4d": "عليها السلام", "\ufd4e": "تبارك وتعالى", "\ufd4f": "رحمهم الله",
    "\ufdcf": "سلامه علينا", "\ufdfd": "بسم الله الرحمن الرحيم", "\ufdfe": "سبحانه وتعالى", "\ufdff": "عز وجل",
    # Tatweel, signs of recitation, and the small letters above the line that Unicode counts as letters.
    **dict.fromkeys("\u0640\u06dd\u06de\u06e5\u06e6\u06e9", ""),
}  # fmt: skip
"""Folds that the database does not state."""

VOWELLED_SCRIPTS = ((0x0590, 0x077F), (0x07C0, 0x08FF), (0xFB1E, 0xFB1E), (0x10EAB, 0x10EAC), (0x10EFD, 0x10EFF))
"""Hebrew, Arabic, Syriac, N'Ko, Samaritan, Mandaic: marks are optional. Thaana's (0780–07BF) are vowels and stay."""

COMBINING_BLOCKS = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))

KEPT_CLASSES = {8, 9}
"""Canonical combining classes of marks that make another letter: kana voicing and viramas."""

NEGATION = 0x0338
"""U+0338 turns a relation into its contrary: it stays, lest = find ≠."""

STROKE = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH (?:DIAGONAL )?STROKE")


class UnicodeProperties:
    """The properties that folding needs, by code point."""

    def __init__(self, folder: Path) -> None:
        self.category: dict[int, str] = {}
        self.combining: dict[int, int] = {}
        self.decomposition: dict[int, str] = {}
        self.digit: dict[int, str] = {}
        self.stroked: dict[int, str] = {}
        for line in (folder / "UnicodeData.txt").read_text(encoding="ascii").splitlines():
            fields = line.split(";")
            code_point = int(fields[0], 16)
            self.category[code_point] = fields[2]
            self.combining[code_point] = int(fields[3])
            if mapping := fields[5]:
                self.decomposition[code_point] = _characters(mapping.split("> ")[-1])
            if fields[2] == "Nd":
                self.digit[code_point] = fields[6]
            if match := STROKE.fullmatch(fields[1]):
                self.stroked[code_point] = match[1].lower()
        self.case: dict[int, str] = {}
        for line in (folder / "CaseFolding.txt").read_text(encoding="utf-8").splitlines():
            if match := re.match(r"(\w+); [CF]; ([\w ]+);", line):
                self.case[int(match[1], 16)] = _characters(match[2])
        properties = folder / "PropList.txt"
        self.diacritic = _having(properties, "Diacritic")
        self.dash = _having(properties, "Dash")
        self.space = _having(properties, "White_Space")
        self.ignorable = _having(folder / "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")


def _characters(field: str) -> str:
    return "".join(chr(int(value, 16)) for value in field.split())


def _having(path: Path, name: str) -> set[int]:
    """The code points of a binary property."""
    found: set[int] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) == 2 and fields[1].strip() == name:
            first, _, last = fields[0].strip().partition("..")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _within(code_point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code_point <= last for first, last in ranges)


def _dropped(data: UnicodeProperties, code_point: int) -> bool:
    """Whether a code point is folded to nothing."""
    if code_point in data.ignorable:
        return True
    if data.category.get(code_point) not in {"Mn", "Me"}:
        return False
    if data.combining[code_point] in KEPT_CLASSES or code_point == NEGATION:
        return False
    if _within(code_point, VOWELLED_SCRIPTS) or _within(code_point, COMBINING_BLOCKS):
        return True
    return code_point in data.diacritic and not 0x0780 <= code_point <= 0x07BF


def _continuing(data: UnicodeProperties, code_point: int) -> bool:
    """Whether a code point that is kept makes another letter of the one before it; so do a syllable's later jamo."""
    if 0x1161 <= code_point <= 0x11FF or 0xD7B0 <= code_point <= 0xD7FB:
        return code_point in data.category
    return data.combining.get(code_point) in KEPT_CLASSES or code_point == NEGATION


def _decomposed(data: UnicodeProperties, code_point: int) -> str:
    """One step of compatibility decomposition. A spacing accent stays itself; the shape of an Arabic mark goes."""
    mapping = data.decomposition.get(code_point, "")
    if len(mapping) > 1 and mapping[0] == " ":
        return "" if 0xFB50 <= code_point <= 0xFEFF and ord(mapping[1]) in range(0x064B, 0x0671) else chr(code_point)
    return mapping or chr(code_point)


def _step(data: UnicodeProperties, character: str) -> str:
    code_point = ord(character)
    if character in REPLACED:
        return REPLACED[character]
    if _dropped(data, code_point):
        return ""
    if code_point in data.space:
        return " "
    if code_point in data.dash:
        return "-"
    if code_point in data.digit:
        return data.digit[code_point]
    if code_point in data.stroked:
        return data.stroked[code_point]
    decomposed = _decomposed(data, code_point)
    return decomposed if decomposed != character else data.case.get(code_point, character)


def _folded(data: UnicodeProperties, text: str) -> str:
    while (after := "".join(_step(data, character) for character in text)) != text:
        text = after
    return text


def _literal(character: str) -> str:
    return character if " " <= character <= "~" and character not in '"\\' else _escape(ord(character))


def _escape(code_point: int) -> str:
    return f"\\u{code_point:04x}" if code_point <= 0xFFFF else f"\\U{code_point:08x}"


def _lines(name: str, text: str) -> list[str]:
    """A string constant on lines of at most 120 characters."""
    lines, line = [f"{name} = ("], ""
    for piece in map(_literal, text):
        if len(line) + len(piece) > 112:
            lines.append(f'    "{line}"')
            line = ""
        line += piece
    return [*lines, f'    "{line}"', ")"]


def main(folder: Path = FOLDER) -> None:
    """Write the folds of the database in a folder."""
    data = UnicodeProperties(folder)
    assigned = sorted({*data.category, *data.ignorable, *data.space})
    folds = {chr(c): _folded(data, chr(c)) for c in assigned if not 0xD800 <= c <= 0xDFFF}
    changed = {character: folded for character, folded in folds.items() if folded != character}
    dropped = "".join(character for character, folded in changed.items() if not folded)
    to_one = [character for character, folded in changed.items() if len(folded) == 1]
    to_many = [character for character, folded in changed.items() if len(folded) > 1]
    lines = [
        '"""Made by reader.text.data.generate_folds from the Unicode Character Database; not to be edited by hand."""',
        "",
        *_lines("DROPPED", dropped),
        *_lines("FROM_ONE", "".join(to_one)),
        *_lines("TO_ONE", "".join(changed[character] for character in to_one)),
        *_lines("FROM_MANY", "".join(to_many)),
        *_lines("TO_MANY", "\n".join(changed[character] for character in to_many)),
        *_lines("CONTINUING", "".join(character for character in folds if _continuing(data, ord(character)))),
    ]
    Path(__file__).with_name("folds.py").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
