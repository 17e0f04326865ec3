"""Why something was guessed of a zone file, or a row of it rejected, in the user's language."""

from __future__ import annotations

from ...analysis.zones.guesses import Fact, Guess
from ..base import tr

# Questions that have a parameter of their own; all can be answered in OVERRIDES.
PARAMETERS = {"encoding": "ENCODING", "crs": "CRS", "zone_type": "ZONE_TYPE"}


def question_names() -> dict[str, str]:
    """Return what every question of `guesses.QUESTIONS` asks for."""
    return {
        "dataset": tr("data set"),
        "encoding": tr("encoding"),
        "crs": tr("reference system"),
        "zone_type": tr("zone type"),
        "sido": tr("province"),
        "zone_id": tr("field of the zone id"),
        "name_ko": tr("field of the Korean name"),
        "name_en": tr("field of the English name"),
        "year": tr("field of the year"),
        "area_unit": tr("unit of area"),
    }


def confidence_words() -> dict[str, str]:
    """Return a word for every confidence of a guess."""
    return {
        "given": tr("given"),
        "certain": tr("certain"),
        "probable": tr("probable"),
        "doubtful": tr("doubtful"),
        "asked": tr("asked for"),
    }


def fact_sentences() -> dict[str, str]:
    """Return a template for every fact that analysis.zones gives."""
    return {
        "given": tr("Given by the user."),
        "unicode": tr("The format is Unicode."),
        "ascii": tr("All texts are ASCII: no question."),
        "cpg": tr("The .cpg says {name}."),
        "cpg_unknown": tr("The .cpg says {name}, which is no encoding."),
        "cpg_wrong": tr("The .cpg says {name}, in which {read} of {texts} texts can be read, not as Hangul."),
        "dbf_korean": tr("The header of the DBF names a Korean code page."),
        "texts_read": tr("{encoding} reads {read} of {texts} texts that are not ASCII."),
        "byte_order_mark": tr("The file begins with the mark of this encoding."),
        "read_as_latin_1": tr("The texts had been read as Latin-1; as {encoding} they are Hangul."),
        "crs_prj": tr("The .prj says {crs}."),
        "crs_layer": tr("The layer says {crs}."),
        "crs_format": tr("The format prescribes {crs}."),
        "crs_not_in_korea": tr("In {crs} it lies outside Korea."),
        "crs_other_province": tr("In {crs} {share} lie in the province they state."),
        "name_contradicts": tr("The file name says {crs}."),
        "no_prj": tr("The file does not say its reference system."),
        "prj_unreadable": tr("The .prj cannot be understood."),
        "no_dbf": tr("The shapefile has no .dbf, so no attributes."),
        "no_coordinates": tr("There are no coordinates."),
        "fits_nothing": tr("In no known reference system does it lie in Korea, in the provinces it states."),
        "name_says": tr("The file name says {crs}, and nothing tells these systems apart."),
        "fit_alike": tr("{systems} fit alike."),
        "swapped": tr("Latitude and longitude have changed places."),
        "on_land": tr("{share} lie on Korean land."),
        "in_province": tr("{share} lie in the province they state."),
        "fields": tr("Fields {fields}."),
        "name_says_dataset": tr("The file name says {dataset}."),
        "by_file_name": tr("By the file name; the fields do not tell."),
        "no_dataset": tr("Neither fields nor file name are those of a known data set."),
        "hangul_column": tr("The column {field} has the most Korean texts."),
        "field_name": tr("By the name of the field."),
        "no_field": tr("There is no field for it."),
        "rows_without": tr("{count} rows have none."),
        "types_contradict": tr("{field} says another type in {count} rows."),
        "land_use_layer": tr("The layer {layer} is {name}."),
        "types_from": tr("{source}: {count} rows."),
        "no_zone_type": tr("These are no zones of the catalogue."),
        "other_code_system": tr("The codes in {field} are those of {system}."),
        "provinces_from": tr("{source}: {count} rows."),
        "province_in_name": tr("The file name says {sido}."),
        "province_by_place": tr("{count} rows state none; they get it by place, away from borders."),
        "unit_in_field": tr("The field is called {field}."),
        "unit_by_size": tr("By the size of the numbers in {field}."),
    }


def evidence_text(guess: Guess) -> str:
    """Return the facts of a guess as sentences."""
    templates = fact_sentences()

    def told(fact: Fact) -> str:
        return templates[fact.code].format(**fact.values)

    return " ".join(map(told, guess.facts))


def zone_reasons() -> dict[str, str]:
    """Return a sentence for every reason for which a row or file is rejected."""
    return {
        "file": tr("The file cannot be read."),
        "unread_rows": tr("The file promises rows that it does not hold."),
        "no_coordinate_fields": tr("The table has no columns of latitude and longitude."),
        "no_geometry": tr("The row has no geometry."),
        "empty_geometry": tr("The geometry is empty."),
        "not_finite": tr("A coordinate is NaN or infinite."),
        "crs_unknown": tr("The reference system is not known; the guesses tell which fit. Set it."),
        "not_on_globe": tr("In this reference system it does not lie on the globe."),
        "line": tr("It is a line; zones are polygons or points."),
        "several_points": tr("The row has several points; split it into one row each."),
        "no_area": tr("The polygon encloses nothing."),
        "sliver": tr("The polygon is narrower than half a metre."),
        "duplicate": tr("The same zone with the same shape was read before."),
        "point_among_polygons": tr("It is a point among polygons; the output Nodes takes it."),
    }
