"""What is known of the points, what is asked of them, and what is to be computed next.

Clusters of the newest pair of eps and minimum come first, then the picture of what the canvas has moved to,
then, while nothing else is asked, the curves against eps. A pair that is overtaken by the next one is
finished where that takes no longer than PATIENCE, so that clusters follow a slider while it is dragged; else
it is cancelled. Curves are cancelled at once and go on later. What they measure on the way, core distances
at this minimum and weights within this eps, makes the next moves quicker: it tells what is core.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...analysis.density.prepared import PreparedSites
from ...analysis.errors import InputError
from ...analysis.exploring import (
    CoreDistances,
    Known,
    NeighbourWeights,
    Sample,
    coarse_to_fine,
    core_distances,
    neighbour_weights,
    sample,
)
from ...analysis.parameter_proposal import KDistanceCurve
from ...processing_algorithms.base import tr
from .background import Arrival, Found, arrive, draw_found, find
from .picture import View
from .reading import ONE_LAYER, AskedLayer, sentence
from .working import Job, Worker

PATIENCE = 0.5
# Curves begin when a hand has rested for so long.
REST = 0.3

HALVINGS = 5
# After so many samples a curve has its shape, and that of k-distances is next.
_FIRST_SAMPLES = 17

_KEPT_CURVES = 3

READ, STEP, PICTURE = "read", "step", "picture"
# What is done while nothing is asked, and cancelled as soon as something is.
WEIGHTS, SAMPLE, K_DISTANCES = "weights", "sample", "k-distances"
IN_BETWEEN = (WEIGHTS, SAMPLE, K_DISTANCES)

# A pair that takes less needs no help.
_QUICK = 0.03


@dataclass
class Curves:
    """What is known at one minimum: the samples by eps, and core distances once they are measured."""

    samples: dict[float, Sample] = field(default_factory=dict)
    core_distances: CoreDistances | None = None

    @property
    def k_distances(self) -> KDistanceCurve | None:
        """The curve, None while it is not known."""
        return None if self.core_distances is None else self.core_distances.curve


class Exploration(QObject):
    """`arrived` brings an Arrival, `found` a Found, `drawn` the picture of the last clusters for another view
    and that view; `curves_grew` says that `curves` has more to show. `refused` brings a sentence. `unread`
    says that others have cancelled reading. `working` brings what is being done, empty for nothing.
    """

    arrived = pyqtSignal(object)
    found = pyqtSignal(object)
    drawn = pyqtSignal(object, object)
    curves_grew = pyqtSignal()
    refused = pyqtSignal(str)
    unread = pyqtSignal()
    working = pyqtSignal(str)
    progress = pyqtSignal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        self._worker.refused.connect(self._refuse)
        self._worker.failed.connect(self._fail)
        self._worker.stopped.connect(self._stop)
        self._worker.idle.connect(self._next)
        self._worker.progress.connect(self.progress)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.timeout.connect(self._next)
        self._asked: list[AskedLayer] | None = None
        self._is_addresses = True
        self.curves_wanted = True
        self._drop()

    def _drop(self) -> None:
        self.arrival: Arrival | None = None
        self.last: Found | None = None
        self._eps, self._minimum = 0.0, 0.0
        self._range = (0.0, 0.0)
        self._done: tuple[float, float] | None = None
        # Others have cancelled: nothing begins again by itself, or QGIS could not be closed.
        self._stopped = False
        self._view: View | None = None
        self._drawn: View | None = None
        self._running: tuple[float, float] | None = None
        self._curves: dict[float, Curves] = {}
        self._weights: NeighbourWeights | None = None
        # What went wrong once, and is not tried again.
        self._eps_without_weights: set[float] = set()
        self._minima_without_curves: set[float] = set()

    # What is asked

    def read(self, asked: Sequence[AskedLayer]) -> None:
        """Forget the points there are, and read others."""
        view = self._view
        self.forget()
        self._view = view
        self._asked = list(asked)
        self._is_addresses = bool(asked) and asked[0].parameter != ONE_LAYER
        self._next()

    def begin(self, arrival: Arrival) -> None:
        """Explore points that have been read."""
        self.arrival = arrival
        self._range = (arrival.limits.least_eps, arrival.limits.most_eps)
        self.arrived.emit(arrival)

    def move(self, eps: float, minimum: float) -> None:
        """Ask for the clusters of another pair."""
        self._eps, self._minimum = eps, minimum
        self._stopped = False
        self._resting.start(round(1000 * REST))
        self._next()

    def set_range(self, least: float, most: float) -> None:
        """Set from where to where curves go; those for another range are forgotten."""
        if (least, most) != self._range:
            self._range = (least, most)
            self._curves = {}
            self._next()

    def look(self, view: View | None) -> None:
        """Ask for pictures of another view, or for none."""
        if view is not None and view != self._view:
            self._stopped = False
        self._view = view
        if view is None:
            # Who looks again has nothing to show.
            self._drawn = None
        self._next()

    def forget(self) -> None:
        """Give up all there is, and what is being computed."""
        self._asked = None
        # Before the job hears of it: one that has not begun ends at once, and asks for the next.
        self._drop()
        self._worker.cancel()
        self.working.emit("")

    def pause(self) -> None:
        """Compute no more until something is asked again."""
        self.curves_wanted = False
        self._worker.cancel()

    def end(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self._resting.stop()
        self._asked = None
        self._drop()
        self._worker.end()

    @property
    def curves(self) -> Curves:
        """What is known at the present minimum."""
        return self._curves.get(self._minimum, Curves())

    # What is next

    def _next(self) -> None:
        if self._worker.kind:
            self._make_way()
            return
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self.working.emit(tr("Reading points…"))
            self._worker.start(
                READ,
                tr("Read points to explore parameters"),
                lambda monitor: arrive(asked, monitor),
                silent=False,
            )
            return
        arrival, last, view = self.arrival, self.last, self._view
        if arrival is None or self._stopped:
            self.working.emit("")
        elif self._wanted is not None:
            pair = self._running = self._wanted
            self.working.emit(tr("Clustering…"))
            colouring, known = None if last is None else last.colouring, self._known()
            self._start(STEP, lambda monitor: find(arrival, pair, known, colouring, view, monitor))
        elif view is not None and view != self._drawn and last is not None:
            self._start(PICTURE, lambda monitor: (draw_found(arrival, last, view, monitor), view))
        elif not self._next_curve(arrival.sites):
            self.working.emit("")

    def _start(self, kind: str, job: Job) -> None:
        self._worker.start(kind, tr("Explore parameters"), job)

    @property
    def _wanted(self) -> tuple[float, float] | None:
        """The pair that is still to be computed."""
        pair = (self._eps, self._minimum)
        return pair if min(pair) > 0.0 and pair != self._done else None

    def _make_way(self) -> None:
        """Cancel what runs where something more urgent waits."""
        kind = self._worker.kind
        step_waits = self.arrival is not None and self._wanted is not None
        picture_waits = self._view is not None and self._view != self._drawn
        if self._asked is not None or (kind in IN_BETWEEN and (step_waits or picture_waits)):
            self._worker.cancel()
        elif kind == STEP and self._wanted != self._running:
            left = PATIENCE - self._worker.seconds
            if left <= 0.0:
                self._worker.cancel()
            elif not self._resting.isActive() or self._resting.remainingTime() > 1000 * left:
                self._resting.start(max(1, round(1000 * left)))

    def _next_curve(self, sites: PreparedSites) -> bool:
        """Start on the next part of the curves; tell whether there is one to come."""
        (least, most), minimum = self._range, self._minimum
        wanted = self.curves_wanted and self.last is not None and 0.0 < least < most
        if not wanted or minimum in self._minima_without_curves:
            return False
        if self._resting.isActive():
            return True
        if self._weights_would_help():
            eps = self._eps
            self._start(WEIGHTS, lambda monitor: neighbour_weights(sites, eps, monitor))
            return True
        curves, known = self._curves_at(minimum), self._known()
        left = [eps for eps in coarse_to_fine(least, most, HALVINGS) if eps not in curves.samples]
        if curves.core_distances is None and len(left) <= 2**HALVINGS + 1 - _FIRST_SAMPLES:
            self.working.emit(tr("Measuring k-distances…"))
            self._start(K_DISTANCES, lambda monitor: core_distances(sites, minimum, most, monitor))
        elif left:
            eps = left[0]
            self.working.emit(tr("Drawing curves…"))
            self._start(SAMPLE, lambda monitor: (minimum, sample(sites, eps, minimum, known, monitor)))
        else:
            return False
        return True

    def _weights_would_help(self) -> bool:
        """Tell whether the weight around every site is worth measuring: for the next move of the minimum."""
        if self.last is None or self._eps in self._eps_without_weights:
            return False
        known = self._weights is not None and self._weights.eps == self._eps
        return not known and self.last.seconds > _QUICK

    def _known(self) -> list[Known]:
        """Return what makes the next clusterings quicker."""
        known: list[Known | None] = [self.curves.core_distances, self._weights]
        return [each for each in known if each is not None]

    def _curves_at(self, minimum: float) -> Curves:
        if minimum not in self._curves:
            while len(self._curves) >= _KEPT_CURVES:
                del self._curves[next(iter(self._curves))]
            self._curves[minimum] = Curves()
        return self._curves[minimum]

    # What has come

    def _take(self, kind: str, outcome: object) -> None:
        if kind == READ and isinstance(outcome, Arrival):
            self.begin(outcome)
        elif kind == STEP and isinstance(outcome, Found):
            self.last = outcome
            self._done = (outcome.outcome.eps, outcome.outcome.minimum)
            if outcome.pixels is not None:
                self._drawn = outcome.view
            self._curves_at(outcome.outcome.minimum).samples[outcome.outcome.eps] = Sample(
                outcome.outcome.eps, outcome.outcome.clusters, outcome.outcome.clustered
            )
            self.found.emit(outcome)
        elif kind == PICTURE and isinstance(outcome, tuple):
            pixels, view = outcome
            self._drawn = view
            self.drawn.emit(pixels, view)
        elif kind == SAMPLE and isinstance(outcome, tuple):
            minimum, part = outcome
            self._curves_at(minimum).samples[part.eps] = part
            self.curves_grew.emit()
        elif isinstance(outcome, CoreDistances):
            self._curves_at(outcome.minimum).core_distances = outcome
            self.curves_grew.emit()
        elif isinstance(outcome, NeighbourWeights):
            self._weights = outcome

    def _refuse(self, kind: str, error: InputError) -> None:
        self._give_up(kind)
        self.refused.emit(sentence(error, self._is_addresses))

    def _fail(self, kind: str) -> None:
        self._give_up(kind)
        self.refused.emit(tr("Something went wrong; the log messages say what."))

    def _stop(self, kind: str) -> None:
        self._stopped = True
        if kind == READ:
            self.unread.emit()

    def _give_up(self, kind: str) -> None:
        """Do not try again what cannot be done."""
        if kind == READ:
            self.arrival = None
        elif kind == STEP:
            self._done = self._running
        elif kind == PICTURE:
            self._drawn = self._view
        elif kind == WEIGHTS:
            self._eps_without_weights.add(self._eps)
        else:
            self._minima_without_curves.add(self._minimum)
