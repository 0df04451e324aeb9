"""The one-letter codes that stand for property values in class strings.

Translating a text gives a string of the same length with one letter a code point, on which the rules run as regular
expressions.
"""

BIDI = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "+", "ET": "%", "AN": "N", "CS": ",", "NSM": "n", "BN": "b",
    "B": "B", "S": "S", "WS": "W", "ON": "O",
    "LRE": "<", "RLE": ">", "LRO": "(", "RLO": ")", "PDF": "^", "LRI": "[", "RLI": "]", "FSI": "?", "PDI": "!",
}  # fmt: skip
"""Bidi_Class (UAX#9 table 4)."""

JOINING = {"U": "U", "R": "R", "L": "L", "D": "D", "C": "C", "T": "T"}
"""Joining_Type (The Unicode Standard, 9.2)."""

GRAPHEME = {
    "Other": "o", "CR": "r", "LF": "n", "Control": "c", "Extend": "E", "ZWJ": "Z", "Regional_Indicator": "R",
    "Prepend": "P", "SpacingMark": "S", "L": "L", "V": "V", "T": "T", "LV": "W", "LVT": "X",
    "Extended_Pictographic": "p",
}  # fmt: skip
"""Grapheme_Cluster_Break (UAX#29 table 2), Extended_Pictographic where no other value holds."""

LINE = {
    "BK": "K", "CR": "r", "LF": "n", "NL": "N", "CM": "M", "ZWJ": "Z", "WJ": "J", "ZW": "z", "GL": "G", "SP": " ",
    "B2": "2", "BA": "A", "BB": "b", "HY": "-", "CB": "C", "CL": "}", "CP": ")", "EX": "!", "IN": "i", "NS": "s",
    "OP": "(", "QU": '"', "IS": ",", "NU": "0", "PO": "%", "PR": "$", "SY": "/", "AL": "a", "HL": "h", "ID": "I",
    "EB": "B", "EM": "e", "H2": "w", "H3": "x", "JL": "l", "JV": "v", "JT": "t", "RI": "R",
    "CP_WIDE": "]", "OP_WIDE": "[", "ID_PICT": "p",
}  # fmt: skip
"""Line_Break after LB1 (UAX#14): AI, SG, XX are AL; CJ is NS; SA is CM or AL. ``]`` and ``[`` are East Asian wide
(LB30), ``p`` an unassigned Extended_Pictographic (LB30b)."""

KASHIDA = {
    "SEEN": "s", "SAD": "s",
    "TEH MARBUTA": "h", "TEH MARBUTA GOAL": "h", "HEH": "h", "HEH GOAL": "h", "KNOTTED HEH": "h", "DAL": "h",
    "ALEF": "a", "LAM": "l", "TAH": "k", "KAF": "k", "SWASH KAF": "k", "GAF": "k",
    "BEH": "b", "NOON": "b", "REH": "r", "YEH": "r", "FARSI YEH": "r",
    "WAW": "w", "AIN": "w", "QAF": "w", "AFRICAN QAF": "w", "FEH": "w", "AFRICAN FEH": "w",
}  # fmt: skip
"""Joining_Group of Arabic letters as :mod:`reader.text.kashida` tells them apart; other Arabic letters are ``o``, all
else is ``-``."""

TATWEEL = "t"
