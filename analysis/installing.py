"""How Python packages are installed for the Python that runs QGIS, platform by platform.

QGIS has loaded numpy already, and another numpy beside it stops QGIS from working. So no command ever changes
numpy: pip is held to the version that is there, and looks for packages that fit it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

PLATFORMS = ("osgeo4w", "macos", "conda", "debian", "flatpak")

# Debian's name of a package, for those it has.
_DEBIAN = {"numba": "python3-numba", "shapely": "python3-shapely", "pandas": "python3-pandas"}
# The first releases whose shapely is 2.
_SHAPELY_2 = {"debian": 13.0, "ubuntu": 24.04}
# Compiled against the system's GEOS: a copy of its own fails beside the one that QGIS has loaded.
_SHAPELY_BUILD = "sudo apt install python3-pip python3-dev build-essential pkg-config libgeos-dev && "

_MACOS_FOLDER = Path("/Applications/QGIS.app/Contents/MacOS")
_OS_RELEASE = Path("/etc/os-release")


@cache
def running_platform() -> str:
    """Return which of PLATFORMS this is, empty for none of them."""
    if os.environ.get("FLATPAK_ID") or Path("/.flatpak-info").exists():
        return "flatpak"
    if (Path(sys.prefix) / "conda-meta").is_dir():
        return "conda"
    if sys.platform == "win32":
        return "osgeo4w"
    if sys.platform == "darwin":
        return "macos"
    return "debian" if _release()[0] else ""


def install_command(packages: Sequence[str], platform: str | None = None) -> str:
    """Return the line that installs packages on a platform, this one where none is named.

    It is for a terminal, on Windows for the OSGeo4W Shell.
    """
    platform = running_platform() if platform is None else platform
    names = " ".join(packages)
    match platform:
        case "osgeo4w":
            kept = '"%TEMP%\\numpy.txt"'
            return (
                f"python -m pip list --format=freeze | findstr /b numpy== > {kept} && "
                f"python -m pip install -c {kept} {names}"
            )
        case "macos":
            return _with_pip(f'"{_macos_python()}"', names)
        case "conda":
            return f"conda install -c conda-forge {names}"
        case "debian":
            return _debian(packages)
        case "flatpak":
            return f"flatpak run --devel --command=sh org.qgis.qgis -c '{_with_pip('python3', names)}'"
    return _with_pip("python3", names)


def _with_pip(python: str, names: str) -> str:
    numpy = f'"numpy==$({python} -c "import numpy; print(numpy.__version__)")"'
    return f"{python} -m pip install --user {numpy} {names}"


def _debian(packages: Sequence[str]) -> str:
    distribution, release = _release()
    # What is not known, on another platform or in a release without a number, is taken for new.
    old = 0.0 < release < _SHAPELY_2.get(distribution, 0.0)
    from_apt = [_DEBIAN[name] for name in packages if name in _DEBIAN and not (old and name == "shapely")]
    from_pip = [name for name in packages if _DEBIAN.get(name) not in from_apt]
    lines = [f"sudo apt install {' '.join(from_apt)}"] if from_apt else []
    if from_pip:
        build = "shapely" in from_pip
        options = "--break-system-packages" + (" --no-binary shapely" if build else "")
        line = _with_pip("/usr/bin/python3", " ".join(from_pip)).replace("--user", f"--user {options}", 1)
        lines.append((_SHAPELY_BUILD if build else "sudo apt install python3-pip && ") + line)
    return " && ".join(lines)


@cache
def _release() -> tuple[str, float]:
    """Return "debian" or "ubuntu" and the number of its release, 0 for none; ("", 0) on anything else."""
    try:
        lines = _OS_RELEASE.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "", 0.0
    facts = {name: value.strip('"') for name, _, value in (line.partition("=") for line in lines)}
    family = [facts.get("ID", ""), *facts.get("ID_LIKE", "").split()]
    distribution = next((name for name in ("ubuntu", "debian") if name in family), "")
    try:
        release = float(facts.get("VERSION_ID", "0"))
    except ValueError:
        release = 0.0
    # The numbers of those that are only like Debian are their own.
    return distribution, release if facts.get("ID") == distribution else 0.0


def _macos_python() -> Path:
    """Return the Python inside the application, whose place has changed with the versions of QGIS."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    folders = [Path(sys.executable).parent, Path(sys.prefix) / "bin"] if sys.platform == "darwin" else []
    places = [
        folder / name
        for folder in folders
        for name in ("bin/python3", version, "python3", "python")
        if (folder / name).is_file()
    ]
    return places[0] if places else _MACOS_FOLDER / "bin" / "python3"
