"""Where a pasted page says its title, outlet, date, byline and credit. Never a guess: the rest stays unknown."""

from __future__ import annotations

from briefings.sources.clean import Cleaned
from briefings.sources.imported import Field


def read_fields(page: Cleaned) -> dict[str, Field]:
    """The fields of a cleaned page, each with how it is known."""
    return {}
