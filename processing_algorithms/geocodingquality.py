"""Whether addresses are located well enough for a ranking to be believed, and which places to look at."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.accuracy import LEVELS, accuracy_levels, published_accuracy
from ..analysis.addresses import Payers
from ..analysis.errors import InputError
from ..analysis.geocoding import EconomyQuality, Quality, inspect
from ..analysis.monitor import Monitor
from ..analysis.suspicion import Limits, at_fault, reasons_of
from ..analysis.texts import Coded, code_texts
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_field, require_numeric_field, require_rows, weights_of
from .inputs.coordinates import add_coordinate_fields, check_coordinates, coordinate_fields, coordinate_system
from .inputs.countries import add_countries, check_countries, chosen_countries, read_countries
from .layers.columns import Column
from .layers.points import PointTable, read_points, texts_of
from .layers.stored import stored_layer
from .layers.transforming import transform_points
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .wording import suspicion_sentences, tell_verdict

WHOLE, LARGE, REAL, TEXT = (
    QMetaType.Type.Int,
    QMetaType.Type.LongLong,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
)
SUSPICIOUS_COLUMNS = (
    ("kind", TEXT),
    ("reasons", TEXT),
    ("reason_text", TEXT),
    ("longitude", REAL),
    ("latitude", REAL),
    ("addresses", REAL),
    ("suspicious", REAL),
    ("faults", REAL),
    ("share", REAL),
    ("economy", TEXT),
    ("economy_share", REAL),
    ("organisations", WHOLE),
    ("mended_longitude", REAL),
    ("mended_latitude", REAL),
    ("checked", TEXT),
)
ECONOMY_COLUMNS = (
    ("scope", TEXT),
    ("economy", TEXT),
    ("rows", LARGE),
    ("addresses", REAL),
    ("share_located", REAL),
    ("share_faults", REAL),
    ("share_doubts", REAL),
    ("share_block", REAL),
    ("share_sub_city", REAL),
    ("share_city", REAL),
    ("share_coarser", REAL),
    ("share_other", REAL),
    ("share_not_stated", REAL),
    ("share_two_decimals", REAL),
    ("sites", WHOLE),
    ("share_heaviest", REAL),
    ("half_sites", WHOLE),
    ("gini", REAL),
    ("gii_2024_block", REAL),
    ("gii_2024_sub_city", REAL),
    ("gii_2024_city", REAL),
    ("gii_2024_covered", REAL),
    ("gii_2024_authors_city", REAL),
)
SITE_COLUMNS = (
    ("place", WHOLE),
    ("longitude", REAL),
    ("latitude", REAL),
    ("addresses", REAL),
    ("share", REAL),
    ("cumulative_share", REAL),
    ("economy", TEXT),
    ("economy_share", REAL),
    ("organisations", WHOLE),
    ("reasons", TEXT),
)
FAULT, DOUBT = "fault", "doubt"
OPTIONAL_FIELDS = ("ACCURACY_FIELD", "ECONOMY_FIELD", "ORGANISATION_FIELD")


class GeocodingQuality(Algorithm):
    """Tells suspicious places, levels of accuracy and duplicate coordinates of addresses."""

    def name(self) -> str:
        return "geocodingquality"

    def displayName(self) -> str:
        return tr("Geocoding quality")

    def shortDescription(self) -> str:
        return tr(
            "Looks at where addresses are located before any ranking of them is believed: places that are "
            "wrong or doubtful, each with its reasons; how exactly addresses are located, by economy and "
            "beside GII 2024; and how few places hold them all."
        )

    def tags(self) -> list[str]:
        return tr("geocoding,quality,accuracy,duplicate,coordinates,centroid,check,address").split(",")

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Table or layer"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Addresses as points, or as a table with two columns of coordinates."),
        )
        add_coordinate_fields(self)
        for parameter, label, explanation in (
            (
                "ACCURACY_FIELD",
                tr("Accuracy field"),
                tr(
                    "What the geocoder says of its result: block, sub-city, city, or the words of ArcGIS, "
                    "Google or Nominatim. Empty: the level is told as not stated, and only the decimals of "
                    "the coordinates as evidence."
                ),
            ),
            (
                "ECONOMY_FIELD",
                tr("Economy"),
                tr("The two-letter code of the economy that the address states (KR, US)."),
            ),
            (
                "ORGANISATION_FIELD",
                tr("Organisation"),
                tr("The applicant, institution or firm. Known payers are told, and shared centroids."),
            ),
        ):
            self.add(QgsProcessingParameterField(parameter, label, None, "INPUT", optional=True), explanation)
        self.add(
            QgsProcessingParameterField(
                "WEIGHT_FIELD",
                tr("Number of addresses in the row"),
                None,
                "INPUT",
                Qgis.ProcessingFieldParameterDataType.Numeric,
                optional=True,
            ),
            tr("How many addresses a row stands for, 0 or more. Empty: one."),
        )
        add_countries(
            self,
            tr(
                "Outlines to check the stated economy against. Empty: those of the world map that comes with "
                "QGIS. Needs the economy."
            ),
            advanced=False,
        )
        self._declare_limits()
        self._declare_outputs()

    def _declare_limits(self) -> None:
        real = Qgis.ProcessingNumberParameterType.Double
        whole = Qgis.ProcessingNumberParameterType.Integer
        limits = Limits()
        self.add(
            QgsProcessingParameterNumber(
                "ECONOMY_SHARE",
                tr("Largest share of an economy at one place, %"),
                real,
                limits.economy_share,
                minValue=0.0,
                maxValue=100.0,
            ),
            tr("A place with more of the located addresses of its economy is in doubt."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "WORLD_SHARE",
                tr("Largest share of all at one place, %"),
                real,
                limits.world_share,
                minValue=0.0,
                maxValue=100.0,
            ),
            tr("A place with more of all located addresses is in doubt."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "LEAST_ADDRESSES",
                tr("Smallest economy to ask"),
                real,
                limits.least_addresses,
                minValue=0.0,
            ),
            tr("In an economy with fewer located addresses one place may hold any share."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "ORGANISATIONS",
                tr("Organisations that make a centroid"),
                whole,
                limits.organisations,
                minValue=2,
            ),
            tr("A place that so many organisations share, or more, is in doubt."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("TOP", tr("Heaviest sites to list"), whole, 100, minValue=1),
            tr("How many of the places with the most addresses to list."),
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        for name, label, kind, explanation in (
            (
                "SUSPICIOUS",
                tr("Suspicious sites"),
                QgsProcessing.SourceType.TypeVectorPoint,
                tr(
                    "One row per place with a fault or a doubt, and one per reason for addresses without a "
                    "place: kind, fault or doubt; reasons, short codes, and reason_text, sentences; "
                    "longitude and latitude as stated; addresses, of which suspicious ones and, of those, "
                    "faults; share, per cent of all; economy that most state, and economy_share, per cent of "
                    "it that is here; organisations, how many; mended_longitude and mended_latitude where "
                    "changing axes or signs brings it home; checked, the reasons that were looked for."
                ),
            ),
            (
                "ECONOMIES",
                tr("Geocoding by economy"),
                QgsProcessing.SourceType.TypeVector,
                tr(
                    "The world, every economy, and addresses that state none (scope). Shares are per cent "
                    "of the addresses: located, with faults, with doubts, and by level of accuracy; of the "
                    "located ones those with two decimals or fewer in both coordinates. sites, distinct "
                    "coordinates; share_heaviest, of the first of them; half_sites, how many hold half of "
                    "all; gini. gii_2024_… are the published figures of GII 2024 to compare with: "
                    "inventors by level, applications covered, authors to the city."
                ),
            ),
            (
                "SITES",
                tr("Heaviest sites"),
                QgsProcessing.SourceType.TypeVector,
                tr(
                    "The places with the most addresses: place, coordinates, addresses, share of all "
                    "located ones in per cent and added up, economy and share of it, organisations, reasons."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=True),
                explanation,
            )
        self.addOutput(QgsProcessingOutputString("VERDICT", tr("Verdict: trust, care or distrust")))
        self.addOutput(QgsProcessingOutputNumber("SHARE_FAULTS", tr("Addresses at fault, %")))
        self.addOutput(QgsProcessingOutputNumber("SHARE_DOUBTS", tr("Addresses in doubt, %")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        source = require_rows(self, parameters, "INPUT", context)
        check_coordinates(self, parameters, source, context)
        for name in OPTIONAL_FIELDS:
            require_field(self, parameters, name, source, context)
        require_numeric_field(self, parameters, "WEIGHT_FIELD", source, context)
        check_countries(self, parameters, context)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_rows(self, parameters, "INPUT", context)
        weight = self.parameterAsString(parameters, "WEIGHT_FIELD", context)
        optional = {name: self.parameterAsString(parameters, name, context) for name in OPTIONAL_FIELDS}
        table = read_points(
            source,
            [*(coordinate_fields(self, parameters, source, context) or ()), weight, *optional.values()],
            context,
            monitor_of(feedback, 0.0, 0.4),
            geometries=source.wkbType() != Qgis.WkbType.NoGeometry,
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        weights = weights_of(table, weight, "WEIGHT_FIELD", np.ones(len(table), dtype=bool))
        if not weights.sum() > 0.0:
            raise InputError("WEIGHT_FIELD", "All weights are 0; choose another field, or none.")
        quality = self._inspect(
            parameters, source, table, weights, optional, context, monitor_of(feedback, 0.4, 0.8)
        )
        shares = [
            100.0 * part / quality.world.addresses for part in (quality.world.faults, quality.world.doubts)
        ]
        self._tell(quality, optional, feedback)

        top = quality.sites.heaviest()[: self.parameterAsInt(parameters, "TOP", context)]
        sites, without_place = _suspicious_sites(quality)
        degrees, nothing = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), QgsCoordinateReferenceSystem()
        none, point = Qgis.WkbType.NoGeometry, Qgis.WkbType.Point
        with Outputs(self, parameters, context, feedback) as outputs:
            for name, columns, kind, crs, values, places in (
                (
                    "SUSPICIOUS",
                    SUSPICIOUS_COLUMNS,
                    point,
                    degrees,
                    _suspicious_columns(quality, sites, without_place),
                    _places(quality, sites, len(without_place)),
                ),
                ("ECONOMIES", ECONOMY_COLUMNS, none, nothing, _economy_columns(quality), None),
                ("SITES", SITE_COLUMNS, none, nothing, _heaviest_columns(quality, top), None),
            ):
                output = outputs.open(name, _fields(columns), kind, crs)
                output.write(values, monitor_of(feedback, 0.8, 1.0), points=places)
        history = self.history(
            parameters,
            context,
            [f"verdict={quality.verdict}", *(f"{code}={count:g}" for code, count in quality.counts.items())],
        )
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, order=order, history=history)
                for order, (name, label, style) in enumerate(
                    (
                        ("SUSPICIOUS", tr("Suspicious sites"), "suspicious_sites"),
                        ("ECONOMIES", tr("Geocoding by economy"), "geocoding"),
                        ("SITES", tr("Heaviest sites"), "heaviest_sites"),
                    )
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {
            **outputs.results,
            "VERDICT": str(quality.verdict),
            "SHARE_FAULTS": round(shares[0], 6),
            "SHARE_DOUBTS": round(shares[1], 6),
        }

    def _inspect(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        table: PointTable,
        weights: NDArray[np.float64],
        optional: dict[str, str],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> Quality:
        coordinates = coordinate_fields(self, parameters, source, context)
        crs = coordinate_system(self, parameters, source, context)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        economy = optional["ECONOMY_FIELD"]
        countries = None
        if economy:
            countries = chosen_countries(self, parameters, context) or read_countries(None, context)

        def to_degrees(
            x: NDArray[np.float64], y: NDArray[np.float64]
        ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
            return transform_points(x, y, crs, degrees, context, monitor)

        def stated(name: str) -> Coded | None:
            return code_texts(texts_of(table, optional[name])) if optional[name] else None

        accuracy = stated("ACCURACY_FIELD")
        return inspect(
            table.columns[coordinates[0]] if coordinates else table.x,
            table.columns[coordinates[1]] if coordinates else table.y,
            geographic=crs.isGeographic(),
            form=None if coordinates else table.form,
            to_degrees=None if crs == degrees else to_degrees,
            weights=weights,
            economies=stated("ECONOMY_FIELD"),
            organisations=stated("ORGANISATION_FIELD"),
            levels=None if accuracy is None else accuracy_levels(accuracy),
            payers=Payers.read() if optional["ORGANISATION_FIELD"] else None,
            countries=countries,
            limits=Limits(
                economy_share=self.parameterAsDouble(parameters, "ECONOMY_SHARE", context),
                world_share=self.parameterAsDouble(parameters, "WORLD_SHARE", context),
                organisations=self.parameterAsInt(parameters, "ORGANISATIONS", context),
                least_addresses=self.parameterAsDouble(parameters, "LEAST_ADDRESSES", context),
                tolerance=self.parameterAsDouble(parameters, "COUNTRY_TOLERANCE", context),
            ),
            monitor=monitor,
        )

    def _tell(self, quality: Quality, optional: dict[str, str], feedback: QgsProcessingFeedback) -> None:
        world = quality.world
        feedback.pushInfo(
            tr("{addresses} addresses, {located} of them located on {sites} distinct places.").format(
                addresses=f"{world.addresses:g}", located=f"{world.located:g}", sites=world.duplication.sites
            )
        )
        sentences = suspicion_sentences()
        for reason, count in quality.counts.items():
            feedback.pushInfo(f"  {count:g} × {reason}: {sentences[reason]}")
        if world.duplication.sites:
            feedback.pushInfo(
                tr("The heaviest place holds {share} % of them; {half} places hold half.").format(
                    share=f"{world.duplication.heaviest:.1f}", half=world.duplication.half
                )
            )
        if optional["ACCURACY_FIELD"]:
            feedback.pushInfo(
                tr(
                    "Located to the city or better: {share} %; in GII 2024 {published} % of inventors."
                ).format(
                    share=f"{100.0 * world.levels[:3].sum() / world.addresses:.1f}",
                    published=published_accuracy()[""].city_or_better,
                )
            )
        else:
            feedback.pushInfo(tr("The accuracy of the places is not stated."))
        for field, sentence in (
            ("ECONOMY_FIELD", tr("Not checked without the economy: whether places lie in it.")),
            ("ORGANISATION_FIELD", tr("Not checked without the organisation: payers, and shared centroids.")),
        ):
            if not optional[field]:
                feedback.pushInfo(sentence)
        if quality.unchecked:
            feedback.pushInfo(
                tr("{count} places state an economy of which there is no outline.").format(
                    count=quality.unchecked
                )
            )
        tell_verdict(quality, feedback)


def _fields(columns: tuple[tuple[str, QMetaType.Type], ...]) -> QgsFields:
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields


def _suspicious_sites(quality: Quality) -> tuple[NDArray[np.int64], list[str]]:
    """Return the sites with a reason, those with the most suspicious addresses first, and the reasons of
    addresses without a place.
    """
    rows = np.flatnonzero(quality.sites.reasons)
    return rows[np.argsort(-quality.sites.suspicious[rows], kind="stable")], list(quality.without_place)


def _suspicious_columns(quality: Quality, rows: NDArray[np.int64], without_place: list[str]) -> list[Column]:
    sites = quality.sites
    sentences = suspicion_sentences()
    codes = [*(reasons_of(bits) for bits in sites.reasons[rows].tolist()), *([one] for one in without_place)]
    kinds = [*np.where(at_fault(sites.reasons[rows]), FAULT, DOUBT).tolist(), *[FAULT] * len(without_place)]
    lost = np.array([quality.without_place[reason] for reason in without_place], dtype=np.float64)
    nowhere = np.full(lost.size, np.nan)
    suspicious = np.concatenate([sites.suspicious[rows], lost])
    return [
        kinds,
        [", ".join(each) for each in codes],
        [" ".join(sentences[code] for code in each) for each in codes],
        np.concatenate([sites.longitude[rows], nowhere]),
        np.concatenate([sites.latitude[rows], nowhere]),
        np.concatenate([sites.weight[rows], lost]),
        suspicious,
        np.concatenate([sites.faults[rows], lost]),
        100.0 * suspicious / quality.world.addresses,
        [*_economies_of(quality, rows), *[None] * lost.size],
        np.concatenate([sites.economy_share[rows], nowhere]),
        [*_organisations_of(quality, rows), *[None] * lost.size],
        np.concatenate([sites.mended_longitude[rows], nowhere]),
        np.concatenate([sites.mended_latitude[rows], nowhere]),
        [", ".join(quality.checked)] * len(codes),
    ]


def _places(
    quality: Quality, rows: NDArray[np.int64], without_place: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where rows are drawn; what lies beyond the globe is not."""
    sites = quality.sites
    on_globe = (np.abs(sites.longitude[rows]) <= 180.0) & (np.abs(sites.latitude[rows]) <= 90.0)
    nowhere = np.full(without_place, np.nan)
    longitude, latitude = (
        np.concatenate([np.where(on_globe, values[rows], np.nan), nowhere])
        for values in (sites.longitude, sites.latitude)
    )
    return longitude, latitude


