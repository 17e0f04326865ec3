"""Name and version of the plugin, read from metadata.txt, where they stand once."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

_parser = ConfigParser(interpolation=None)
_parser.read(Path(__file__).resolve().parent.parent / "metadata.txt", encoding="utf-8")

NAME = _parser["general"]["name"]
VERSION = _parser["general"]["version"]
