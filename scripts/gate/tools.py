"""The three programs that the plugin repository runs on the unpacked zip, with its options."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

# A virtual environment of their own (scripts/setup.sh): what they ask for must not reach QGIS's packages.
TOOLS = Path(__file__).resolve().parents[2] / ".venv" / "gate" / "bin"


class ToolError(Exception):
    """A program did not run; the message says why."""


def _output(folder: Path, name: str, *arguments: str, accepted: tuple[int, ...] = (0,)) -> str:
    program = TOOLS / name
    if not program.exists():
        raise ToolError(f"{name} is not there; run `make setup-test`.")
    done = subprocess.run(
        [str(program), *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in accepted:
        raise ToolError(f"{name} ended with {done.returncode}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def known_to_bandit(rules: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return which of the rules that are on the installed Bandit has, and which it has not.

    It refuses to run where it is asked for one that it does not know.
    """
    listing = (
        "import json; from bandit.core import extension_loader as l; m = l.MANAGER; "
        "print(json.dumps([*m.plugins_by_id, *m.blacklist_by_id]))"
    )
    known = set(json.loads(_output(Path.cwd(), "python", "-c", listing)))
    enabled = rules["enabled"]
    return [rule for rule in enabled if rule in known], [rule for rule in enabled if rule not in known]


def bandit(folder: Path, rules: dict[str, Any]) -> list[str]:
    """Return Bandit's findings; a file that it cannot read is one."""
    tests, _ = known_to_bandit(rules)
    told = _output(
        folder, "bandit", "-r", ".", "-f", "json", "--quiet", "-t", ",".join(tests), accepted=(0, 1)
    )
    report = json.loads(told)
    return [
        *(f"{error['filename']}: {error['reason']}" for error in report["errors"]),
        *(
            f"{one['filename']}:{one['line_number']} {one['test_id']} {one['issue_text']}"
            for one in report["results"]
        ),
    ]


def secrets(folder: Path, rules: dict[str, Any]) -> list[str]:
    """Return what detect-secrets takes for a secret. It ends with 0 whatever it finds."""
    options = [option for name in rules["disabled"] for option in ("--disable-plugin", name)]
    told = _output(
        folder,
        "detect-secrets",
        "scan",
        "--all-files",
        "--exclude-files",
        rules["exclude_files"],
        *options,
        ".",
    )
    return [
        f"{file}:{one['line_number']} {one['type']}"
        for file, findings in json.loads(told)["results"].items()
        for one in findings
    ]


def flake8(folder: Path, rules: dict[str, Any]) -> list[str]:
    """Return flake8's findings in the codes that are on."""
    # isolated: no configuration of this machine.
    told = _output(
        folder,
        "flake8",
        "--isolated",
        f"--max-line-length={rules['max_line_length']}",
        f"--select={','.join(rules['enabled'])}",
        ".",
        accepted=(0, 1),
    )
    return told.splitlines()


def absent_in_qt6(names: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return those pairs of a module (QtGui) and a dotted name in it (QImage.Format) that PyQt6 has not.

    QGIS lets code for Qt 5 find a class where it was: the classes that moved from QtWidgets to QtGui.
    """
    asking = (
        "import importlib, json, sys\n"
        "def there(module, name):\n"
        "    try: found = importlib.import_module('PyQt6.' + module)\n"
        "    except ModuleNotFoundError: return False\n"
        "    for part in name.split('.'):\n"
        "        if not hasattr(found, part): return False\n"
        "        found = getattr(found, part)\n"
        "    return True\n"
        "moved = {'QtWidgets': ('QtWidgets', 'QtGui')}\n"
        "asked = json.loads(sys.argv[1])\n"
        "print(json.dumps([[m, n] for m, n in asked if not any(there(o, n) for o in moved.get(m, (m,)))]))\n"
    )
    told = _output(Path(sys.prefix), "python", "-c", asking, json.dumps(sorted(names)))
    return [(module, name) for module, name in json.loads(told)]
