"""Official Korean zone files, read as they come, in one clean layer; what was guessed can be looked up and
overridden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.zones.catalogue import zone_types
from ..analysis.zones.encodings import KNOWN
from ..analysis.zones.guesses import Guess
from .base import OutputLayer, monitor_of, tr
from .inputs.official_zones import Overrides, read_raw
from .inputs.zone_answers import answers_by_file, answers_everywhere
from .inputs.zone_files import DRIVERS, TABLES
from .inputs.zone_reading import FoundFile, read_path
from .layers.columns import Column
from .layers.names import layer_name
from .layers.raw import read_source
from .layers.stored import why_not_stored
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.zone_rows import GUESS_FIELDS, REJECT_FIELDS, ZONE_FIELDS, CollectedZones
from .outputs.zone_sentences import confidence_words, question_names, zone_reasons
from .zone_algorithm import ZoneAlgorithm


class ImportZones(ZoneAlgorithm):
    """Reads the zone files of Korean portals and tells how each value of the result was known."""

    def name(self) -> str:
        return "importzones"

    def displayName(self) -> str:
        return tr("Import zones")

    def shortDescription(self) -> str:
        return tr(
            "Reads official Korean zone files as they come and makes one clean layer of them. Encoding, "
            "reference system, zone type and fields are found out; what was guessed is listed with its "
            "evidence and can be overridden. Features in are zones plus rejects."
        )

    def tags(self) -> list[str]:
        return tr("zone,korea,shapefile,encoding,cp949,datum,v-world,lsmd,import,industrial complex").split(
            ","
        )

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFile(
                "INPUT",
                tr("Files of zones"),
                # This filter lets folders and names of layers pass, which the usual one does not.
                fileFilter=tr("Files of zones") + " (*)",
            ),
            tr(
                "A file, a folder or a zip, also of several files and within each other: shapefiles, "
                "GeoPackage, GeoJSON, GML and the like, and tables (CSV) of nodes with name, type, latitude, "
                "longitude and area. A path of a folder can be typed in. Also the name or source of a layer."
            ),
        )
        encoding = QgsProcessingParameterString("ENCODING", tr("Encoding"), optional=True)
        encoding.setMetadata({"widget_wrapper": {"value_hints": list(KNOWN)}})
        self.add(
            encoding,
            tr("The encoding of the texts, such as CP949 or UTF-8. Empty: found out for every file."),
        )
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Reference system"), optional=True),
            tr(
                "The reference system of the files. Empty: their .prj, else the system in which they lie in "
                "Korea and in the provinces they state. EPSG:5174 and EPSG:5181 cannot be told apart: then "
                "it has to be given."
            ),
        )
        kind = QgsProcessingParameterString("ZONE_TYPE", tr("Zone type"), optional=True)
        kind.setMetadata({"widget_wrapper": {"value_hints": list(zone_types())}})
        self.add(
            kind,
            tr(
                "The type of all zones, an id or name of the catalogue such as FEZ or 경제자유구역. Empty: "
                "told by fields, codes and names."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "OVERRIDES", tr("Corrected guesses"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "The table of guesses of an earlier run with the right answers in the column override. They "
                "hold for their file and go before the parameters above."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Zones"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr(
                "The zones in longitude and latitude (EPSG:4326), as polygons, or as points where the input "
                "has only points: zone_id, name_ko, name_en, zone_type, law, authority, year, sido, area_m2 "
                "(on the ellipsoid; for points as stated), source_file, encoding, source_crs and evidence, "
                "how each was known."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "NODES",
                tr("Nodes"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=True,
            ),
            tr("The points of an input that has polygons too, with the same fields; else nothing."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "REJECTS",
                tr("Rejects"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "A table of the rows that are no zones, and of the files that cannot be read: file, row, "
                "reason, reason_text, and what the row held: attributes as JSON, geometry_text as WKT in its "
                "own reference system."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "GUESSES",
                tr("Guesses"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "A table with a row for every file and question: the guess, the evidence, how sure it is "
                "(given, certain, probable, doubtful, asked), alternatives, and the parameter that overrides "
                "it. Write the right answer into override and give the table back as corrected guesses."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_ZONES", tr("Number of zones")))
        self.addOutput(QgsProcessingOutputNumber("NUM_REJECTS", tr("Number of rejected rows")))
        self.addOutput(QgsProcessingOutputNumber("NUM_REPAIRED", tr("Number of repaired shapes")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        path = self._path(parameters, context)
        if path is None and self._source(parameters, context) is None:
            raise InputError(
                "INPUT",
                "There is no file, folder or layer {name}; choose another one.",
                name=self.parameterAsString(parameters, "INPUT", context),
            )
        if path is not None and path.is_file() and not _is_readable(path):
            raise InputError(
                "INPUT",
                "{file} is of a kind that holds no zones; use one of {kinds}, a zip or a folder.",
                file=path.name,
                kinds=", ".join((*DRIVERS, *TABLES)),
            )
        answers_everywhere(self, parameters, context)
        answers_by_file(self, parameters, context)

    def _path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        text = self.parameterAsString(parameters, "INPUT", context).strip()
        path = Path(text)
        if text and path.exists():
            return path.absolute()
        # QGIS reads a shapefile's texts in an encoding of its own choice, and what that loses is lost.
        layer = QgsProcessingUtils.mapLayerFromString(text, context)
        if (
            isinstance(layer, QgsVectorLayer)
            and layer.storageType() == "ESRI Shapefile"
            and not why_not_stored(layer, text)
            and not layer.subsetString()
        ):
            stored = Path(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))
            return stored if stored.suffix.lower() == ".shp" and stored.is_file() else None
        return None

    def _source(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource | None:
        return QgsProcessingUtils.variantToSource(parameters.get("INPUT"), context)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        overrides = Overrides(
            answers_everywhere(self, parameters, context), answers_by_file(self, parameters, context)
        )
        collected = CollectedZones()
        path = self._path(parameters, context)
        monitor = monitor_of(feedback, 0.0, 0.9)
        if path is None:
            called = layer_name(parameters["INPUT"], context)
            source = self._source(parameters, context)
            if source is None:
                raise InputError("INPUT", "The layer cannot be read; choose another one.")
            raw = read_source(source, called, monitor)
            collected.add(read_raw(raw, overrides, context, monitor), raw.unread)
        else:
            self._collect(read_path(path, overrides, context, monitor), collected, feedback)
        self._warn(collected, overrides, feedback)
        return self._write(collected, parameters, context, feedback)

    def _collect(
        self, files: Iterable[FoundFile], collected: CollectedZones, feedback: QgsProcessingFeedback
    ) -> None:
        for file in files:
            if file.zones is not None:
                collected.add(file.zones, file.unread)
            elif file.problem is not None:
                text = self.sentence(file.problem)
                feedback.pushWarning(text)
                collected.reject_file(file.called, "file", text)
            else:
                feedback.pushInfo(tr("{file} is no layer and is not read.").format(file=file.called))

    def _warn(self, collected: CollectedZones, overrides: Overrides, feedback: QgsProcessingFeedback) -> None:
        """Ask for what only the user can know, and tell what to look at."""
        for called, guess in collected.asked:
            if len(collected.asked) == collected.files:
                raise _question(called, guess)
            # The parameter would hold for the other files as well.
            feedback.pushWarning(self.sentence(_question(called, guess, "OVERRIDES")))
        self._require_korea(collected)
        unknown = set(overrides.by_file) - {row[0] for row in (*collected.guesses, *collected.rejects)}
        if unknown:
            raise InputError("OVERRIDES", "The input has no file {file}.", file=", ".join(sorted(unknown)))
        names, sure = question_names(), confidence_words()
        for called, question, guess_text, confidence, evidence, alternatives, *_ in collected.guesses:
            # A system other than the file's own moves it by hundreds of metres, or to another country.
            moved = question == "crs" and (alternatives or confidence == "probable")
            if confidence == "doubtful" or (moved and confidence != "asked"):
                feedback.pushWarning(
                    tr("{file}, {question}: {guess} is {confidence}. {evidence}").format(
                        file=called,
                        question=names[question],
                        guess=guess_text,
                        confidence=sure[confidence],
                        evidence=evidence,
                    )
                )

    @staticmethod
    def _require_korea(collected: CollectedZones) -> None:
        """Raise InputError where all there is lies outside Korea and nothing says that it is of zones: a map
        of countries, say. Where one file of several does, a warning tells so.
        """
        doubts = {
            (called, question)
            for called, question, _, sure, _, alternatives, *_ in collected.guesses
            # With alternatives it lies in Korea, in another system than it says.
            if sure == "doubtful" and not alternatives
        }
        foreign = {called for called, question in doubts if question == "crs"}
        strange = {called for called, question in doubts if question == "dataset"}
        if collected.files and len(foreign & strange) == collected.files:
            raise InputError(
                "INPUT",
                "{file} lies outside Korea, and neither its fields nor its name are those of a data set of "
                "zones; choose a file of Korean zones, or give its right reference system.",
                file=sorted(foreign & strange)[0],
            )

    # Writing

    def _write(
        self,
        collected: CollectedZones,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        degrees, nowhere = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), QgsCoordinateReferenceSystem()
        only_points = not collected.zones and bool(collected.nodes)
        main = collected.nodes if only_points else collected.zones
        both = bool(collected.zones and collected.nodes)
        table = Qgis.WkbType.NoGeometry
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT",
                _fields(ZONE_FIELDS),
                Qgis.WkbType.Point if only_points else Qgis.WkbType.MultiPolygon,
                degrees,
            )
            _fill(output, ZONE_FIELDS, main, monitor_of(feedback, 0.9, 0.97))
            if both:
                nodes = outputs.open("NODES", _fields(ZONE_FIELDS), Qgis.WkbType.Point, degrees)
                if nodes.wanted:
                    _fill(nodes, ZONE_FIELDS, collected.nodes, monitor_of(feedback, 0.97, 0.98))
                else:
                    collected.reject_nodes()
            rejects = outputs.open("REJECTS", _fields(REJECT_FIELDS), table, nowhere)
            rejects.write(_columns(REJECT_FIELDS, collected.rejects), monitor_of(feedback, 0.98, 0.99))
            guesses = outputs.open("GUESSES", _fields(GUESS_FIELDS), table, nowhere)
            guesses.write(_columns(GUESS_FIELDS, collected.guesses), monitor_of(feedback, 0.99, 1.0))
        counted = collected.rows - collected.rejected_rows
        told = [
            tr("{files} files, {rows} features in = {zones} zones + {rejects} rejects.").format(
                files=collected.files,
                rows=collected.rows,
                zones=counted,
                rejects=collected.rejected_rows,
            ),
            tr("{count} shapes were repaired, {slivers} slivers left out.").format(
                count=collected.repaired, slivers=collected.slivers
            ),
        ]
        for sentence in told:
            feedback.pushInfo(sentence)
        for reason, count in Counter(row[4] for row in collected.rejects).most_common():
            feedback.pushInfo(f"  {count} × {reason}: {zone_reasons()[reason]}")
        if counted == 0:
            feedback.pushWarning(tr("Not one feature is a zone; the rejects tell why."))
        self._present(outputs, not only_points, told, parameters, context, feedback)
        return {
            **outputs.results,
            "NUM_ZONES": counted,
            "NUM_REJECTS": collected.rejected_rows,
            "NUM_REPAIRED": collected.repaired,
        }

    def _present(
        self,
        outputs: Outputs,
        zones_are_polygons: bool,
        told: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        history = self.history(parameters, context, told)
        own = "zones" if zones_are_polygons else "zone_nodes"
        layers = [
            OutputLayer(outputs.results[name], label, style, order=order, history=history)
            for order, (name, label, style) in enumerate(
                (
                    ("NODES", tr("Nodes"), "zone_nodes"),
                    ("OUTPUT", tr("Zones"), own),
                    ("REJECTS", tr("Rejects"), "zone_rejects"),
                    ("GUESSES", tr("Guesses"), "zone_guesses"),
                )
            )
            if name in outputs.results
        ]
        self.present(layers, context, feedback)

    def told(self, name: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        if name == "INPUT" and self._path(parameters, context) is None:
            return layer_name(parameters.get(name), context)
        return super().told(name, parameters, context)


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in {*DRIVERS, *TABLES, ".zip"}


def _question(called: str, guess: Guess, parameter: str = "CRS") -> InputError:
    """Return the question that only the user can answer, as the sentence that names the parameter."""
    if guess.alternatives:
        return InputError(
            parameter,
            "{file} does not say its reference system, and {systems} fit alike; give the right one.",
            file=called,
            systems=", ".join(guess.alternatives),
        )
    return InputError(
        parameter,
        "{file} does not say its reference system, and in none that is known does it lie in Korea; give the "
        "right one.",
        file=called,
    )


def _fill(
    output: Any,
    fields: Sequence[tuple[str, QMetaType.Type]],
    rows: Sequence[tuple[QgsGeometry, tuple[Any, ...]]],
    monitor: Monitor,
) -> None:
    columns = _columns(fields, [values for _, values in rows])
    output.write(columns, monitor, geometries=[geometry for geometry, _ in rows])


def _columns(fields: Sequence[tuple[str, QMetaType.Type]], rows: Sequence[tuple[Any, ...]]) -> list[Column]:
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in fields]


def _fields(definitions: Iterable[tuple[str, QMetaType.Type]]) -> QgsFields:
    fields = QgsFields()
    for name, kind in definitions:
        fields.append(QgsField(name, kind))
    return fields
