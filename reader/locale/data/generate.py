"""Writes ``cldr.json``: plural rules, dates and durations of the interface's languages, from CLDR.

Run as ``python -m reader.locale.data.generate`` with Babel installed (``pip install bidi-reader[data]``), which carries
CLDR's data. The program itself needs the file alone.
"""

import json
from pathlib import Path
from typing import Any

from babel import Locale

from reader.locale import LANGUAGES

SHORT = {"en"}
"""Languages whose units are abbreviated; elsewhere CLDR's abbreviations have no plural."""

BESIDE = {"en", "he"}
"""Languages that put hours and minutes beside each other; elsewhere stands a word for *and*."""


def _language(code: str) -> dict[str, Any]:
    locale = Locale(code)
    width = "short" if code in SHORT else "long"
    units = locale._data["unit_patterns"]  # noqa: SLF001 - Babel tells plural forms of units only with a number
    lists = locale._data["list_patterns"]  # noqa: SLF001
    return {
        "plurals": dict(sorted(locale.plural_form.rules.items())),
        "date": locale.date_formats["long"].pattern,
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "time": locale.datetime_skeletons["Hm"].pattern,
        "moment": str(locale.datetime_formats["long"]),
        "units": {
            unit: {form: text for form, text in sorted(units[f"duration-{unit}"][width].items()) if form != "per"}
            for unit in ("hour", "minute")
        },
        "units_together": lists["unit-narrow" if code in BESIDE else "standard"]["2"],
    }


def main() -> None:
    """Write the file."""
    said = {code: _language(code) for code in LANGUAGES}
    path = Path(__file__).with_name("cldr.json")
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