def _economy_columns(quality: Quality) -> list[Column]:
    lines = [_economy_line(line) for line in (quality.world, *quality.by_economy)]
    return [list(column) for column in zip(*lines, strict=True)]


def _economy_line(line: EconomyQuality) -> list[Any]:
    def share(part: float) -> float | None:
        return round(100.0 * part / line.addresses, 6) if line.addresses > 0.0 else None

    scope = {None: "world", "": "not stated"}.get(line.economy, "economy")
    published = published_accuracy().get(line.economy or "") if scope != "not stated" else None
    spread = line.duplication
    two_decimals = 100.0 * line.coarse / line.located if line.located > 0.0 else np.nan
    return [
        scope,
        line.economy or None,
        line.rows,
        line.addresses,
        share(line.located),
        share(line.faults),
        share(line.doubts),
        *(share(part) for part in line.levels[: len(LEVELS)].tolist()),
        None if np.isnan(two_decimals) else round(two_decimals, 6),
        spread.sites,
        spread.heaviest if spread.sites else None,
        spread.half if spread.sites else None,
        spread.gini if spread.sites else None,
        *(
            (
                published.block,
                published.sub_city,
                published.city,
                published.patents_covered,
                published.authors_city,
            )
            if published
            else [None] * 5
        ),
    ]


def _heaviest_columns(quality: Quality, rows: NDArray[np.int64]) -> list[Column]:
    sites = quality.sites
    share = 100.0 * sites.weight[rows] / quality.world.located if rows.size else np.empty(0)
    return [
        np.arange(1, rows.size + 1),
        sites.longitude[rows],
        sites.latitude[rows],
        sites.weight[rows],
        share,
        np.cumsum(share),
        _economies_of(quality, rows),
        sites.economy_share[rows],
        _organisations_of(quality, rows),
        [", ".join(reasons_of(bits)) or None for bits in sites.reasons[rows].tolist()],
    ]


def _economies_of(quality: Quality, rows: NDArray[np.int64]) -> list[str | None]:
    names = [*quality.economies, None]
    return [names[number] for number in quality.sites.economy[rows].tolist()]


def _organisations_of(quality: Quality, rows: NDArray[np.int64]) -> list[int | None]:
    """Return how many organisations there are, None where nobody was asked."""
    if "shared_by_organisations" not in quality.checked:
        return [None] * rows.size
    return list(quality.sites.organisations[rows].tolist())
