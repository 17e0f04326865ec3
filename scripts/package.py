"""Build the zip that the QGIS plugin repository takes: `make package`.

The rules are those of the repository's validator (plugins.qgis.org, 2026): one top folder named as the
package, LICENSE and metadata.txt in it, at most 25 MB, no tests, caches, hidden files or binaries. The same
tree always gives the same bytes, so that anyone can rebuild a release and compare.

Name, version and QGIS versions are in metadata.txt, what is new in CHANGELOG.md, and nowhere else: the zip's
metadata.txt gets its `changelog` from there.
"""

from __future__ import annotations

import configparser
import hashlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "innovation_clusters"
SIZE_LIMIT = 25_000_000

ROOT_FILES = ("CHANGELOG.md", "LICENSE", "README.ko.md", "README.md", "__init__.py", "metadata.txt")
CODE_FOLDERS = ("analysis", "distributed", "plugin", "processing_algorithms")
RESOURCE_FOLDER = "resources"
RESOURCE_SUFFIXES = {
    *(".css", ".csv", ".geojson", ".html", ".json", ".md", ".txt"),
    *(".model3", ".png", ".qm", ".qml", ".qpt", ".svg"),
}
# Sources of other files: they stay in the repository and the built file ships.
SOURCE_SUFFIXES = {".ts"}
# What scripts/help_pages.py writes: help buttons open its pages.
MANUAL = Path("resources/help/README.html")

# The repository refuses an older date than a zip can hold and needs none in particular.
TIMESTAMP = (2020, 1, 1, 0, 0, 0)
REQUIRED_KEYS = (
    *("name", "description", "version", "qgisMinimumVersion", "author", "email"),
    *("about", "tracker", "repository"),
)


class PackageError(Exception):
    """The tree cannot be shipped as it is; the message says what to mend."""


def version_of(root: Path) -> str:
    """Return the version in metadata.txt.

    Raises PackageError where a key that the repository requires is absent, the version is not
    MAJOR.MINOR.PATCH, which is how the repository orders versions, or the changelog is here already.
    """
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    if metadata.has_option("general", "changelog"):
        raise PackageError("metadata.txt has a changelog; it belongs into CHANGELOG.md alone.")
    missing = [key for key in REQUIRED_KEYS if not metadata.get("general", key, fallback="").strip()]
    if missing:
        raise PackageError(f"metadata.txt has no {', '.join(missing)}.")
    version = metadata.get("general", "version").strip()
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise PackageError(f"The version in metadata.txt must be like 1.2.3, and it is {version!r}.")
    return version


def changes_of(root: Path, version: str) -> list[str]:
    """Return what CHANGELOG.md says about a version as lines of plain text; while it is not released, that is
    what stands under Unreleased.

    Raises PackageError where there is neither.
    """
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## \[([^\]]+)\][^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    section = sections.get(version) or sections.get("Unreleased", "")
    # An entry goes on in indented lines: one line each, because a plugin manager wraps by itself.
    joined = re.sub(r"\n[ \t]+(?=\S)", " ", section)
    lines = [_plain(line) for line in joined.splitlines() if line.strip()]
    if not lines:
        raise PackageError(f"CHANGELOG.md says nothing about {version} and has nothing under Unreleased.")
    if any(sign in line for line in lines for sign in "<>"):
        raise PackageError("CHANGELOG.md has < or >, which the plugin manager would take for HTML.")
    return lines


def _plain(line: str) -> str:
    """Take the marks of Markdown away, links, and the sign of per cent, which Python's configparser takes for
    the beginning of a variable.
    """
    line = re.sub(r" \(\[[^\]]*\]\([^)]*\)\)", "", line.strip())
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"^#+ *", "", line).replace("`", "").replace("**", "")
    return re.sub(" ?%", " per cent", line)


