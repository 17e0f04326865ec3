"""Collects the texts that users read into resources/i18n/*.ts, and compiles those for QGIS.

    .venv/bin/python scripts/translations.py update
    .venv/bin/python scripts/translations.py compile

Texts are the literals handed to `tr`, the sentences of `InputError`, the purposes handed to `require`, the
legend labels, field aliases and words in resources/styles, and the labels and helps in resources/models. All
are of one context, because a sentence that `analysis` raises is translated by the algorithm that shows it.
Needs neither QGIS nor Qt, but for lrelease.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "InnovationClusters"
LANGUAGES = {"ko": "ko_KR"}

# Where QGIS's Processing shows texts of ours, and the demo that prints some.
SOURCES = ("__init__.py", "analysis", "distributed", "plugin", "processing_algorithms", "scripts/demo.py")

# What is handed to `tr` and is no literal: texts collected elsewhere, in InputError, styles and models.
PASSED_ON = {
    "error.message",
    # What a run outside QGIS tells.
    "message",
    "text",
    "purpose",
    "definition.description()",
    "output.description()",
    "element.attribute(attribute)",
    "option.attribute('name')",
    "found.group()",
    # The remark on the sample, which the demo words.
    "told['REMARK']",
}

# The same places as in plugin/styles.py.
STYLE_TEXTS = (("rule", "label"), ("category", "label"), ("alias", "name"))
MAP_TIP_WORDS = re.compile(r"(?<=<th align='left'>)[^<]+(?=</th>)")

# The same places as in plugin/models.py: in these maps of a model, these values, or all.
MODEL_TEXTS = (("parameterDefinitions", "description"), ("outputs", "component_description"), ("help", ""))

LRELEASE = (
    "lrelease",
    "lrelease-qt5",
    "lrelease-qt6",
    "/usr/lib/qt5/bin/lrelease",
    "/usr/lib/qt6/bin/lrelease",
    "/usr/lib64/qt5/bin/lrelease",
    "/usr/lib64/qt6/bin/lrelease",
)


class TranslationError(Exception):
    """Ends the run with what is to be mended."""


# Collecting


def collect(root: Path = ROOT) -> dict[str, list[str]]:
    """Return every text with the files it stands in, in the order of files and lines.

    Raises TranslationError naming all places where a text is not a literal.
    """
    texts: dict[str, list[str]] = {}
    problems = []
    for path in _python_files(root):
        name = path.relative_to(root).as_posix()
        for line, text in _texts_of(path):
            if text is None:
                problems.append(f"{name}:{line}: the text must be one literal string")
            elif name not in texts.setdefault(text, []):
                texts[text].append(name)
    made = [(path, _style_texts) for path in sorted((root / "resources" / "styles").glob("*.qml"))]
    made += [(path, _model_texts) for path in sorted((root / "resources" / "models").glob("*.model3"))]
    for path, texts_of in made:
        name = path.relative_to(root).as_posix()
        for text in texts_of(path):
            if name not in texts.setdefault(text, []):
                texts[text].append(name)
    if problems:
        raise TranslationError("\n".join(problems))
    return texts


def _python_files(root: Path) -> Iterator[Path]:
    for source in SOURCES:
        path = root / source
        if path.is_dir():
            yield from sorted(path.rglob("*.py"))
        elif path.is_file():
            yield path


def _texts_of(path: Path) -> Iterator[tuple[int, str | None]]:
    """Yield line and text of every call that names one, None for a text that is computed."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "tr" and node.args:
            argument = node.args[0]
        elif name in ("InputError", "MissingPackageError", "require") and len(node.args) > 1:
            argument = node.args[1]
        elif name == "tell" and node.args and isinstance(node.args[0], ast.Constant):
            # What runs outside QGIS tell, as templates.
            argument = node.args[0]
        else:
            continue
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield node.lineno, argument.value
        elif not _is_collected_elsewhere(name, argument):
            yield node.lineno, None


def _is_collected_elsewhere(function: str, argument: ast.expr) -> bool:
    """Tell whether the text is `tr("…")`, which is collected by itself, or only passed on."""
    if function == "tr":
        return ast.unparse(argument) in PASSED_ON
    if isinstance(argument, ast.Call):
        return getattr(argument.func, "id", getattr(argument.func, "attr", "")) == "tr"
    return isinstance(argument, ast.Name) and argument.id in ("message", "purpose")


def _style_texts(path: Path) -> Iterator[str]:
    root = ElementTree.parse(path).getroot()
    for tag, attribute in STYLE_TEXTS:
        for element in root.iter(tag):
            if element.get(attribute):
                yield element.get(attribute, "")
    for widget in root.iter("editWidget"):
        if widget.get("type") == "ValueMap":
            for option in widget.iter("Option"):
                if option.get("value") is not None:
                    yield option.get("name", "")
    for tip in root.iter("mapTip"):
        yield from MAP_TIP_WORDS.findall(tip.text or "")


def _model_texts(path: Path) -> Iterator[str]:
    root = ElementTree.parse(path).getroot()
    for group, wanted in MODEL_TEXTS:
        for options in root.iter("Option"):
            if options.get("name") == group:
                for option in options.iter("Option"):
                    if option.get("value") and wanted in ("", option.get("name")):
                        yield option.get("value", "")


# Translation files


def path_of(language: str) -> Path:
    return FOLDER / f"innovation_clusters_{language}.ts"


def read(path: Path) -> dict[str, str]:
    """Return the translations of a file by source text; empty where there is none yet."""
    if not path.is_file():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        text = translation.text if translation is not None else None
        found[message.findtext("source") or ""] = (text or "") if finished else ""
    return found


def write(path: Path, locale: str, texts: dict[str, list[str]], translations: dict[str, str]) -> None:
    root = ElementTree.Element("TS", version="2.1", language=locale, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, files in texts.items():
        message = ElementTree.SubElement(context, "message")
        for name in files:
            ElementTree.SubElement(message, "location", filename=f"../../{name}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if translations.get(text):
            translation.text = translations[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def update() -> None:
    """Bring every translation file to the texts as they are: new ones unfinished, vanished ones gone."""
    texts = collect()
    for language, locale in LANGUAGES.items():
        path = path_of(language)
        translations = read(path)
        write(path, locale, texts, translations)
        missing = sum(not translations.get(text) for text in texts)
        gone = len(translations.keys() - texts.keys())
        print(f"{path.name}: {len(texts)} texts, {missing} to translate, {gone} removed")


# Compiling


def lrelease() -> str:
    """Return Qt's compiler of translations. Raises TranslationError."""
    for name in LRELEASE:
        found = shutil.which(name)
        # Debian's /usr/bin/lrelease is there without a Qt behind it when only qtchooser is installed.
        if found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode == 0:
            return found
    raise TranslationError("Qt's lrelease is not installed; on Debian it is in qttools5-dev-tools.")


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Compile all translation files into `folder`; return what was made. Raises TranslationError."""
    made = []
    compiler = lrelease()
    for language in LANGUAGES:
        target = folder / path_of(language).with_suffix(".qm").name
        command = [compiler, "-silent", str(path_of(language)), "-qm", str(target)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            raise TranslationError(result.stderr.strip() or f"{compiler} failed")
        made.append(target)
    return made


def main(arguments: list[str]) -> int:
    commands: dict[str, Callable[[], object]] = {"update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print("usage: translations.py update|compile", file=sys.stderr)
        return 2
    try:
        commands[arguments[0]]()
    except TranslationError as error:
        print(f"translations: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
