"""What differs between the SQL of PostgreSQL, DuckDB and Spark, as far as the questions use it."""

from __future__ import annotations

from dataclasses import dataclass, replace

# What Python, and so the reading of files and layers, takes for a space around a text.
SPACES = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

ASCII_SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"

# As analysis.addresses reads a number from text.
_NUMBER = r"^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$"


@dataclass(frozen=True)
class Dialect:
    """One engine's way of saying what the questions say.

    `quotation` surrounds names; `double_type` and `text_type` are names of types. The others are templates:
    `adding` of BIGINTs without an end, `division` and `remainder` of such sums, `not_a_number` of a double,
    `matching` of a text and a regular expression, `listing` of the texts of a group in their order as one,
    with commas, `trimming` of signs off both ends of a text. `collation` compares texts by their bytes;
    `backslashes` says whether they mean something in a literal; `spaces` are taken off texts;
    `minus` is the sign that numbers have in print, empty where texts cannot contain it.
    """

    name: str
    quotation: str = '"'
    double_type: str = "DOUBLE"
    text_type: str = "VARCHAR"
    adding: str = "SUM({a})"
    division: str = "({a} // {b})"
    remainder: str = "({a} % {b})"
    not_a_number: str = "isnan({number})"
    matching: str = "regexp_matches({text}, {pattern})"
    listing: str = "string_agg({text}, ',' ORDER BY {text})"
    trimming: str = "trim({text}, {spaces})"
    collation: str = ""
    backslashes: bool = False
    spaces: str = SPACES
    minus: str = "−"

    def with_signs(self, spaces: str, minus: str) -> Dialect:
        """Return the dialect for texts of an encoding that has only these spaces, and this minus or none."""
        return replace(self, spaces=spaces, minus=minus)

    def quote(self, name: str) -> str:
        """Return a name of a column or table, whatever it is made of."""
        return self.quotation + name.replace(self.quotation, 2 * self.quotation) + self.quotation

    def literal(self, text: str) -> str:
        """Return a text as SQL has it."""
        if self.backslashes:
            text = text.replace("\\", "\\\\").replace("'", "\\'")
            return f"'{text}'"
        return "'" + text.replace("'", "''") + "'"

    def double(self, expression: str) -> str:
        return f"CAST({expression} AS {self.double_type})"

    def text(self, expression: str) -> str:
        return f"CAST({expression} AS {self.text_type}){self.collation}"

    def trimmed(self, text: str) -> str:
        """Return a text without the spaces around it."""
        # Nearly all begin and end with a sign that is none, and looking for thirty takes ten times as long.
        ends = " AND ".join(f"{end}({text}, 1) BETWEEN '!' AND '~'" for end in ("LEFT", "RIGHT"))
        trimmed = self.trimming.format(text=text, spaces=self.literal(self.spaces))
        return f"CASE WHEN {ends} THEN {text} ELSE {trimmed} END"

    def coordinate(self, expression: str, is_text: bool) -> str:
        """Return a coordinate as part of a key; texts stay texts, which are read where groups are judged."""
        return self.text(expression) if is_text else self.double(expression)

    def number(self, expression: str, is_text: bool) -> str:
        """Return a number, NULL where there is none; texts are read as `addresses.numbers_of` does."""
        if not is_text:
            return self.double(expression)
        text = self.trimmed(self.text(expression))
        if self.minus:
            text = f"replace({text}, {self.literal(self.minus)}, '-')"
        matching = self.matching.format(text=text, pattern=self.literal(_NUMBER))
        number = self.double(f"replace({text}, ',', '.')")
        return f"CASE WHEN {matching} THEN {number} END"

    def summed(self, whole_number: str) -> str:
        """Return the sum of BIGINTs, which may be larger than they."""
        return self.adding.format(a=whole_number)


DUCKDB = Dialect("DuckDB")
POSTGRESQL = Dialect(
    "PostgreSQL",
    double_type="DOUBLE PRECISION",
    text_type="TEXT",
    division="div({a}, {b})",
    remainder="mod({a}, {b})",
    not_a_number="({number} = CAST('NaN' AS DOUBLE PRECISION))",
    matching="{text} ~ {pattern}",
    trimming="btrim({text}, {spaces})",
    collation=' COLLATE "C"',
)
SPARK = Dialect(
    "Spark",
    quotation="`",
    text_type="STRING",
    adding="SUM(CAST({a} AS DECIMAL(19,0)))",
    division="({a} div {b})",
    matching="{text} RLIKE {pattern}",
    listing="array_join(array_sort(collect_list({text})), ',')",
    trimming="trim(BOTH {spaces} FROM {text})",
    backslashes=True,
)
