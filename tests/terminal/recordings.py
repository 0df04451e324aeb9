"""What terminals answered to the questions, recorded as they sent it; the keys are the terminals' names here.

The cursor's reports are in those that were recorded since it is asked for.
"""

RECORDED = {
    "xterm": (
        "\x1b[8;0$y\x1b[?69;2$y\x1b[?2026;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1bP!|00000000\x1b\\"
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"
    ),
    "vte": (
        "\x1b[8;1$y\x1b[?69;4$y\x1b[?2026;4$y\x1b[>65;7006;1c\x1bP!|7E565445\x1b\\"
        "\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?65;1;9c"
    ),
    "konsole": (
        "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1bP!|7E4B4445\x1b\\\x1b]11;rgb:2323/2626/2727\x1b\\\x1b[?62;1;4c"
    ),
    "mlterm": (
        "\x1b[8;0$y\x1b[?69;2$y\x1b[?2026;0$y\x1b[>24;279;0c\x1bP!|000000\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
        "\x1b[?63;1;2;3;4;6;7;15;18;22;29c"
    ),
    "pterm": "\x1b[>0;136;0c\x1b[?6c",
    "kitty": (
        "\x1b[8;0$y\x1b[?69;0$y\x1b[?2026;2$y\x1b[?0u\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c"
        "\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62;c"
    ),
    "qterminal": "\x1b[>0;115;0c\x1b[?1;2c",
    "alacritty": "\x1b[>0;1700;1c\x1b]11;rgb:1d1d/1f1f/2121\x1b\\\x1b[?6c",
    "urxvt": "\x1b[?69;0$y\x1b[?2026;0$y\x1b[>85;95;0c\x1b[?1;2c",
    "st": "\x1b]11;rgb:0000/0000/0000\x07\x1b[?6c",
    "zutty": "\x1b[>64;0;0c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?64;1;9;15;21;22c",
    "tmux": "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c",
    "screen": "\x1b[>83;40900;0c\x1b[?1;2c",
    "mosh": "\x1b[>1;10;0c\x1b[2;3R\x1b[2;7R\x1b[?62c",
    "neovim": "\x1b[?69;2$y\x1b[?2026;0$y\x1b[>0;100;0c\x1b[1;3R\x1b[1;7R\x1b[?1;2c",
    "vim": (
        "\x1b[?69;2$y\x1b[?2026;0$y\x1b[?0u\x1bP>|libvterm(0.3)\x1b\\\x1b[>0;100;0c\x1b]11;rgb:ffff/ffff/ffff\x07"
        "\x1b[1;3R\x1b[1;19R\x1b[?1;2c"
    ),
    "vterm": "\x1b[?69;2$y\x1b[?2026;0$y\x1b[>0;100;0c\x1b[1;3R\x1b[1;7R\x1b[?1;2c",
    "xterm.js 5.5": (
        "\x1b[8;0$y\x1b[?69;0$y\x1b[?2026;0$y\x1b[>0;276;0c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;3R\x1b[1;7R\x1b[?1;2c"
    ),
    "xterm.js 6": (
        "\x1b[8;0$y\x1b[?69;0$y\x1b[?2026;2$y\x1b[>0;276;0c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;3R\x1b[1;7R\x1b[?1;2c"
    ),
    "ansi-term": "\x1b[1;3R\x1b[1;7R",
}
