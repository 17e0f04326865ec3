"""What every function is: an indicator that QGIS calls row by row, with its arguments and its layer."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNode,
    QgsExpressionNodeFunction,
    QgsExpressionNodeLiteral,
)

from ...analysis.errors import InputError
from ...processing_algorithms.base import tr
from ...processing_algorithms.layers.nulls import is_null
from ...processing_algorithms.metadata import NAME
from .help import Help


class UnusableArgument(Exception):  # noqa: N818 (what the user is told, in one sentence)
    """Carries the translated sentence that QGIS shows as the evaluation error."""


@dataclass(frozen=True)
class Call:
    """One evaluation: the values of the arguments, None for NULL, and where they come from."""

    values: Sequence[Any]
    nodes: Sequence[QgsExpressionNode]
    context: QgsExpressionContext

    def number(self, position: int) -> float:
        """Return an argument as a number, NaN for NULL. Raises UnusableArgument."""
        value = self.values[position]
        if is_null(value):
            return math.nan
        try:
            return float(value)
        except (TypeError, ValueError):
            raise UnusableArgument(
                tr("{value} is not a number; give a number or a field of numbers.").format(value=value)
            ) from None

    def rank(self, position: int) -> int:
        """Return an argument as a rank, 0 for NULL and for what has none. Raises UnusableArgument."""
        number = self.number(position)
        if math.isnan(number):
            return 0
        if number < 0.0 or not number.is_integer():
            raise UnusableArgument(
                tr("{value} is not a rank; ranks are whole numbers from 1.").format(value=f"{number:g}")
            )
        return int(number)

    def is_left_out(self, position: int) -> bool:
        """Say whether an optional argument was not given at all, rather than a field that is NULL."""
        node = self.nodes[position]
        return isinstance(node, QgsExpressionNodeLiteral) and is_null(node.value())

    def of_layer(self, purpose: str, aggregate: str, made: Callable[[Any], Any]) -> Any:
        """Return what is made of an aggregate over the layer, which QGIS computes once for all its rows.

        Kept in the context, as QGIS keeps aggregates: handing the values of all rows to Python again for
        every row would take the square of their number. Raises UnusableArgument where the context has no
        layer, or QGIS finds the aggregate wrong.
        """
        if not self.context.hasVariable("layer"):
            raise UnusableArgument(tr("There is no layer here to look through; give all arguments."))

        def over_all_rows() -> Any:
            expression = QgsExpression(aggregate)
            value = expression.evaluate(self.context)
            if expression.hasEvalError():
                raise UnusableArgument(expression.evalErrorString())
            return made(value)

        return self.kept(f"{purpose}/{self.context.variable('layer_id')}/{aggregate}", over_all_rows)

    def kept(self, name: str, made: Callable[[], Any]) -> Any:
        """Return what is made at the first row and kept in the context for all others."""
        key = f"{NAME}/{name}"
        if not self.context.hasCachedValue(key):
            self.context.setCachedValue(key, _Kept(made()))
        return self.context.cachedValue(key).value


@dataclass(frozen=True, eq=False)
class _Kept:
    """Wraps what a context keeps: Qt would turn lists and dictionaries into its own, value by value."""

    value: Any


class Indicator(QgsExpressionFunction):
    """A function of the group of the plugin. NULL gives NULL; what cannot be used, one sentence."""

    def __init__(self, name: str, page: Help) -> None:
        parameters = [
            QgsExpressionFunction.Parameter(argument.name, argument.optional) for argument in page.arguments
        ]
        super().__init__(name, parameters, NAME, page.html(name))

    @abstractmethod
    def value_of(self, call: Call) -> float | str | None:
        """Return the value, None or NaN for NULL; UnusableArgument and InputError may be raised."""

    def func(
        self,
        values: Sequence[Any],
        context: QgsExpressionContext | None,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction,
    ) -> float | str | None:
        nodes = node.args().list()
        try:
            value = self.value_of(Call(values, nodes, context or QgsExpressionContext()))
        except UnusableArgument as error:
            parent.setEvalErrorString(f"{self.name()}: {error}")
            return None
        except InputError as error:
            parent.setEvalErrorString(f"{self.name()}: {tr(error.message).format(**error.values)}")
            return None
        if isinstance(value, float) and math.isnan(value):
            return None
        return value

    def usesGeometry(self, node: QgsExpressionNodeFunction) -> bool:
        return False

    def referencedColumns(self, node: QgsExpressionNodeFunction) -> set[str]:
        # Those of the arguments, which QGIS adds.
        return set()


def number_of(value: Any) -> float:
    try:
        return math.nan if is_null(value) else float(value)
    except (TypeError, ValueError):
        return math.nan
