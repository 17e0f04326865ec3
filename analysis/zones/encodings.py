"""In which encoding the texts of a file are, told by their bytes.

Korean portals write DBF files in CP949 (a superset of EUC-KR), most of them without saying so; newer ones
are UTF-8. UTF-8 is hardly ever right by chance, so it is tried first.
"""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from .guesses import Confidence, Fact, Guess, fact, given

UTF_8 = "UTF-8"
CP949 = "CP949"
KNOWN = (UTF_8, CP949)

# Names of Korean encodings in .cpg files that Python's codecs do not know, without case and punctuation.
_NAMES = {
    **dict.fromkeys(("949", "ansi949", "ms949", "windows949", "euckr", "ksc56011987", "ksc5601"), CP949),
    **dict.fromkeys(("65001", "utf8", "utf8bom", "unicodeutf8"), UTF_8),
    **{"88591": "ISO-8859-1", "ansi1252": "CP1252", "1252": "CP1252"},
}

# The language driver of a DBF header: 0x4E and 0x79 are Korean code pages (dBASE and FoxPro).
KOREAN_DRIVERS = frozenset({0x4E, 0x79})

# How a decoder says that a text ends within a character, as texts do that were cut to the width of a column.
_CUT = ("unexpected end of data", "incomplete multibyte sequence")

_HANGUL = re.compile("[가-힣]")
_LATIN_1 = re.compile("[\x80-\xff]")


@dataclass(frozen=True)
class Reading:
    """Texts in one encoding: how many of the `texts` that are not ASCII it reads, and with how much
    Hangul.
    """

    encoding: str
    texts: int
    read: int
    hangul: int

    @property
    def complete(self) -> bool:
        return self.read == self.texts


