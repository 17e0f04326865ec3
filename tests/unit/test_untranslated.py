"""Every text that users read goes through `tr`: none is written straight into a widget, page or message."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("__init__.py", "analysis", "plugin", "processing_algorithms")

# Calls whose arguments users read. Of those with a number, the arguments before it are names and no texts.
SHOWING = {
    **dict.fromkeys(
        (
            *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle"),
            *("setPlaceholderText", "setSpecialValueText", "setNullText", "setSuffix", "setPrefix"),
            *("setDialogTitle", "setHeaderLabels", "setHorizontalHeaderLabels", "setInformativeText"),
            *("setAccessibleName", "setAccessibleDescription", "setHelp", "setDescription", "setHtml"),
            *("setPlainText", "setFormat", "setLabelText", "setDetailedText", "setNotAvailableText"),
            *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
            *("QgsCollapsibleGroupBox", "QAction", "QMenu", "QgsDockWidget", "QDockWidget"),
            *("addTab", "addItem", "addItems", "addAction", "addMenu", "addRow", "addGroup", "addButton"),
            *("pushInfo", "pushWarning", "pushMessage", "pushCritical", "pushSuccess", "reportError"),
            *("setProgressText", "createMessage", "information", "warning", "critical", "question"),
            *("QgsProcessingException", "paragraph", "heading", "note"),
        ),
        0,
    ),
    # InputError takes literals, which scripts/translations.py collects and whoever catches it translates.
    **dict.fromkeys(("QgsRendererCategory", "QgsRendererRange"), 2),
}
PROCESSING = re.compile(r"QgsProcessing(Parameter|Output)[A-Z]\w+$")

# A word of two letters or more is read; marks, numbers, units and names of things are not translated.
WORDS = re.compile(r"[A-Za-z]{2,}")
NOT_TRANSLATED = re.compile(
    r"^(km²?|eps|WIPO|QGIS|DBSCAN|HTML|CSV|GeoPackage|EPSG|px|mm|ms|[a-z]+_[a-z_]+|[A-Z_]+)$"
)
# Markup, style rules and values are not read: of a page only what stands between tags is.
BETWEEN_TAGS = re.compile(r">([^<>{}]*[A-Za-z]{3,}[^<>{}]*)<")


def _calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield node, function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Yield line and literal text of an argument that do not go through a call of their own, such as `tr`."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        yield node.lineno, "".join(parts)
    elif isinstance(node, ast.Call):
        # "…".format(…) and ", ".join(…) show the text they are called on.
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
            yield from _texts(node.func.value)
    elif isinstance(node, (ast.BinOp, ast.IfExp, ast.BoolOp, ast.List, ast.Tuple)):
        for name, value in ast.iter_fields(node):
            if name == "test":
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.expr):
                    yield from _texts(child)


def _is_read(text: str) -> bool:
    without_markup = re.sub(r"<[^>]*>|\{[^}]*\}|&\w+;|Innovation Clusters", " ", text)
    return any(
        not NOT_TRANSLATED.match(word) for word in re.findall(r"[\w²]+", without_markup) if WORDS.search(word)
    )


def untranslated(path: Path) -> list[str]:
    """Return line and text of everything that is shown without `tr`."""
    found = []
    for call, name in _calls(path):
        first = 1 if PROCESSING.match(name) else SHOWING.get(name)
        if first is None:
            continue
        arguments = call.args[first : first + 1] if first else call.args
        arguments = arguments + [
            word.value for word in call.keywords if word.arg in ("description", "text", "title")
        ]
        for argument in arguments:
            found += [(line, text) for line, text in _texts(argument) if _is_read(text)]
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [(node.lineno, words) for words in BETWEEN_TAGS.findall(node.value) if _is_read(words)]
    return [f"{path.name}:{line}: {text!r}" for line, text in found]


def _files() -> Iterator[Path]:
    for name in SHIPPED:
        path = ROOT / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def test_no_text_bypasses_translation() -> None:
    assert [problem for path in _files() for problem in untranslated(path)] == []


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Rank")',
        'QLabel("Clusters found")',
        'bar.pushWarning(NAME, "Nothing there")',
        'feedback.pushInfo(f"{count} clusters")',
        'QgsProcessingParameterNumber("EPS", "Distance")',
        'QgsProcessingOutputNumber("NUMBER", description="Number")',
        'box.addItem("planar distance" if flat else tr("geodesic"))',
        'page = f"<h2>Ranking</h2>{rows}"',
        'table.setHeaderLabels(["Rank", tr("Name")])',
        'label.setText("{} clusters".format(count))',
    ],
)
def test_what_bypasses_it_is_found(code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(code, encoding="utf-8")
    assert untranslated(path)


@pytest.mark.parametrize(
    "code",
    [
        'label.setText(tr("Rank"))',
        'label.setText(tr("{count} clusters").format(count=3))',
        'label.setText("")',
        'label.setText(f"{share:.2f} %")',
        'spin.setSuffix(" km")',
        'QgsProcessingParameterNumber("EPS", tr("Distance"))',
        'bar.pushWarning("Innovation Clusters", tr("Nothing"))',
        'raise InputError("EPS", "too far")',
        'page = f"<h2>{tr(title)}</h2>"',
        'action.setObjectName("innovation_clusters_find")',
    ],
)
def test_what_goes_through_it_is_left_alone(code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(code, encoding="utf-8")
    assert untranslated(path) == []
