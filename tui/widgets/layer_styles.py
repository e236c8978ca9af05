"""The styles of layers, from a widget's component classes: `hit` is drawn as `text-pane--hit`. Looks are CSS's.

A name may bring a colour of its own, `note #0072b2`: a code's, which no CSS can know.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.code_colours import readable


class LayerStyles:
    """The styles of one widget's layers, each combination looked up once until the widget's styles change."""

    def __init__(self, widget: Widget, prefix: str, *, filtered: bool = False) -> None:
        """Look layers up as component classes `<prefix>--<name>` of `widget`.

        filtered: apply the app's line filters (NO_COLOR, the terminal's own colours) here, once for each style, for a
        widget that draws whole lines itself.
        """
        self._widget = widget
        self._prefix = prefix
        self._filtered = filtered
        self._known: dict[tuple[str, ...], Style] = {}

    def __getitem__(self, names: tuple[str, ...]) -> Style:
        """The widget's own style with those of the names over it, in order; names without a class add nothing.

        In a theme of the terminal's own 16 colours a name's colour is left out: the terminal knows no such colour.
        """
        style = self._known.get(names)
        if style is None:
            style = self._widget.rich_style
            for name in names:
                name, _, colour = name.partition(" ")
                style += self._widget.get_component_rich_style(
                    f"{self._prefix}--{name}", partial=True, default=Style.null()
                )
                if colour and not self._widget.app.current_theme.name.startswith("ansi"):
                    style += Style(color=readable(colour, self._widget.background_colors[1].hex6))
            self._known[names] = style = self._filter(style) if self._filtered else style
        return style

    def _filter(self, style: Style) -> Style:
        segments = [Segment(" ", style)]
        for line_filter in self._widget.get_line_filters():
            segments = line_filter.apply(segments, self._widget.background_colors[1])
        return segments[0].style or Style.null()

    def clear(self) -> None:
        """Forget everything: the theme, the focus or the CSS changed."""
        self._known.clear()