def codec_of(name: str, parameter: str = "ENCODING") -> str:
    """Return the usual name of an encoding; raises InputError where nobody knows it."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    known = _NAMES.get(plain)
    try:
        # Codecs such as base64 are no encodings of text.
        bytes(1).decode(known or name)
    except (LookupError, UnicodeDecodeError, ValueError):
        raise InputError(
            parameter, "The encoding {name} is not known; use UTF-8 or CP949.", name=name
        ) from None
    found = known or codecs.lookup(name).name.upper()
    # CP949 has all of EUC-KR, and syllables that files called EUC-KR have too.
    return CP949 if found == "EUC_KR" else found


def decode(text: bytes, encoding: str) -> str:
    """Return a text; a character that a cut has left incomplete at its end is dropped, what cannot be read
    becomes U+FFFD.
    """
    try:
        return text.decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason in _CUT:
            return text[: error.start].decode(encoding)
        return text.decode(encoding, errors="replace")


def read_as(texts: Sequence[bytes], encoding: str) -> Reading:
    """Count what an encoding makes of texts."""
    foreign = [text for text in texts if not text.isascii()]
    decoded = [decode(text, encoding) for text in foreign]
    read = [text for text in decoded if "�" not in text]
    return Reading(encoding, len(foreign), len(read), sum(len(_HANGUL.findall(text)) for text in read))


def find_encoding(
    texts: Sequence[bytes], *, declared: str = "", driver: int = 0, chosen: str = ""
) -> tuple[str, Guess]:
    """Return the encoding of texts and why.

    `declared` is what a .cpg says, `driver` the language driver of a DBF header, `chosen` what the user says.
    Raises InputError for a chosen encoding that nobody knows.
    """
    if chosen:
        encoding = codec_of(chosen)
        return encoding, _with(given("encoding", encoding), _counted(read_as(texts, encoding)))
    readings = [read_as(texts, encoding) for encoding in KNOWN]
    facts: list[Fact] = []
    stated = ""
    if declared:
        try:
            stated = codec_of(declared)
        except InputError:
            facts.append(fact("cpg_unknown", name=declared))
    if readings[0].texts == 0:
        return stated or UTF_8, Guess("encoding", stated or UTF_8, Confidence.CERTAIN, (fact("ascii"),))
    best = _best(readings)
    others = tuple(each.encoding for each in readings if each is not best and each.complete)
    if stated:
        reading = read_as(texts, stated)
        # A single-byte encoding reads anything, but never as Hangul.
        if reading.complete and (reading.hangul > 0 or not (best.complete and best.hangul)):
            facts += [fact("cpg", name=stated), _counted(reading)]
            return stated, Guess("encoding", stated, Confidence.CERTAIN, tuple(facts), others)
        facts.append(fact("cpg_wrong", name=stated, read=reading.read, texts=reading.texts))
    if driver in KOREAN_DRIVERS and best.encoding == CP949:
        facts.append(fact("dbf_korean"))
    facts.append(_counted(best))
    if not best.complete:
        confidence = Confidence.DOUBTFUL
    elif others or stated:
        confidence = Confidence.PROBABLE
    else:
        confidence = Confidence.CERTAIN
    return best.encoding, Guess("encoding", best.encoding, confidence, tuple(facts), others)


def _best(readings: Sequence[Reading]) -> Reading:
    """Return UTF-8 where it reads all, then CP949, then what reads most.

    A few two-byte letters of CP949 are by chance UTF-8 of another script: then Hangul decides.
    """
    utf_8, cp949 = readings
    if utf_8.complete and not (cp949.complete and cp949.hangul > utf_8.hangul):
        return utf_8
    return cp949 if cp949.complete or cp949.read >= utf_8.read else utf_8


def _counted(reading: Reading) -> Fact:
    return fact("texts_read", encoding=reading.encoding, read=reading.read, texts=reading.texts)


def _with(guess: Guess, *facts: Fact) -> Guess:
    return Guess(guess.question, guess.answer, guess.confidence, (*guess.facts, *facts), guess.alternatives)


def repaired(texts: Sequence[str]) -> tuple[list[str], str]:
    """Return texts that were read as Latin-1 as they were meant, and the encoding they are in.

    GDAL and QGIS do that to a DBF without a .cpg: 가상 arrives as °¡»ó. The texts are returned as they are,
    with no encoding, unless all that are not ASCII become readable, and Hangul.
    """
    suspect = [text for text in texts if not text.isascii()]
    if not suspect or not all(_LATIN_1.search(text) for text in suspect):
        return list(texts), ""
    try:
        raw = [text.encode("latin-1") for text in texts]
    except UnicodeEncodeError:
        return list(texts), ""
    best = _best([read_as(raw, encoding) for encoding in KNOWN])
    if not best.complete or best.hangul == 0:
        return list(texts), ""
    return [decode(text, best.encoding) for text in raw], best.encoding


@dataclass(frozen=True)
class TableHeader:
    """What the header of a DBF file says: rows, bytes of the header and of a row, the language driver."""

    rows: int
    header_size: int
    row_size: int
    driver: int


def read_header(head: bytes, size: int, name: str) -> TableHeader:
    """Read the first 32 bytes of a DBF file of `size` bytes; raises InputError where it is damaged or cut
    short.
    """
    if len(head) < 32:
        raise InputError(
            "INPUT", "{file} is no DBF table: it has {size} bytes; get the file again.", file=name, size=size
        )
    rows, header_size, row_size = struct.unpack_from("<IHH", head, 4)
    if header_size < 33 or row_size < 1:
        raise InputError(
            "INPUT", "{file} is no DBF table: its header is damaged; get the file again.", file=name
        )
    there = (size - header_size) // row_size if size > header_size else 0
    if there < rows:
        raise InputError(
            "INPUT",
            "{file} is cut short: its header tells of {rows} rows, {there} are there; get the file again.",
            file=name,
            rows=rows,
            there=max(0, there),
        )
    return TableHeader(rows, header_size, row_size, head[29])
