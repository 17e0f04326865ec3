"""What the HTML pages of this plugin are made of: one style sheet, headings, paragraphs, tables, numbers.

A page has no scripts and no outside files, and prints as it shows. Every function escapes the text it is
given; what it returns goes into `page` as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from html import escape

from ..base import language

STYLE = """
body { font-family: "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", NanumGothic,
  "Noto Sans", "Segoe UI", sans-serif; color: #1d2733; max-width: 62em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; margin-bottom: 0.1em; }
h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 2px solid #24618e; padding-bottom: 0.2em; }
p.note { color: #51606f; }
table { border-collapse: collapse; width: 100%; font-size: 0.88em; }
th { text-align: left; border-bottom: 1px solid #24618e; padding: 0.3em 0.5em; vertical-align: bottom; }
td { border-bottom: 1px solid #d8dfe6; padding: 0.25em 0.5em; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
h1, h2 { page-break-after: avoid; break-after: avoid; }
p, li { orphans: 3; widows: 3; }
tr { page-break-inside: avoid; break-inside: avoid; }
thead { display: table-header-group; }
@page { size: A4; margin: 15mm 14mm 17mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #51606f; } }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; }
  h2 { margin-top: 1.6em; }
  table { font-size: 0.86em; }
  th, td { padding: 0.2em 0.45em; }
}
"""


def page(title: str, parts: Iterable[str], style: str = "") -> str:
    """Return a whole page from its title and its parts, empty ones left out; `style` adds rules of its own.

    The title names the page in the browser; a part of its own shows it (`title_heading`).
    """
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


def title_heading(text: str) -> str:
    """Return the heading of the page."""
    return f"<h1>{escape(text)}</h1>"


def heading(text: str) -> str:
    """Return the heading of a section."""
    return f"<h2>{escape(text)}</h2>"


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def strong(text: str) -> str:
    """Return a paragraph that stands out."""
    return f"<p><b>{escape(text)}</b></p>"


def note(lines: str | Iterable[str]) -> str:
    """Return a paragraph in the background, of one line or more."""
    lines = [lines] if isinstance(lines, str) else lines
    return '<p class="note">' + "<br>".join(escape(line) for line in lines) + "</p>"


def listing(lines: Iterable[str]) -> str:
    """Return a list with bullets."""
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def table(
    headings: Sequence[tuple[str, bool]],
    rows: Iterable[Sequence[str]],
    row_classes: Sequence[str] | None = None,
) -> str:
    """Return a table; a heading is (text, whether its column holds numbers), `row_classes` a class of the
    style sheet for every row, empty for none.
    """
    classes = [' class="number"' if is_number else "" for _, is_number in headings]
    head = "".join(
        f"<th{kind}>{escape(text)}</th>" for kind, (text, _) in zip(classes, headings, strict=True)
    )
    rows = list(rows)
    kinds = row_classes if row_classes is not None else [""] * len(rows)
    lines = (
        (f'<tr class="{escape(row_class)}">' if row_class else "<tr>")
        + "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(classes, row, strict=True))
        + "</tr>"
        for row, row_class in zip(rows, kinds, strict=True)
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"


def number(value: float | None, decimals: int = 0) -> str:
    """Return a number with thousands separated, halves rounded away from 0 as readers do, and a dash for one
    that is not known (None or NaN).
    """
    if value is None or math.isnan(value):
        return "–"
    if math.isinf(value):
        return f"{value}"
    exact = Decimal(repr(float(value)))
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,}"
