"""A small application on the output stage, run in a pseudo-terminal by the tests of the driver and the output stage."""

import asyncio
import os
import subprocess
import sys
import time

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from reader.terminal.probe import probe, terminal_descriptor
from reader.tui.output import OutputStage

WORDS = ("ﺮﻴﺛﺄﺗ", "ﻊﺳﺍﻮﻟﺍ", "Llama", "ﺕﺎﺣﻮﻤﻃ", "ﻲﻓ", "(ﻝﺎﺠﻣ)", "2023", "ﺀﺎﻛﺬﻟﺍ")


class Text(ScrollView):
    """Two hundred lines in visual order."""

    def on_mount(self) -> None:
        self.virtual_size = Size(30, 200)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        words = [WORDS[(number * 7 + i * 3) % len(WORDS)] for i in range(3)]
        segments = [Segment(f"{number:4} "), Segment(words[0] + " ", Style(bold=True)), Segment(" ".join(words[1:]))]
        return Strip(segments).adjust_cell_length(self.size.width)


class SmallApp(OutputStage[None]):
    """A still pane beside one that scrolls; keys are told in the last line."""

    CSS = "Text { width: 1fr; scrollbar-size: 0 0; } #side { width: 20; } #last { height: 1; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Text()
            yield Static("\n".join(f"│ section {n}" for n in range(9)), id="side")
        yield Static("ready", id="last")

    async def on_key(self, event: events.Key) -> None:
        if not (key := self.key_of(event)):
            return
        text = self.query_one(Text)
        match key:
            case "j":
                text.scroll_relative(y=1, animate=False)
            case "k":
                text.scroll_relative(y=-1, animate=False)
            case "q":
                self.exit()
            case "v":
                self.cycle_encoding()
            case "z":
                self.action_suspend_process()
            case "x":
                raise RuntimeError("crashed on purpose")
            case "e":
                with self.suspend():
                    subprocess.run(["echo", "outside"], check=True)
            case "B":
                time.sleep(60)
            case "E":
                asyncio.get_running_loop().stop()
            case _:
                pass
        self.query_one("#last", Static).update(f"pressed {key} · {self.encoding}")


def main() -> int:
    descriptor = terminal_descriptor()
    app = SmallApp(probe(descriptor, os.environ, patience=float(os.environ.get("PATIENCE", "5"))))
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
