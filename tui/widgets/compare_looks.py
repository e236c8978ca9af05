"""How the columns of a comparison look: the layers and their styles. Looks alone; marks stand beside colours."""

from __future__ import annotations

COMPONENTS = {
    "compare-pane--active",
    "compare-pane--bar",
    "compare-pane--citation",
    "compare-pane--cursor",
    "compare-pane--figure",
    "compare-pane--gutter",
    "compare-pane--heading",
    "compare-pane--hit",
    "compare-pane--note",
    "compare-pane--only",
    "compare-pane--point",
    "compare-pane--quote",
    "compare-pane--rule",
    "compare-pane--selection",
    "compare-pane--shared-run",
    "compare-pane--wire",
    "compare-pane--word",
}
"""The component classes of the layers: `compare-pane--<name>`."""

CSS = """
CompareView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    .compare-pane--active { text-style: bold reverse; }
    .compare-pane--bar { color: $text-primary; text-style: bold; }
    .compare-pane--citation { color: $text-primary; text-style: bold underline; }
    .compare-pane--cursor { background: $panel; }
    .compare-pane--figure { color: $text-accent; text-style: bold; }
    .compare-pane--gutter { text-style: dim; }
    .compare-pane--heading { color: $foreground; }
    .compare-pane--hit { color: $text-warning; text-style: bold reverse; }
    .compare-pane--note { color: $text-warning; text-style: uu; }
    .compare-pane--only { text-style: dim; }
    .compare-pane--point { background: $surface; }
    .compare-pane--quote { color: $text-success; text-style: italic; }
    .compare-pane--rule { color: $text-primary; }
    .compare-pane--selection { text-style: reverse; }
    .compare-pane--shared-run { text-style: underline; }
    .compare-pane--wire { text-style: dim; }
    .compare-pane--word { text-style: bold reverse; }
    &:ansi .compare-pane--cursor { background: ansi_default; }
    &:ansi .compare-pane--point { background: ansi_default; }
}
"""

SCREEN_CSS = """
ComparisonScreen {
    #columns { height: 1fr; }
    #table { height: 1fr; display: none; }
    #status { height: 2; padding: 0 1; background: $surface; }
}
"""
"""Of the screen around them. In no file of its own: Textual would style everything anew when the screen comes."""
