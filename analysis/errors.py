"""The two ways an analysis ends early: its input is wrong, or its user has had enough."""

from __future__ import annotations


class InputError(ValueError):
    """An argument that cannot be used.

    `parameter` is the argument's name; `message` one sentence with the mend, a template whose `{names}` stand
    in `values`, so that a caller with a translation can fill the translated sentence with the same values.
    Of arguments that there are for every table `table` is the parameter of the one that is meant.
    """

    def __init__(self, parameter: str, message: str, **values: object) -> None:
        self.parameter = parameter
        self.message = message
        self.values = values
        self.table = ""
        super().__init__(f"{parameter}: {message.format(**values)}")


class Cancelled(Exception):  # noqa: N818 (a wish, not an error)
    """The caller asked the analysis to stop; nothing was returned or written unless a message tells."""
