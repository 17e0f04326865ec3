"""Write docs/checks.md from the checks against published tables that the tests make: `make docs`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from innovation_clusters.tests.published import of_2024, of_2025
from innovation_clusters.tests.published.checking import Check, Outcome

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"

INTRODUCTION = """\
# Checked against what is published

<!-- Made by scripts/document_checks.py from tests/published: change those, then `make docs`. -->

Every figure that WIPO has printed and our arithmetic can make is made and compared: from counts to
shares, scores, ranks, intensities and economies. Tests make the same comparisons, and fail when this page
is out of date.

**Same** are rows that come out to the last printed digit, **rounding** those that differ only because
what we start from was rounded before it was printed, **other** those that differ for another reason, told
below the table. The largest difference is that of all rows, before ours are rounded.

The checks start from printed counts. Whether clustering finds WIPO's clusters in WIPO's data nobody
outside WIPO can tell: the addresses are not published. [method.md](method.md) says rule by rule what is
WIPO's, what is inferred and what is ours. The tables are in
[resources/reference](../resources/reference/README.md)."""

OF_2024 = """\
World Intellectual Property Organization, *Global Innovation Index 2024*, Cluster ranking (pp. 71–84) and
Appendix IV (pp. 304–315), [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The Secretariat of
WIPO assumes no liability or responsibility with regard to the transformation or translation of the
original content."""

OF_2025 = """\
The tables of this edition are not known to us but for its ten first clusters. What follows are single
facts from a policy brief on it (Korea Institute for Advancement of Technology, *Industrial Technology
Policy Brief*, October 2025) and from press reports."""

NOT_CHECKED = """\
## What cannot be checked

- **Where clusters are and how far they reach.** WIPO publishes neither addresses nor outlines. Density,
  merging and boundaries are tested against other implementations and brute force
  ([exactness.md](exactness.md)), and on a modelled world ([data.md](data.md)).
- **Counts and populations.** Fractional counts need every address of a record, populations need the
  sites. The printed ones are where the checks start.
- **World totals of 2024**, printed as 1.3 and 7.9 million. Ours are derived from the table they are to
  reproduce. What that shows is that two numbers fit 300 printed figures and 100 ranks.
- **GII 2025 beyond its first ten**: counts, populations, intensities, most clusters beyond rank 100, the
  ranking without deals. That the first 100 hold about 70 per cent of patents and deals and 50 of
  publications is told and cannot be computed. By the printed counts of 2024 they held {patents:.1f} and
  {publications:.1f} per cent; WIPO prints no such sum for that year.
- **Focus and tiers.** The limit of 60 per cent is of a chart in GII 2020 without numbers; tiers are the
  classes of the maps.
- **Leading applicants and organisations**, which need the records.
- **GII 2020**, whose tables may not be passed on in another form (CC BY-NC-ND 3.0 IGO), so none is used
  here. The tables of 2017 to 2019 and of 2021 to 2023 are not known to us.
"""


def document() -> str:
    """Return the page."""
    held = of_2024.held_by_all()
    return "\n\n".join(
        [
            INTRODUCTION,
            "## GII 2024",
            OF_2024,
            *_section(of_2024.CHECKS),
            "## GII 2025",
            OF_2025,
            *_section(of_2025.CHECKS),
            NOT_CHECKED.format(patents=held[0], publications=held[1]),
        ]
    )


def _section(checks: Sequence[Check]) -> list[str]:
    outcomes = [check.run() for check in checks]
    table = [
        "| What | Published | Computed | Rows | Same | Rounding | Other | Largest difference |",
        "|---|---|---|--:|--:|--:|--:|---|",
        *(_row(check, outcome) for check, outcome in zip(checks, outcomes, strict=True)),
    ]
    notes = [
        f"- **{check.title}**: {' '.join(part for part in (_told(outcome), check.why) if part)}"
        for check, outcome in zip(checks, outcomes, strict=True)
        if check.why or outcome.different
    ]
    return ["\n".join(table), "\n".join(notes)]


def _row(check: Check, outcome: Outcome) -> str:
    cells = (
        *(check.title, check.published, check.computed),
        *(outcome.rows, outcome.agree, outcome.rounded or "", len(outcome.different) or ""),
        _largest(check, outcome),
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _largest(check: Check, outcome: Outcome) -> str:
    if np.isnan(outcome.largest):
        return ""
    # To three decimals and upwards, so that nothing is told smaller than it is.
    return f"{np.ceil(1000.0 * outcome.largest - 1e-6) / 1000.0:g} {check.unit}" if outcome.largest else "0"


def _told(outcome: Outcome) -> str:
    return f"{'; '.join(outcome.different)}." if outcome.different else ""


def main() -> int:
    PAGE.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
