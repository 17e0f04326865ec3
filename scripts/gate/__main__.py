"""Run the gate: `make gate`, or

scripts/env.sh .venv/bin/python -m innovation_clusters.scripts.gate dist/innovation_clusters-1.2.3.zip
"""

from __future__ import annotations

import sys
from pathlib import Path

from .passing import run


def main(arguments: list[str]) -> int:
    """Print every check with its findings; 1 where there are any."""
    if len(arguments) != 1:
        print("gate: name the zip.", file=sys.stderr)
        return 2
    findings = run(Path(arguments[0]))
    for name, found in findings.items():
        print(f"{name}: {len(found) or 'no'} findings" if len(found) != 1 else f"{name}: 1 finding")
        for line in found:
            print(f"  {line}")
    return 1 if any(findings.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
