"""Strings to terminal lines: Unicode properties, the bidi algorithm, joining, widths, line breaking and layout."""
