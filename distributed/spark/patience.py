"""How long a Spark Connect server that has fallen silent is asked again."""

from __future__ import annotations

import math
import time

from pyspark.sql.connect.client.retries import DefaultPolicy, RetryPolicyState

_SECONDS = 60.0
_LONGEST_PAUSE_MILLISECONDS = 5_000


class Patience(DefaultPolicy):
    """Asks the same question again for a minute: a server that was started anew knows nothing of the run any
    more. Once a question was given up, others are asked once each, such as to let go of what is kept.

    Spark's own policy asks for ten, and as long again for every question that follows.
    """

    def __init__(self, seconds: float = _SECONDS) -> None:
        super().__init__(max_retries=None, max_backoff=_LONGEST_PAUSE_MILLISECONDS)
        self.seconds = seconds
        self.given_up = False

    def to_state(self) -> RetryPolicyState:
        return _OfOneQuestion(self)


class _OfOneQuestion(RetryPolicyState):
    """Since when a question has no answer."""

    def __init__(self, patience: Patience) -> None:
        super().__init__(patience)
        self._patience = patience
        self._silent_since = self._last_failed = -math.inf

    def can_retry(self, exception: BaseException) -> bool:
        if self._patience.given_up or not super().can_retry(exception):
            return False
        now = time.monotonic()
        if now - self._last_failed > self._patience.seconds:
            # It is the first time, or the server has worked on it in between.
            self._silent_since = now
        self._last_failed = now
        self._patience.given_up = now - self._silent_since >= self._patience.seconds
        return not self._patience.given_up
