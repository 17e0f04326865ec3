"""Pages are whole, escape what they are given and keep unknown numbers apart from zero."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

pytestmark = pytest.mark.qgis


class Balanced(HTMLParser):
    """Reads a page and fails at a tag that closes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_a_page_is_well_formed_and_shows_texts_as_they_are(qgis_app: object) -> None:
    from innovation_clusters.processing_algorithms.outputs import page

    odd = "거점 <b> & \"반경\" 'x'"
    text = page.page(
        odd,
        [
            page.title_heading(odd),
            page.heading(odd),
            "",
            page.paragraph(odd),
            page.strong(odd),
            page.note([odd, odd]),
            page.note(odd),
            page.listing([odd]),
            page.table([(odd, False), ("n", True)], [[odd, "1"], [odd, "2"]], ["", "bad"]),
        ],
        "tr.bad { color: red; }",
    )
    reader = Balanced()
    reader.feed(text)
    assert reader.open == []
    assert "".join(reader.text).count(odd) == 12
    assert '<html lang="en">' in text
    assert text.count('<tr class="bad">') == 1


def test_a_row_more_or_less_than_the_headings_is_refused(qgis_app: object) -> None:
    from innovation_clusters.processing_algorithms.outputs import page

    with pytest.raises(ValueError, match="zip"):
        page.table([("a", False)], [["1", "2"]])


def test_numbers(qgis_app: object) -> None:
    from innovation_clusters.processing_algorithms.outputs.page import number

    assert number(1234567.891, 2) == "1,234,567.89"
    assert number(0.0) == "0"
    assert number(float("nan"), 2) == number(None) == "–"
