"""What the plugin repository's validator and its look at the files would refuse, read off the zip."""

from __future__ import annotations

import configparser
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# Formats that ship and are not text: the compiled translations, and pictures.
BINARY = {".qm", ".png"}
LONGEST_DESCRIPTION = 500
_HTML = re.compile(r"<[/a-zA-Z!]")


def problems(archive: Path, rules: dict[str, Any]) -> list[str]:
    """Return what is wrong with the zip, a sentence each. `rules` is the part [archive] of the rules."""
    found = []
    size = archive.stat().st_size
    if size > rules["size_limit"]:
        found.append(f"The zip has {size / 1e6:.1f} MB; {rules['size_limit'] / 1e6:.0f} are taken.")
    try:
        with zipfile.ZipFile(archive) as zipped:
            broken = zipped.testzip()
            if broken:
                return [*found, f"{broken} cannot be unpacked."]
            for entry in zipped.infolist():
                found += _of_entry(entry, zipped.read(entry), rules)
            found += _of_whole(zipped, rules)
    except zipfile.BadZipFile as error:
        found.append(f"It is no zip: {error}")
    return found


def _of_entry(entry: zipfile.ZipInfo, content: bytes, rules: dict[str, Any]) -> Iterator[str]:
    name = entry.filename
    parts = name.split("/")
    if ".." in name or name.startswith("/") or "\\" in name or re.match(r"[A-Za-z]:", name):
        yield f"{name}: a path that leads out of the zip."
    if not name.isascii():
        yield f"{name}: a name that is not ASCII."
    if ".pyc" in name:
        yield f"{name}: compiled Python."
    yield from (f"{name}: the folder {part}." for part in parts if part in rules["forbidden_folders"])
    if any(part.startswith(".") for part in parts):
        yield f"{name}: hidden."
    if name.lower().endswith(tuple(rules["suspicious_suffixes"])):
        yield f"{name}: a program or library."
    if (entry.external_attr >> 16) & 0o111:
        yield f"{name}: may be executed."
    if b"\0" in content and Path(name).suffix not in BINARY:
        yield f"{name}: binary."
    if len(parts) > 2 and parts[1] in ("tests", "scripts", "benchmarks", "docs"):
        yield f"{name}: not of use to users."


def _of_whole(zipped: zipfile.ZipFile, rules: dict[str, Any]) -> Iterator[str]:
    names = set(zipped.namelist())
    folders = {name.split("/")[0] for name in names}
    if len(folders) != 1:
        yield f"There are {len(folders)} top folders: {', '.join(sorted(folders))}."
        return
    (folder,) = folders
    if not folder.isidentifier() or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", folder):
        yield f"The folder {folder} is no name of a Python package in ASCII."
    if "plugin" in folder.lower():
        yield f"The name {folder} says that it is a plugin."
    missing = [name for name in ("__init__.py", "metadata.txt", "LICENSE") if f"{folder}/{name}" not in names]
    yield from (f"There is no {name}." for name in missing)
    if "metadata.txt" not in missing:
        yield from _of_metadata(zipped.read(f"{folder}/metadata.txt"), folder, names, rules)


def _of_metadata(content: bytes, folder: str, names: set[str], rules: dict[str, Any]) -> Iterator[str]:
    # With interpolation, as there and in QGIS: a bare per cent sign makes every key unreadable.
    metadata = configparser.ConfigParser()
    metadata.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        metadata.read_string(content.decode("utf-8"))
        general = dict(metadata.items("general"))
    except (configparser.Error, UnicodeDecodeError) as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    missing = [key for key in rules["required_keys"] if not general.get(key, "").strip()]
    if missing:
        yield f"metadata.txt has no {', '.join(missing)}."
        return
    if "/" in general["author"]:
        yield "The author has a slash."
    if not re.fullmatch(r"\d+\.\d+\.\d+", general["version"].strip()):
        yield f"The version {general['version']} is not like 1.2.3, and would be sorted wrongly."
    for key in ("tracker", "repository", "homepage"):
        address = urlsplit(general.get(key, ""))
        if not address.scheme or not address.netloc or general[key] in rules["placeholders"]:
            yield f"{key} is no address of a page."
    for key in ("description", "about", "changelog"):
        if _HTML.search(general.get(key, "")):
            yield f"{key} has HTML."
    if not general.get("changelog", "").strip().startswith(general["version"].strip()):
        yield "The changelog does not begin with the version; build with `make package`."
    if len(general["description"]) > LONGEST_DESCRIPTION or "\n" in general["description"].strip():
        yield "The description is no single short sentence."
    if not general.get("qgisMaximumVersion", "").startswith("4."):
        yield "qgisMaximumVersion is below 4: the repository would not list it for QGIS 4."
    if "supportsQt6" in general:
        yield "supportsQt6 has no effect any more and is warned of."
    icon = general.get("icon", "")
    if f"{folder}/{icon.removeprefix('./')}" not in names:
        yield f"There is no icon {icon!r}."
