"""The help of a function, as QGIS sets that of its own in the expression builder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from qgis.PyQt.QtCore import QCoreApplication


@dataclass(frozen=True)
class Argument:
    """An argument by its name, with what it means."""

    name: str
    meaning: str
    optional: bool = False


@dataclass(frozen=True)
class Help:
    """What a function does, its arguments, expressions with their values, and on layers with what the values
    mean.
    """

    description: str
    arguments: Sequence[Argument]
    examples: Sequence[tuple[str, str]]
    on_layers: Sequence[tuple[str, str]]

    def html(self, function: str) -> str:
        """Return the page; texts are plain, and this makes them HTML."""
        called = "".join(
            ("[" if argument.optional else "")
            + ("," if position else "")
            + f'<span class="argument">{argument.name}</span>'
            + ("]" if argument.optional else "")
            for position, argument in enumerate(self.arguments)
        )
        remark = _qgis("[ ] marks optional components")
        optional = any(argument.optional for argument in self.arguments)
        meanings = "".join(
            f'<tr><td class="argument">{argument.name}</td><td>{escape(argument.meaning)}</td></tr>'
            for argument in self.arguments
        )
        examples = "".join(
            f"<li><code>{escape(expression)}</code> &rarr; <code>{escape(result)}</code></li>"
            for expression, result in self.examples
        )
        examples += "".join(
            f"<li><code>{escape(expression)}</code> &rarr; {escape(meaning)}</li>"
            for expression, meaning in self.on_layers
        )
        return (
            f"<h3>{_qgis('function')} {function}</h3>\n"
            f'<div class="description"><p>{escape(self.description)}</p></div>'
            f'<h4>{_qgis("Syntax")}</h4>\n<div class="syntax">\n'
            f'<code><span class="functionname">{function}</span>({called})</code>'
            + (f"<br/><br/>{remark}" if optional else "")
            + f"</div>\n<h4>{_qgis('Arguments')}</h4>\n"
            f'<div class="arguments"><table>{meanings}</table></div>\n'
            f'<h4>{_qgis("Examples")}</h4>\n<div class="examples"><ul>{examples}</ul></div>'
        )


def _qgis(text: str) -> str:
    """Return a word of QGIS's own pages in QGIS's own translation."""
    return QCoreApplication.translate("QgsExpression", text)
