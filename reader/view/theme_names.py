"""The names of the themes. What they look like is told by :mod:`reader.tui.themes`."""

OWN_THEMES = ("terminal", "dark", "light", "sepia", "high-contrast", "mono")
"""``terminal``, the first, has the terminal's own colours, ``mono`` none."""

THEMES = (
    *OWN_THEMES,
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light",
)  # fmt: skip
"""These, and Textual's own."""
