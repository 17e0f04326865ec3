"""The page in QGIS's Options: what it shows and stores, and that it changes dialogs and not runs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsSettings, QgsVectorLayer

from innovation_clusters.analysis import installing, kernel_cache, packages
from innovation_clusters.plugin.options.defaults import DefaultsGroup
from innovation_clusters.plugin.options.diagnostics import diagnostics, without_places
from innovation_clusters.plugin.options.factory import OptionsPageFactory
from innovation_clusters.plugin.options.kernels import KernelsGroup
from innovation_clusters.plugin.options.package_notes import look_up, notes
from innovation_clusters.plugin.options.package_table import PackagesGroup
from innovation_clusters.plugin.options.page import OptionsPage
from innovation_clusters.processing_algorithms.output_language import in_output_language, languages
from innovation_clusters.processing_algorithms.preferences import DIALOG_DEFAULTS, ROOT

pytestmark = pytest.mark.qgis

PROVIDER = "innovationclusters"


@pytest.fixture(autouse=True)
def own_settings(qgis_app: QgsApplication) -> Iterator[QgsSettings]:
    """Begin and end without settings of the plugin."""
    settings = QgsSettings()
    settings.remove(ROOT)
    yield settings
    settings.remove(ROOT)
    kernel_cache.choose_folder("")


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER}:{name}")


def of_parameter(name: str, parameter: str, asked: str) -> Any:
    """Ask the definition of a parameter, which goes with its algorithm."""
    found = algorithm(name)
    return getattr(found.parameterDefinition(parameter), asked)()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60.0
    while not condition():
        assert time.monotonic() < end, "it did not happen within a minute"
        QgsApplication.processEvents()
        time.sleep(0.01)


# Defaults


CHOICES: dict[str, str | float] = {
    "edition": "2018-2024",
    "eps": 12_000.0,
    "min_density": 900.0,
    "border": "nearest",
    "total_patents": 1_000_000.0,
    "total_publications": 2_000_000.0,
    "total_deals": 3_000.0,
}


def test_every_default_is_for_parameters_that_are_there() -> None:
    assert set(CHOICES) == set(DIALOG_DEFAULTS)
    for default in DIALOG_DEFAULTS.values():
        for name, parameter in default.parameters.items():
            assert of_parameter(name, parameter, "description"), f"{name} {parameter}"
            if default.choices:
                assert tuple(of_parameter(name, parameter, "options")) == default.choices


def test_a_choice_stands_in_dialogs_and_nowhere_else() -> None:
    documented = {
        (name, parameter): of_parameter(name, parameter, "defaultValue")
        for default in DIALOG_DEFAULTS.values()
        for name, parameter in default.parameters.items()
    }
    for name, value in CHOICES.items():
        DIALOG_DEFAULTS[name].choose(value)
    for default in DIALOG_DEFAULTS.values():
        for name, parameter in default.parameters.items():
            assert of_parameter(name, parameter, "defaultValueForGui") == CHOICES[default.name]
            assert of_parameter(name, parameter, "defaultValue") == documented[name, parameter]


def test_a_run_without_the_parameter_takes_the_documented_default(
    run: Any, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    # The last point is of neither core and reached by both clusters: it goes to one of them, or to none.
    rows = [(f"POINT ({x} 0)", 1) for x in (-1, 0, 1, 2, 10, 11, 12, 13, 5.9)]
    layer = make_layer("Point", "EPSG:5179", "id:integer", rows)
    parameters = {"INPUT": layer, "EPS": 4.5, "MIN_SIZE": 4, "OUTPUT": "TEMPORARY_OUTPUT"}
    before = run("densityclusters", parameters).rows("OUTPUT")
    DIALOG_DEFAULTS["border"].choose("noise")
    assert run("densityclusters", parameters).rows("OUTPUT") == before
    assert run("densityclusters", parameters | {"BORDER": "noise"}).rows("OUTPUT") != before


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("edition", "1999"),
        ("border", "core"),
        ("eps", "far"),
        ("eps", -5),
        ("eps", "nan"),
        ("total_deals", 0),
    ],
)
def test_what_cannot_be_a_choice_is_none(name: str, stored: object, own_settings: QgsSettings) -> None:
    own_settings.setValue(DIALOG_DEFAULTS[name].key, stored)
    assert DIALOG_DEFAULTS[name].chosen() is None
    group = DefaultsGroup()
    group.store()
    assert DIALOG_DEFAULTS[name].chosen() is None


def test_choices_are_kept_and_taken_away(own_settings: QgsSettings) -> None:
    group = DefaultsGroup()
    group.store()
    own_settings.beginGroup(ROOT)
    assert own_settings.allKeys() == []
    own_settings.endGroup()
    for name, value in CHOICES.items():
        field: Any = group.fields[name]
        if isinstance(value, str):
            field.setCurrentIndex(field.findData(value))
        else:
            field.setValue(value)
    group.store()
    assert {name: default.chosen() for name, default in DIALOG_DEFAULTS.items()} == CHOICES
    again = DefaultsGroup()
    again.store()
    assert {name: default.chosen() for name, default in DIALOG_DEFAULTS.items()} == CHOICES
    for field in again.fields.values():
        field.setCurrentIndex(0) if hasattr(field, "setCurrentIndex") else field.clear()
    again.store()
    assert {default.chosen() for default in DIALOG_DEFAULTS.values()} == {None}


# Language


def test_outputs_are_in_their_language_and_dialogs_in_that_of_qgis(
    run: Any, make_layer: Callable[..., QgsVectorLayer], own_settings: QgsSettings
) -> None:
    if "ko" not in languages():
        pytest.skip("the translations are not compiled")
    rows = [(f"POINT (127.{x} 37.5)", x, 1) for x in range(10, 30)]
    layer = make_layer("Point", "EPSG:4326", "record:integer&patents:integer", rows)
    parameters = {
        "INVENTORS": layer,
        "EDITION": "custom",
        "EPS": 5000,
        "MIN_DENSITY": 3,
        "CLUSTERS": "TEMPORARY_OUTPUT",
        "SITES": "TEMPORARY_OUTPUT",
        "RANKING": "TEMPORARY_OUTPUT",
        "REPORT": "TEMPORARY_OUTPUT",
    }
    pages = {}
    for language in ("", "ko", "en"):
        own_settings.setValue("innovation_clusters/output_language", language)
        result = run("innovationclusters", parameters)
        assert result.succeeded, result.feedback.text
        pages[language] = Path(result.results["REPORT"]).read_text(encoding="utf-8")
        refused = run("innovationclusters", parameters | {"EPS": -1})
        assert "The value must be greater than 0" in refused.reason
        assert algorithm("innovationclusters").displayName() == "Innovation clusters"
    assert '<html lang="en">' in pages[""]
    assert '<html lang="ko">' in pages["ko"]
    assert "혁신 클러스터" in pages["ko"]
    assert '<html lang="en">' in pages["en"]
    assert not re.search("혁신 클러스터", pages["en"])


def test_the_language_of_outputs_ends_with_them(own_settings: QgsSettings) -> None:
    from innovation_clusters.processing_algorithms.base import tr

    own_settings.setValue("innovation_clusters/output_language", "ko")

    @in_output_language
    def fail() -> None:
        assert tr("Clusters") == "클러스터"
        raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert tr("Clusters") == "Clusters"
    # A translation that is not there, as of a newer version of the plugin, is none.
    own_settings.setValue("innovation_clusters/output_language", "tlh")
    assert in_output_language(lambda: tr("Clusters"))() == "Clusters"


# Kernels


def test_kernels_are_measured_and_cleared_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "커널"
    kept = folder / f"kernels-{'0' * 16}" / "density"
    kept.mkdir(parents=True)
    (kept / "kernel.nbi").write_bytes(b"x" * 10)
    (kept / "kernel.1.nbc").write_bytes(b"x" * 30)
    others = [
        folder / "kernels-mine" / "a.nbc",
        folder / f"kernels-{'1' * 16}" / "notes.txt",
        folder / "b.nbi",
    ]
    for file in others:
        file.parent.mkdir(exist_ok=True)
        file.write_text("mine")
    before = kernel_cache.kept_bytes()
    kernel_cache.choose_folder(str(folder))
    assert kernel_cache.kept_bytes() == before + 40
    # Those beside the plugin are in use by other tests.
    kernel_cache.BESIDE_THE_PLUGIN, real = tmp_path / "nowhere", kernel_cache.BESIDE_THE_PLUGIN
    try:
        group = KernelsGroup()
        assert group.size.text() == "40 bytes"
        group.clear.click()
        assert group.size.text() == "Nothing"
        assert not group.clear.isEnabled()
    finally:
        kernel_cache.BESIDE_THE_PLUGIN = real
    assert not kept.parent.exists()
    assert all(file.is_file() for file in others)


def test_the_folder_of_kernels_is_kept(tmp_path: Path, own_settings: QgsSettings) -> None:
    group = KernelsGroup()
    group.folder.setFilePath(str(tmp_path))
    group.store()
    assert own_settings.value("innovation_clusters/kernel_folder") == str(tmp_path)
    again = KernelsGroup()
    assert again.folder.filePath() == str(tmp_path)
    again.folder.setFilePath("  ")
    again.store()
    assert not own_settings.contains("innovation_clusters/kernel_folder")


def test_numbas_own_variable_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    assert not KernelsGroup().folder.isEnabled()


# Packages


def missing(name: str, problem: str = "OSError: /home/kim/lib/x.so: cannot open shared object file") -> Any:
    return packages.Package(name, None, "", problem)


def test_the_table_tells_what_is_there_and_what_is_not() -> None:
    group = PackagesGroup()
    found = {
        note.name: packages.Package(note.name, packages.find("numpy").module, "9.8", "") for note in notes()
    }
    group.show_found(
        found
        | {
            "numba": missing("numba"),
            "pandas": missing("pandas", "ModuleNotFoundError: No module named 'pandas'"),
            "rtree": missing("rtree", "PackageNotFoundError"),
        }
    )
    rows = {group.table.item(row, 0).text(): row for row in range(group.table.rowCount())}
    assert list(rows) == [
        "numpy",
        "shapely",
        "numba",
        "pyarrow",
        "duckdb",
        "psycopg2",
        "pandas",
        "geopandas",
        "rtree",
    ]
    assert group.table.item(rows["shapely"], 1).text() == "9.8"
    assert "cannot open shared object file" in group.table.item(rows["numba"], 1).text()
    assert group.table.item(rows["pandas"], 1).text() == "not found"
    for row in range(group.table.rowCount()):
        assert all(group.table.item(row, column).text() for column in range(4))
    # Only what is missed is installed, by the command that is shown for the platform.
    assert group.which.text() == "To install numba, pandas:"
    assert group.platform.currentData() == installing.running_platform()
    for index in range(group.platform.count()):
        group.platform.setCurrentIndex(index)
        command = group.command.toPlainText()
        assert command == installing.install_command(["numba", "pandas"], group.platform.currentData())
        group.copy.click()
        assert QgsApplication.clipboard().text() == command


def test_opening_the_page_waits_for_nothing() -> None:
    factory = OptionsPageFactory()
    start = time.monotonic()
    page = factory.createWidget()
    assert time.monotonic() - start < 1.0
    assert isinstance(page, OptionsPage)
    wait_until(lambda: bool(page.packages.found))
    assert page.packages.found["numpy"].version
    page.apply()
    page.deleteLater()


def test_the_table_is_never_over_the_lines_below_it() -> None:
    page = OptionsPage()
    table, below = page.packages.table, page.packages.platform
    page.resize(900, 600)
    page.show()
    seen = []
    # The narrower the page, the more lines its texts take.
    for width in (900, 600, 760):
        page.resize(width, 600)
        QgsApplication.processEvents()
        seen.append(table.geometry().bottom())
        assert seen[-1] < below.mapTo(page.packages, below.rect().topLeft()).y()
    assert len(set(seen)) > 1
    page.close()
    wait_until(lambda: bool(page.packages.found))


def test_a_page_that_is_closed_before_packages_are_found() -> None:
    factory = OptionsPageFactory()
    page = factory.createWidget()
    task = page.packages._looking
    page.deleteLater()
    del page
    QgsApplication.processEvents()
    wait_until(lambda: task.status() == task.TaskStatus.Complete)
    QgsApplication.processEvents()


def test_what_is_not_used_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []

    def find(name: str) -> Any:
        imported.append(name)
        return missing(name)

    monkeypatch.setattr(packages, "find", find)
    for note in notes():
        look_up(note)
    assert imported == ["numpy", "shapely", "numba", "pyarrow", "duckdb", "psycopg2", "pandas"]


# Diagnostics


def test_diagnostics_tell_versions_and_no_places(own_settings: QgsSettings, tmp_path: Path) -> None:
    own_settings.setValue("innovation_clusters/kernel_folder", str(tmp_path / "secret"))
    own_settings.setValue("innovation_clusters/defaults/eps", 12000)
    text = diagnostics({"numba": missing("numba"), "shapely": packages.find("shapely")})
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["QGIS"].startswith(Qgis.version())
    assert lines["Package numba"] == "OSError: …/x.so: cannot open shared object file"
    assert lines["Package shapely"] == packages.find("shapely").version
    assert lines["Setting defaults/eps"] == "12000"
    assert lines["Setting kernel_folder"] == "a place of its own"
    assert int(lines["Algorithms"]) > 15
    for name in ("Qt, PyQt", "Python", "GDAL, PROJ, GEOS", "System", "Locale"):
        assert re.search(r"\w", lines[name])
    for place in (str(Path.home()), "kim", "secret", str(tmp_path)):
        assert place not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cannot open /home/kim/a b/lib.so.1: no", "cannot open …/lib.so.1: no"),
        (r"DLL load failed: C:\Users\김 철수\AppData\x.dll", "DLL load failed: …/x.dll"),
        (r"\\server\kim\share\x.dll (gone)", "…/x.dll (gone)"),
        ("Debian GNU/Linux 12", "Debian GNU/Linux 12"),
        ("3.40.6 (exported), 1.5", "3.40.6 (exported), 1.5"),
    ],
)
def test_names_of_folders_do_not_get_out(text: str, expected: str) -> None:
    assert without_places(text) == expected


def test_the_copy_is_on_the_clipboard() -> None:
    page = OptionsPage()
    QgsApplication.clipboard().setText("before")
    page.diagnostics.button.click()
    wait_until(lambda: page.diagnostics.button.isEnabled())
    assert QgsApplication.clipboard().text().startswith("Innovation Clusters: ")
    assert page.diagnostics.done.text() == "Copied."
    page.deleteLater()


def test_a_package_that_fails_in_an_unheard_of_way_is_told_like_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(name: str) -> Any:
        raise RuntimeError(f"{name} is not itself")

    monkeypatch.setattr(packages, "find", fail)
    page = OptionsPage()
    page.diagnostics.button.click()
    wait_until(lambda: page.diagnostics.button.isEnabled())
    assert "Package numba: RuntimeError: numba is not itself" in QgsApplication.clipboard().text()
    page.deleteLater()


def test_what_is_documented_is_what_the_algorithms_say() -> None:
    group = DefaultsGroup()
    fields: dict[str, Any] = group.fields
    for name, default in DIALOG_DEFAULTS.items():
        if default.choices:
            (documented,) = {of_parameter(*of, "defaultValue") for of in default.parameters.items()}
            box = fields[name]
            assert box.itemText(0) == f"As documented: {box.itemText(box.findData(documented))}"
            for place, choice in enumerate(default.choices, start=1):
                assert box.itemData(place) == choice
                assert box.itemText(place) not in ("", choice)
