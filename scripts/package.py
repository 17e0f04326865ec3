"""Build the zip that the QGIS plugin repository takes: `make package`.

The rules are those of the repository's validator (plugins.qgis.org, 2026): one top folder named as the
package, LICENSE and metadata.txt in it, at most 25 MB, no tests, caches, hidden files or binaries. The same
tree always gives the same bytes, so that anyone can rebuild a release and compare.
"""

from __future__ import annotations

import configparser
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "innovation_clusters"
SIZE_LIMIT = 25 * 1024 * 1024

ROOT_FILES = ("CHANGELOG.md", "LICENSE", "README.ko.md", "README.md", "__init__.py", "metadata.txt")
CODE_FOLDERS = ("analysis", "plugin", "processing_algorithms")
RESOURCE_FOLDER = "resources"
RESOURCE_SUFFIXES = {
    *(".csv", ".geojson", ".html", ".json", ".md", ".txt"),
    *(".model3", ".png", ".qm", ".qml", ".qpt", ".svg"),
}
# Sources of other files: they stay in the repository and the built file ships.
SOURCE_SUFFIXES = {".ts"}

# The repository refuses an older date than a zip can hold and needs none in particular.
TIMESTAMP = (2020, 1, 1, 0, 0, 0)
REQUIRED_KEYS = (
    *(
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
    ),
)


class PackageError(Exception):
    """The tree cannot be shipped as it is; the message says what to mend."""


def version_of(root: Path) -> str:
    """Return the version in metadata.txt.

    Raises PackageError where a key that the repository requires is absent or the version is not
    MAJOR.MINOR.PATCH, which is how the repository orders versions.
    """
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    missing = [key for key in REQUIRED_KEYS if not metadata.get("general", key, fallback="").strip()]
    if missing:
        raise PackageError(f"metadata.txt has no {', '.join(missing)}.")
    version = metadata.get("general", "version").strip()
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise PackageError(f"The version in metadata.txt must be like 1.2.3, and it is {version!r}.")
    return version


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

    Raises PackageError for a file of a kind nobody decided about, a missing file, or a translation that is
    not compiled: a package must not be short of something because a step was forgotten.
    """
    files = [Path(name) for name in ROOT_FILES]
    absent = [str(name) for name in files if not (root / name).is_file()]
    if absent:
        raise PackageError(f"The package needs {', '.join(absent)}.")
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
                archive.writestr(entry, (root / relative).read_bytes())
        size = unfinished.stat().st_size
        if size > SIZE_LIMIT:
            raise PackageError(
                f"The zip has {size / 1024**2:.1f} MB; the plugin repository takes {SIZE_LIMIT // 1024**2}."
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
    print(f"{target.relative_to(root)}: {count} files, {target.stat().st_size / 1024:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
