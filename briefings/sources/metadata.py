"""Where a pasted page says its fields: title, outlet, date and so on. Never a guess: the rest stays unknown."""

from __future__ import annotations

from dataclasses import replace

from briefings.sources.address import names_web
from briefings.sources.around import lines_around
from briefings.sources.clean import Cleaned
from briefings.sources.credit import find_credit
from briefings.sources.dateline import day_among, day_between, day_of_address, day_of_dateline
from briefings.sources.headline import find_title, text_numbers
from briefings.sources.imported import Field
from briefings.sources.outlet import find_outlet
from briefings.sources.permalink import find_url
from briefings.sources.signature import find_byline, find_published, signature_lines
from briefings.sources.site_name import without_site


def read_fields(page: Cleaned) -> dict[str, Field]:
    """The fields of a cleaned page, each with how it is known and the words it rests on."""
    title, number = find_title(page)
    head = replace(page, body=text_numbers(page))
    outlet = find_outlet(page, number)
    paragraphs = [page.lines[at].text for at in page.body]
    url = find_url(page)
    written = day_of_dateline(paragraphs), day_between(paragraphs, url), day_of_address(url)
    byline = find_byline(head, number)
    if number is not None and all(names_web(line.text) for line in page.lines[:number]):
        title, outlet = without_site(title, outlet, url, byline)
    elif outlet.value:
        title, _ = without_site(title, outlet, url, byline)
    return {
        "title": title,
        "outlet": outlet,
        "published": day_among(find_published(head, number), *written),
        "byline": byline,
        "credit": find_credit(paragraphs, lines_around(page), outlet.value, signature_lines(head, number)),
        "url": url,
    }
