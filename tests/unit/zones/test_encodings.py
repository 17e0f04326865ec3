"""Encodings told by bytes: every Korean text must come back as it was, whatever the file says of itself."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.encodings import (
    CP949,
    UTF_8,
    codec_of,
    decode,
    find_encoding,
    read_header,
    repaired,
)
from innovation_clusters.analysis.zones.guesses import Confidence, Guess

HANGUL = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
NAMES = st.text(st.one_of(HANGUL, st.characters(min_codepoint=32, max_codepoint=126)), max_size=20)


def codes(guess: Guess) -> list[str]:
    return [fact.code for fact in guess.facts]


@given(st.lists(NAMES, min_size=1, max_size=12))
def test_utf_8_is_never_taken_for_anything_else(names: list[str]) -> None:
    assert find_encoding([name.encode() for name in names])[0] == UTF_8


@given(st.lists(st.text(HANGUL, min_size=2, max_size=20), min_size=6, max_size=12, unique=True))
def test_cp949_is_found_by_a_handful_of_names(names: list[str]) -> None:
    encoding, guess = find_encoding([name.encode("cp949") for name in names])
    assert encoding == CP949
    assert [decode(name.encode("cp949"), encoding) for name in names] == names
    assert guess.confidence in (Confidence.CERTAIN, Confidence.PROBABLE)


def test_letters_that_both_encodings_read_are_decided_by_hangul() -> None:
    """Some syllables of CP949 are, byte for byte, letters of another script in UTF-8."""
    undecided = 0
    for syllable in map(chr, range(0xAC00, 0xD7A4)):
        raw = syllable.encode("cp949")
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        undecided += 1
        assert find_encoding([raw])[0] == CP949, syllable
    assert undecided > 100


@given(st.text(HANGUL, min_size=1, max_size=40), st.integers(min_value=1, max_value=80))
def test_a_text_cut_within_a_character_loses_that_character_alone(name: str, width: int) -> None:
    for encoding in ("utf-8", "cp949"):
        raw = name.encode(encoding)[:width]
        assert name.startswith(decode(raw, encoding)), raw
        assert len(decode(raw, encoding).encode(encoding)) > len(raw) - 3


def test_nothing_but_ascii_is_no_question() -> None:
    encoding, guess = find_encoding([b"Seoul", b""])
    assert (encoding, guess.confidence, codes(guess)) == (UTF_8, Confidence.CERTAIN, ["ascii"])
    assert find_encoding([])[0] == UTF_8


@pytest.mark.parametrize("declared", ["UTF-8", "65001", "utf8"])
def test_a_cpg_that_is_wrong_is_not_believed(declared: str) -> None:
    encoding, guess = find_encoding(["가상대전국가".encode("cp949")], declared=declared)
    assert encoding == CP949
    assert "cpg_wrong" in codes(guess)
    assert guess.confidence == Confidence.PROBABLE


def test_a_cpg_of_latin_1_reads_everything_and_is_not_believed_where_hangul_is_there() -> None:
    encoding, guess = find_encoding(["가상대전국가".encode("cp949")], declared="88591")
    assert encoding == CP949
    assert "cpg_wrong" in codes(guess)


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("CP949", "cp949"), ("949", "cp949"), ("EUC-KR", "cp949"), ("UTF-8", "utf-8"), ("ANSI 949", "cp949")],
)
def test_a_cpg_that_is_true_is_believed(declared: str, codec: str) -> None:
    encoding, guess = find_encoding(["똠방각하".encode(codec)], declared=declared)
    assert encoding == codec_of(declared)
    assert codes(guess)[0] == "cpg"
    assert guess.confidence == Confidence.CERTAIN


def test_a_cpg_that_is_no_encoding_is_told() -> None:
    encoding, guess = find_encoding(["가상대전국가".encode("cp949")], declared="KOREAN 2?")
    assert encoding == CP949
    assert codes(guess)[0] == "cpg_unknown"


def test_syllables_outside_euc_kr_are_read() -> None:
    """CP949 has 8,822 syllables that EUC-KR has not; strict EUC-KR would fail on them."""
    with pytest.raises(UnicodeDecodeError):
        "똠방각하".encode("cp949").decode("euc_kr")
    assert codec_of("EUC-KR") == CP949


def test_mixed_encodings_are_doubtful() -> None:
    texts = ["대덕연구개발특구".encode("cp949")] * 3 + ["오송첨단의료복합단지".encode()]
    encoding, guess = find_encoding(texts)
    assert encoding == CP949
    assert guess.confidence == Confidence.DOUBTFUL
    assert guess.facts[-1].values == {"encoding": CP949, "read": 3, "texts": 4}


def test_a_chosen_encoding_is_taken_as_it_is() -> None:
    encoding, guess = find_encoding(["가".encode("cp949")], chosen="utf-8")
    assert (encoding, guess.confidence) == (UTF_8, Confidence.GIVEN)


@pytest.mark.parametrize("name", ["klingon", "base64", "hex", "zip"])
def test_an_encoding_nobody_knows_is_an_error(name: str) -> None:
    with pytest.raises(InputError, match="is not known; use UTF-8 or CP949"):
        codec_of(name)


@given(st.lists(st.text(HANGUL, min_size=2, max_size=12), min_size=4, max_size=9))
def test_what_was_read_as_latin_1_is_read_again(names: list[str]) -> None:
    broken = [name.encode("cp949").decode("latin-1") for name in names]
    mended, encoding = repaired([*broken, "ascii"])
    assert (mended, encoding) == ([*names, "ascii"], CP949)


@pytest.mark.parametrize("texts", [["Düsseldorf", "Montréal"], ["대전", "Seoul"], ["plain"], []])
def test_what_was_read_well_stays(texts: list[str]) -> None:
    assert repaired(texts) == (texts, "")


def header(rows: int, header_size: int = 65, row_size: int = 11, driver: int = 0) -> bytes:
    start = struct.pack("<BBBBIHH", 3, 126, 1, 1, rows, header_size, row_size)
    return start + bytes(17) + bytes([driver]) + bytes(2)


def test_header_of_a_table() -> None:
    found = read_header(header(4, driver=0x4E), 65 + 4 * 11 + 1, "x.dbf")
    assert (found.rows, found.header_size, found.row_size, found.driver) == (4, 65, 11, 0x4E)


@pytest.mark.parametrize(
    ("head", "size", "sentence"),
    [
        (b"", 0, "is no DBF table: it has 0 bytes"),
        (header(4)[:20], 20, "is no DBF table: it has 20 bytes"),
        (header(4, header_size=0), 200, "its header is damaged"),
        (header(4, row_size=0), 200, "its header is damaged"),
        (header(4), 65 + 3 * 11, "its header tells of 4 rows, 3 are there"),
        (header(4), 60, "its header tells of 4 rows, 0 are there"),
        (header(4_000_000_000), 65 + 44, "tells of 4000000000 rows, 4 are there"),
    ],
)
def test_a_broken_table_is_one_sentence(head: bytes, size: int, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        read_header(head, size, "x.dbf")
    assert sentence in str(caught.value)
    assert "x.dbf" in str(caught.value)
