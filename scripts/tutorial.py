"""Takes the pictures of the tutorial anew, from real runs in a window of QGIS: `make tutorial`.

    scripts/env.sh .venv/bin/python scripts/tutorial.py [en] [ko]

Needs Xvfb, chromium and PIL. For every language QGIS is started in a profile of its own on a screen that
nobody sees; scripts/tutorial_walk.py takes the steps there. The pictures go to docs/images/tutorial.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images" / "tutorial"
SAMPLE = ROOT / "resources" / "sample"
LOCALES = {"en": "en_US", "ko": "ko_KR"}

# What a page shows side by side with its text.
WIDEST = 1280
COLOURS = 256
PATIENCE = 300

SETTINGS = """\
[PythonPlugins]
innovation_clusters=true
processing=true

[locale]
overrideFlag=true
userLocale={language}
globalLocale={locale}

[qgis]
checkVersion=false
showTips=false
"""


class TutorialError(Exception):
    """Ends the run with what went wrong."""


# What of Debian each of these needs: none of it is for the plugin, so that no setup installs it.
NEEDED = {"Xvfb": "xvfb", "chromium": "chromium", "PIL": "python3-pil"}


def require_programs() -> None:
    """Raise TutorialError, before any work, where something is missing that the pictures take."""
    there = {"Xvfb": shutil.which("Xvfb"), "chromium": browser(), "PIL": find_spec("PIL")}
    missing = [package for name, package in NEEDED.items() if not there[name]]
    if missing:
        raise TutorialError(f"{', '.join(missing)} missing; on Debian: apt-get install {' '.join(missing)}")


def browser() -> str | None:
    """Return the program that pictures the report."""
    return shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def screen() -> Iterator[str]:
    """Start a screen without a monitor and give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise TutorialError("Xvfb does not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def walk(language: str, display: str, folder: Path) -> Path:
    """Take the steps in one language; return the folder of raw pictures."""
    profile = folder / "qgis" / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "innovation_clusters").symlink_to(ROOT)
    settings = SETTINGS.format(language=language, locale=LOCALES[language])
    for name in ("QGIS3.ini", "QGIS4.ini"):
        (profile / "QGIS" / name).write_text(settings, encoding="utf-8")
    data, pictures = folder / "innovation", folder / "pictures"
    data.mkdir()
    pictures.mkdir()
    for source in ("inventors", "authors", "deals"):
        shutil.copy(SAMPLE / f"{source}.csv", data)
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(folder),
        "TUTORIAL_DATA": str(data),
        "TUTORIAL_PICTURES": str(pictures),
    }
    environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    script = ROOT / "scripts" / "tutorial_walk.py"
    command = ["qgis", "--noversioncheck", "--nologo", "--profiles-path", str(folder / "qgis")]
    log = folder / "qgis.log"
    with log.open("wb") as sink:
        subprocess.run(
            [*command, "--code", str(script)],
            env=environment,
            stdout=sink,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
        )
    outcome = pictures / "outcome.txt"
    problem = outcome.read_text(encoding="utf-8") if outcome.is_file() else "QGIS ended before the last step"
    if problem:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise TutorialError(f"{language}: {problem}\n{said}")
    print_report(data / "report.html", pictures / "report.png")
    return pictures


def print_report(report: Path, picture: Path) -> None:
    """Take the picture of the first screen of the report, as a browser shows it."""
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", "--window-size=1100,900"]
    subprocess.run(
        [str(browser()), *options, f"--screenshot={picture}", report.as_uri()],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )


def publish(pictures: Path, language: str) -> list[Path]:
    """Write the pictures as small files for the pages; those of English have no language in their names."""
    from PIL import Image, features  # type: ignore[import-untyped]

    PICTURES.mkdir(parents=True, exist_ok=True)
    # It keeps the few pixels of an icon, which a cut at the median gives up.
    best = features.check("libimagequant")
    method = Image.Quantize.LIBIMAGEQUANT if best else Image.Quantize.MAXCOVERAGE
    made = []
    for path in sorted(pictures.glob("*.png")):
        # With an alpha channel: without one libimagequant blackens some pictures.
        image = Image.open(path).convert("RGBA")
        if image.width > WIDEST:
            height = round(image.height * WIDEST / image.width)
            image = image.resize((WIDEST, height), Image.Resampling.LANCZOS)
        target = PICTURES / (path.name if language == "en" else f"{path.stem}.{language}.png")
        image.quantize(COLOURS, method=method, dither=Image.Dither.NONE).save(target, optimize=True)
        made.append(target)
    return made


def main(languages: list[str]) -> int:
    unknown = set(languages) - set(LOCALES)
    if unknown:
        print(f"tutorial: there is no tutorial in {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    try:
        require_programs()
        with screen() as display:
            for language in languages or list(LOCALES):
                with tempfile.TemporaryDirectory(prefix="tutorial-") as folder:
                    for path in publish(walk(language, display, Path(folder)), language):
                        print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1024} kB")
    except (TutorialError, subprocess.TimeoutExpired) as error:
        print(f"tutorial: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
