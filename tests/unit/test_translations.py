"""Every text that users read has a translation, and the translation holds the same values."""

from __future__ import annotations

import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def _load_script() -> ModuleType:
    specification = importlib.util.spec_from_file_location(
        "translations_script", ROOT / "scripts" / "translations.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


script = _load_script()
LANGUAGES = sorted(script.LANGUAGES)


def _values(text: str) -> list[str]:
    """Return the placeholders of a text, their formats included."""
    return sorted(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_what_update_would_write(language: str, tmp_path: Path) -> None:
    path = script.path_of(language)
    fresh = tmp_path / path.name
    script.write(fresh, script.LANGUAGES[language], script.collect(), script.read(path))
    assert fresh.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), "run `make translations`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_translate(language: str) -> None:
    translations = script.read(script.path_of(language))
    assert len(translations) > 300
    assert [text for text, translation in translations.items() if not translation.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_values(language: str) -> None:
    for text, translation in script.read(script.path_of(language)).items():
        assert _values(translation) == _values(text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_figures(language: str) -> None:
    """A number in a sentence is a fact: 15 km must not become 13 km on the way into another language."""
    for text, translation in script.read(script.path_of(language)).items():
        # Spelt out or written with a unit of its own: one per cent, 1 to 3, 100,000 people.
        if text.startswith(("Places that name clusters", "How many addresses", "A numeric field")):
            continue
        for figure in re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\{[^}]*\}", "", text)):
            if figure not in ("0", "1"):
                assert figure in translation or text == "Beyond rank 100", f"{figure}: {text}"


def test_korean_is_korean() -> None:
    translations = script.read(script.path_of("ko"))
    not_korean = [
        text
        for text, translation in translations.items()
        # A value on its own, or with a sign, is the same in both.
        if re.search("[A-Za-z]", re.sub(r"\{[^}]*\}", "", text))
        and not re.search("[가-힣]", translation)
        and text not in ("en", "{words} and {last}")
    ]
    assert not_korean == []


# English words and the one Korean word that stands for each: QGIS's own where it has one, else that of the
# policy briefs. Where a text keeps the English word, it is the name of a field or a choice.
GLOSSARY = {
    "noise": "노이즈",
    "polygons?": "폴리곤",
    "rasters?": "래스터",
    "reference systems?": "좌표계",
    "expressions?": "표현식",
    "geometry": "도형",
    "features?": "피처",
    "parameters?": "파라미터",
    "inventors?": "발명자",
    "population": "인구",
    "intensity": "집약도",
    "designations?": "지정",
    "reports?": "보고서",
    "layouts?": "조판",
    "legend": "범례",
    "sites": "지점",
    "radius": "반경",
    "records": "레코드",
}
# Said in other words where they stand in a sentence of their own.
FREELY = (
    "With noise, %",
    "{sites} places hold",
    "One row per cluster: cluster_id; boundary",
    "Counts: the input with",
    "Distances are measured in a plane",
    "Diagnostics for bug reports",
    "Whole polygons",
)
NOT_OUR_WORDS = (
    *(
        "매개변수",
        "객체",
        "지오메트리",
        "모델 디자이너",
        "레이아웃",
        "잡음",
        "클러스터링",
        "반지름",
        "공간처리",
    ),
    *("해요", "세요.", "입니까?"),
)


def test_korean_words_are_those_of_qgis_and_of_the_briefs() -> None:
    problems = []
    for text, translation in script.read(script.path_of("ko")).items():
        sentence = re.sub(r"\{[^}]*\}|\([^)]*\)", "", text)
        is_tags = "," in text and " " not in text.replace(", ", ",").split(",")[0]
        if is_tags or text.startswith(FREELY) or not translation:
            continue
        for word, korean in GLOSSARY.items():
            found = re.search(rf"(?<![\w-]){word}(?![\w-]|:)", sentence, re.IGNORECASE)
            if found and korean not in translation and found[0].lower() not in translation.lower():
                problems.append(f"{found[0]} is not {korean}: {text} → {translation}")
        problems += [f"{word}: {translation}" for word in NOT_OUR_WORDS if word in translation]
    assert problems == []


def test_texts_come_from_code_styles_and_models() -> None:
    texts = script.collect()
    assert "processing_algorithms/innovationclusters.py" in texts["Innovation clusters"]
    # A sentence of the analysis, a legend label, an alias, a word of a map tip and one of a value map.
    assert "Weights must not be negative; the smallest is {smallest}." in texts
    for text in ("Rank 1–25", "Intensity rank", "Inventor addresses", "Border"):
        assert any(name.endswith(".qml") for name in texts[text]), text
    # A title, a label and the help of a parameter, and the label of an output.
    for text in ("Clusters step by step", "World total of the metric", "What the records are.", "Mergers"):
        assert any(name.endswith(".model3") for name in texts[text]), text


@pytest.mark.parametrize(
    "code",
    [
        'tr(f"{count} clusters")',
        'self.tr("clusters" + name)',
        'raise InputError("EPS", "too " + word)',
        'raise InputError("EPS", f"not {eps}")',
        'tr("{count} clusters".format(count=3))',
    ],
)
def test_a_computed_text_is_refused(code: str, tmp_path: Path) -> None:
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / "a.py").write_text(f"x = 1\n{code}\n", encoding="utf-8")
    with pytest.raises(script.TranslationError, match=r"analysis/a\.py:2"):
        script.collect(tmp_path)


def test_what_is_collected(tmp_path: Path) -> None:
    (tmp_path / "plugin").mkdir()
    (tmp_path / "plugin" / "a.py").write_text(
        'tr("one " "sentence")\nraise InputError("EPS", "wrong {eps}", eps=eps)\n'
        'require("shapely", tr("boundaries"))\nrequire("numba", "speed")\ntr(error.message)\nstr("none")\n',
        encoding="utf-8",
    )
    assert list(script.collect(tmp_path)) == ["one sentence", "wrong {eps}", "boundaries", "speed"]


def test_update_keeps_what_stays_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    script.write(path, "ko_KR", {"stays": ["a.py"], "goes": ["a.py"]}, {"stays": "남음", "goes": "사라짐"})
    script.write(path, "ko_KR", {"stays": ["b.py"], "new & <bold>": ["b.py"]}, script.read(path))
    assert script.read(path) == {"stays": "남음", "new & <bold>": ""}
    unfinished = ElementTree.parse(path).getroot().findall(".//translation[@type='unfinished']")
    assert len(unfinished) == 1


def test_compiling_makes_what_qt_reads(tmp_path: Path) -> None:
    try:
        script.lrelease()
    except script.TranslationError as error:
        pytest.skip(str(error))
    (made,) = script.compile_all(tmp_path)
    assert made.name == "innovation_clusters_ko.qm"
    # The magic number of Qt's compiled translations.
    assert made.read_bytes().startswith(bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd"))


def test_compiling_fails_with_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(script, "LRELEASE", ("no-such-lrelease",))
    with pytest.raises(script.TranslationError, match="qttools5-dev-tools"):
        script.compile_all(tmp_path)
