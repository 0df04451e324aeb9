"""Random mixed paragraphs from a seed, for comparing with other implementations."""

import random

WORDS = (
    "Llama", "GDPR", "a", "x-ray", "naïve", "e\u0301t\u0308e",
    "الذكاء", "لا", "إلا", "سَلَّمَ", "نمی\u200cخواهم", "پ", "שלום", "שָׁלוֹם", "ג", "ܫܠܡܐ", "ޕ", "ߒߞߏ", "𞤀𞤣𞤤",
    "12", "3,50", "1.000", "٣٤", "۱۲", "٣٫٥", "$5", "5%", "-7", "+972-3", "50٪",
    "漢字", "ไทย", "한국", "नमस्ते", "ᠮᠣᠩ", "தமிழ்", "👨\u200d👩\u200d👧", "🇸🇦", "❤\ufe0f",
)  # fmt: skip
SIGNS = (
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "«",
    "»",
    "<",
    ">",
    "〈",
    "〉",
    ",",
    ".",
    "،",
    "؛",
    "؟",
    "!",
    "-",
    "/",
    ":",
    '"',
    "'",
    "…",
    "#",
    "@",
    "\u0600",
)
SPACES = (" ", " ", " ", " ", "  ", "\t", "\u00a0", "\u2003", "\u200b")
LINE_ENDS = ("\n", "\r\n", "\v", "\x85", "\u2028", "\u2029")
CONTROLS = (
    "\u200e", "\u200f", "\u061c", "\u00ad", "\u200d",
    "\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u2069",
)  # fmt: skip


def paragraph(rng: random.Random) -> str:
    """A paragraph of up to some forty words; every third holds explicit controls, some marks, line ends."""
    pools = [WORDS, WORDS, WORDS, SIGNS, SPACES, SPACES]
    if rng.random() < 0.35:
        pools += [CONTROLS]
    if rng.random() < 0.2:
        pools += [("\u0301", "\u064b", "\u0651", "\u05b8", "\u20dd")]
    if rng.random() < 0.1:
        pools += [LINE_ENDS]
    return "".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(1, rng.choice((6, 20, 80)))))
