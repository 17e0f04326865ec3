"""The words of the pages about algorithms, in English and Korean, and the translator that fills the rest.

What algorithms say about themselves is translated in resources/i18n; here is only what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from innovation_clusters.scripts.translations import CONTEXT, path_of, read

LANGUAGES = ("en", "ko")

KOREAN = {
    "Algorithms": "알고리즘",
    "Parameters": "파라미터",
    "Parameter": "파라미터",
    "Outputs": "출력",
    "Output": "출력",
    "Label": "이름표",
    "Type": "유형",
    "Default": "기본값",
    "Meaning": "뜻",
    "Fields": "필드",
    "Field": "필드",
    "Example": "예",
    "What is refused": "거부되는 입력",
    "See also": "함께 볼 문서",
    "required": "필수",
    "empty": "비어 있음",
    "advanced": "고급",
    "points": "포인트",
    "lines": "라인",
    "polygons": "폴리곤",
    "layer": "레이어",
    "layer or table": "레이어 또는 테이블",
    "layers or tables": "레이어 또는 테이블 여러 개",
    "true or false": "참 또는 거짓",
    "reference system": "좌표계",
    "distance in metres": "거리(미터)",
    "extent": "범위",
    "file": "파일",
    "folder": "폴더",
    "print layout": "인쇄 조판",
    "number": "숫자",
    "whole number": "정수",
    "text": "문자열",
    "date and time": "날짜와 시간",
    "raster": "래스터",
    "several, separated by commas": "쉼표로 구분하여 여러 개",
    " or ": " 또는 ",
    "field of {parent}": "{parent}의 필드",
    "numeric field of {parent}": "{parent}의 숫자 필드",
    "text field of {parent}": "{parent}의 문자열 필드",
    "expression on {parent}": "{parent}에 대한 표현식",
    "{least} to {most}": "{least} 이상 {most} 이하",
    "at least {least}": "{least} 이상",
    "at most {most}": "{most} 이하",
    "Each is one sentence that names the parameter, before any work. What stands in braces is filled.": (
        "작업을 시작하기 전에 파라미터를 밝힌 한 문장으로 알려 드립니다. 중괄호에는 실제 값이 들어갑니다."
    ),
    "All algorithms": "모든 알고리즘",
    "What all of them refuse": "모든 알고리즘이 거부하는 입력",
}

INTRODUCTION = {
    "en": """\
A page for every algorithm. They are the same in the toolbox, in the model designer, in batch, from Python
(`processing.run`) and on the command line. Distances are metres, whatever the unit of the layer's reference
system, unless a parameter says degrees. What cannot be used is refused with one sentence that names the
parameter, before any work; a run that fails or is cancelled leaves no layer behind.

The examples work one after the other, from top to bottom of this list, in a checkout and on the bundled
modelled sample. Where the plugin is not installed in QGIS, put `scripts/env.sh` before `qgis_process`.

New here? The [tutorial](../tutorial.md) takes ten minutes.
""",
    "ko": """\
알고리즘마다 문서가 하나씩 있습니다. 공간 처리 툴박스, 모델 설계자, 일괄 처리,
Python(`processing.run`), 명령줄 어디에서 실행해도 같습니다. 각도로 지정하는 파라미터가 아니면 거리는
레이어 좌표계의 단위와 관계없이 미터입니다. 쓸 수 없는 입력은 작업을 시작하기 전에 파라미터를 밝힌 한
문장으로 거부하며, 실패하거나 취소한 실행은 레이어를 남기지 않습니다.

예는 이 목록의 위에서 아래로 차례대로, 저장소 폴더에서 함께 제공되는 모형 표본으로 실행됩니다. QGIS에
플러그인을 설치하지 않았으면 `qgis_process` 앞에 `scripts/env.sh`를 붙이십시오.

처음이면 10분이면 끝나는 [따라 하기](../../tutorial.ko.md)부터 보십시오.
""",
}


class UntranslatedError(Exception):
    """Ends the run with the texts that have no translation."""


def word(text: str, language: str) -> str:
    """Return a word of the pages in a language. Raises UntranslatedError where there is none."""
    if language == "en":
        return text
    if text not in KOREAN:
        raise UntranslatedError(f"page_words.py has no Korean for {text!r}")
    return KOREAN[text]


class FileTranslator(QTranslator):
    """Answers from the .ts file itself, so that the pages never lag behind it; notes what is not there."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._texts = read(path_of(language))
        self.missing: list[str] = []

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str | None, text: str | None, disambiguation: str | None = None, count: int = -1
    ) -> str:
        if context != CONTEXT or text is None:
            return ""
        if not self._texts.get(text) and text not in self.missing:
            self.missing.append(text)
        return self._texts.get(text, "")


@contextmanager
def speaking(language: str) -> Iterator[FileTranslator | None]:
    """Have `tr` answer in a language; algorithms made meanwhile speak it."""
    if language == "en":
        yield None
        return
    translator = FileTranslator(language)
    QCoreApplication.installTranslator(translator)
    try:
        yield translator
    finally:
        QCoreApplication.removeTranslator(translator)
