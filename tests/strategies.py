"""Hypothesis strategies for texts: what documents hold, and what breaks engines."""

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    ["Llama", "GDPR", "x-ray", "e\u0301", "الذكاء", "لا", "إلَاّ", "سَلَّمَ", "نمی\u200cخواهم", "שלום", "שָׁלוֹם", "ܫܠܡܐ", "ᠮᠣᠩ"]
)
_NUMBERS = st.sampled_from(["12", "3,50", "٣٤", "۱۲", "٣٫٥", "$5", "5%", "-7", "+972-3", "50٪", "\u060012", "\u06dd٣"])
_SIGNS = st.sampled_from([*"()[]{}«»〈〉,.،؛؟!-/:\"'…", "\u2329", "\u232a", "\ufd3e"])
_SPACES = st.sampled_from([" ", " ", "  ", "\u00a0", "\u2003", "\u3000", "\u200b"])
_BREAKS = st.sampled_from(["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\x1c"])
_WIDE = st.sampled_from(
    ["漢字", "한국", "\u1112\u1161\u11ab", "👨\u200d👩\u200d👧", "🇸🇦", "🇸", "❤\ufe0f", "1\ufe0f\u20e3", "नि", "กำ"]
)
_MARKS = st.sampled_from(["\u0301", "\u064b", "\u0651\u064e", "\u05b8", "\u20dd", "\u0300" * 40])
_FORMAT = st.sampled_from(["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u00ad", "\u2060", "\ufeff", "\u180e"])
_EXPLICIT = st.sampled_from(["\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069"])
_HARMFUL = st.sampled_from(["\0", "\x07", "\x1b[31m", "\x7f", "\x9b", "\ud800", "\ufffe", "\U0010ffff"])


def _joined(*pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*pieces), max_size=30).map("".join)


plain_texts = _joined(
    _WORDS, _NUMBERS, _SIGNS, _SPACES, _SPACES, _WIDE, _MARKS, st.sampled_from(["\t", "\u200c", "\u200f"])
)
"""Mixed text without explicit directional controls and line ends."""

texts = st.one_of(
    plain_texts,
    _joined(_WORDS, _NUMBERS, _SIGNS, _SPACES, _SPACES, _WIDE, _MARKS, _FORMAT, _EXPLICIT, st.just("\t")),
    _joined(_WORDS, _NUMBERS, _SIGNS, _SPACES, _BREAKS, _WIDE, _MARKS, _FORMAT, _EXPLICIT, _HARMFUL, st.just("\t")),
    st.text(max_size=40),
)
"""Any text at all."""

base_levels = st.integers(0, 1)
widths = st.integers(1, 120)