def metadata_with_changes(root: Path) -> bytes:
    """Return metadata.txt as it ships: with the changes of its version.

    Raises PackageError where the repository or QGIS could not read it.
    """
    version = version_of(root)
    text = (root / "metadata.txt").read_text(encoding="utf-8").rstrip("\n")
    changes = "\n  ".join([version, *changes_of(root, version)])
    whole = f"{text}\nchangelog={changes}\n"
    metadata = configparser.ConfigParser()
    try:
        metadata.read_string(whole)
        metadata.items("general")
    except configparser.Error as error:
        raise PackageError(f"metadata.txt cannot be read as the repository reads it: {error}") from error
    return whole.encode("utf-8")


def uncommitted(root: Path, files: list[Path]) -> list[str]:
    """Return the files among those that ship which are not as in the commit of the checkout; compiled ones
    never are in it.

    Empty where `root` is no checkout of git.
    """
    done = subprocess.run(
        ["git", "-C", str(root), "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    changed = {entry[3:] for entry in done.stdout.split("\0") if entry} if not done.returncode else set()
    return [path.as_posix() for path in files if path.as_posix() in changed]


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_symlink():
            raise PackageError(f"{path} is a link; the zip cannot hold it.")
        if path.is_dir():
            yield from _files_below(path)
        else:
            yield path


def shipped_files(root: Path) -> list[Path]:
    """Return the files of the checkout `root` that ship, relative to it and sorted.

    Raises PackageError for a file of a kind nobody decided about, a missing file, or a translation or manual
    that is not made: a package must not be short of something because a step was forgotten.
    """
    files = [Path(name) for name in ROOT_FILES]
    absent = [str(name) for name in files if not (root / name).is_file()]
    if absent:
        raise PackageError(f"The package needs {', '.join(absent)}.")
    if not (root / MANUAL).is_file():
        raise PackageError("resources/help is not made; run `make package`, which does that first.")
    for folder in (*CODE_FOLDERS, RESOURCE_FOLDER):
        accepted = RESOURCE_SUFFIXES if folder == RESOURCE_FOLDER else {".py"}
        for path in _files_below(root / folder):
            relative = path.relative_to(root)
            if path.suffix == ".ts" and not path.with_suffix(".qm").is_file():
                raise PackageError(f"{relative} is not compiled; run `make package`, which does that first.")
            if path.suffix in SOURCE_SUFFIXES or path.suffix in {".pyc", ".nbi", ".nbc"}:
                continue
            if path.suffix not in accepted:
                raise PackageError(
                    f"{relative} is of a kind that does not ship; move it or name it in {__file__}."
                )
            files.append(relative)
    return sorted(files, key=lambda path: path.as_posix())


def build(root: Path, folder: Path) -> Path:
    """Write `folder`/innovation_clusters-<version>.zip from the checkout `root` and return its path.

    Raises PackageError where the tree cannot be shipped or the zip exceeds 25 MB; no zip is left then.
    """
    files = shipped_files(root)
    metadata = metadata_with_changes(root)
    target = folder / f"{PACKAGE}-{version_of(root)}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for relative in files:
                entry = zipfile.ZipInfo(f"{PACKAGE}/{relative.as_posix()}", TIMESTAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o100644 << 16
                content = metadata if relative.name == "metadata.txt" else (root / relative).read_bytes()
                archive.writestr(entry, content)
        size = unfinished.stat().st_size
        if size > SIZE_LIMIT:
            raise PackageError(
                f"The zip has {size / 1e6:.1f} MB; the plugin repository takes {SIZE_LIMIT / 1e6:.0f}."
            )
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def main() -> int:
    """Build from the checkout this script is in, into its folder dist."""
    root = Path(__file__).resolve().parent.parent
    try:
        target = build(root, root / "dist")
    except PackageError as problem:
        print(problem, file=sys.stderr)
        return 1
    with zipfile.ZipFile(target) as archive:
        count = len(archive.namelist())
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    print(
        f"{target.relative_to(root)}: {count} files, {target.stat().st_size / 1000:.0f} kB, SHA-256 {digest}"
    )
    changed = uncommitted(root, shipped_files(root))
    if changed:
        some = ", ".join(changed[:3]) + (" …" if len(changed) > 3 else "")
        print(f"{len(changed)} of these files are not as in the commit: {some}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
