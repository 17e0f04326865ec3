"""The whole method against a plain re-computation, and what must be conserved."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

import numpy as np
import pytest
from sklearn.cluster import DBSCAN

from innovation_clusters.analysis.at_source.answers import LabelledPlaces, Patterns, Places
from innovation_clusters.analysis.at_source.engine import Engine
from innovation_clusters.analysis.at_source.records import RecordsAtSource
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.counting import Counting, Source, make_source, record_full_counts
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.merging import Edge, Merging, Outcome
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.naming import Gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.analysis.sums import Sums
from innovation_clusters.analysis.texts import code_texts

NOWHERE = Gazetteer(*(np.empty(0, dtype=object),) * 2, *(np.empty(0),) * 3)

CENTRES = np.array([[127.0, 37.5], [127.4, 36.3], [129.0, 35.1], [-122.0, 37.4], [179.99, -17.0]])


class EngineOfDictionaries:
    """Counts records one by one; `of_row` is the group of every row of its source."""

    def __init__(self, source: Source, of_row: np.ndarray) -> None:
        self.source, self.of_row = source, of_row
        self.asked = 0

    def patterns(self, table: object, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        self.asked += 1
        label, economy = labelled.label, labelled.economy
        assert economy is not None
        made_of: dict[int, dict[tuple[int, int], float]] = defaultdict(lambda: defaultdict(float))
        assert self.source.record is not None
        for row, record in enumerate(self.source.record.tolist()):
            group = self.of_row[row]
            made_of[record][int(label[group]), int(economy[group])] += float(self.source.addresses[row])
        times = Counter(
            (float(whole), tuple(sorted(made_of[record].items())))
            for record, whole in enumerate(self.source.whole)
            if whole
        )
        entries = [(number, *place, count) for number, key in enumerate(times) for place, count in key[1]]
        columns = [np.array(column) for column in zip(*entries, strict=True)]
        whole = np.array([key[0] for key in times])
        return Patterns(whole, np.array(list(times.values())), *columns)

    def full_counts(self, table: object, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        each = record_full_counts(self.source.record, self.source.addresses, labelled.label[self.of_row])
        return Sums(each).add_up(self.of_row, labelled.label.size)


def groups_of(source: Source) -> tuple[Source, EngineOfDictionaries]:
    """Return a source of groups of rows, in the order of their first row, and who knows their records."""
    key = np.column_stack([source.longitude, source.latitude, source.organisation.code, source.economy.code])
    _, first, of_row = np.unique(key, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    first, of_row = first[order], np.argsort(order)[of_row.ravel()]
    engine = EngineOfDictionaries(source, of_row)
    groups = make_source(
        source.metric,
        source.longitude[first],
        source.latitude[first],
        addresses=np.bincount(of_row, source.addresses).astype(float),
        count=source.fraction.add_up(of_row, first.size),
        economy=source.economy.select(first),
        organisation=source.organisation.select(first),
        elsewhere=RecordsAtSource(
            cast("Engine", engine), cast("TableAtSource", None), cast("Places", None), np.arange(first.size)
        ),
    )
    return groups, engine


def make_sources(generator: np.random.Generator) -> list[Source]:
    """Records over five clusters, one of them across the antimeridian, and a tenth of noise."""
    sources = []
    for metric, count in (("patents", 900), ("publications", 1500), ("deals", 200)):
        at = CENTRES[generator.integers(0, len(CENTRES), count)] + generator.normal(0, 0.05, (count, 2))
        anywhere = np.column_stack([generator.uniform(-180, 180, count), generator.uniform(-60, 70, count)])
        at = np.where((generator.random(count) < 0.1)[:, None], anywhere, at)
        longitude = np.round((at[:, 0] + 180) % 360 - 180, 2)
        sources.append(
            make_source(
                metric,
                longitude,
                np.round(at[:, 1], 2),
                addresses=generator.integers(1, 4, count).astype(float),
                record=generator.integers(0, count // 3, count),
                economy=code_texts(np.where(longitude > 0, "KR", "US").astype(object)),
                organisation=code_texts(
                    np.array([f"firm {i}" for i in generator.integers(0, 9, count)], dtype=object)
                ),
            )
        )
    return sources


TOTALS = {"patents": 10_000.0, "publications": 20_000.0, "deals": 5_000.0}
PARAMETERS = Parameters(15_000.0, 60.0, totals=TOTALS)


def test_against_a_plain_computation() -> None:
    """Clusters of scikit-learn on projected points (far from ties), records divided in dictionaries."""
    sources = make_sources(np.random.default_rng(0))
    atlas = find_clusters(sources, PARAMETERS, NOWHERE)

    longitude, latitude = (
        np.concatenate([getattr(s, name) for s in sources]) for name in ("longitude", "latitude")
    )
    density_weight = {"patents": 1.0, "publications": AUTHOR_WEIGHT, "deals": 0.0}
    weights = np.concatenate([source.addresses * density_weight[source.metric] for source in sources])
    labels = (
        DBSCAN(eps=15_000.0 / 6_371_008.8, min_samples=60, metric="haversine", algorithm="ball_tree")
        .fit(np.radians(np.column_stack([latitude, longitude])), sample_weight=weights)
        .labels_
    )
    assert labels.max() + 1 == len(atlas.clusters) == atlas.mergers.unmerged == 5
    counts: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    start = 0
    for source in sources:
        for label, fraction in zip(labels[start : start + len(source)], source.fraction.value, strict=True):
            counts[int(label)][source.metric] += fraction
        start += len(source)
    scores = {
        label: sum(100.0 * count / TOTALS[metric] for metric, count in parts.items())
        for label, parts in counts.items()
        if label >= 0
    }
    order = sorted(scores, key=lambda label: -scores[label])
    np.testing.assert_allclose(atlas.clusters.score, [scores[label] for label in order], rtol=1e-9)
    assert atlas.clusters.rank.tolist() == [1, 2, 3, 4, 5]
    assert atlas.clusters.identifier.tolist() == [label + 1 for label in order]
    for place, metric in enumerate(("patents", "publications", "deals")):
        np.testing.assert_allclose(
            atlas.clusters.counts[:, place], [counts[label][metric] for label in order], rtol=1e-9
        )


def test_every_record_is_in_a_cluster_or_in_the_noise() -> None:
    sources = make_sources(np.random.default_rng(1))
    atlas = find_clusters(sources, PARAMETERS, NOWHERE)
    noise = atlas.sites.cluster < 0
    for place, source in enumerate(sources):
        assert atlas.sites.addresses[:, place].sum() == pytest.approx(source.addresses.sum())
        assert atlas.clusters.counts[:, place].sum() < source.records
    assert atlas.clusters.addresses.sum() + atlas.sites.addresses[noise].sum() == pytest.approx(
        sum(source.addresses.sum() for source in sources)
    )
    assert atlas.clusters.sites.sum() + noise.sum() == len(atlas.sites)


def test_order_of_rows_does_not_change_the_ranking() -> None:
    sources = make_sources(np.random.default_rng(2))
    generator = np.random.default_rng(3)
    shuffled = []
    for source in sources:
        order = generator.permutation(len(source))
        columns = ("longitude", "latitude", "addresses", "record")
        moved = {name: getattr(source, name)[order] for name in columns}
        texts = {
            name: getattr(source, name).select(order) for name in ("economy", "organisation", "fraction")
        }
        shuffled.append(replace(source, **moved, **texts))
    straight, mixed = (find_clusters(each, PARAMETERS, NOWHERE).clusters for each in (sources, shuffled))
    np.testing.assert_array_equal(straight.score, mixed.score)
    np.testing.assert_array_equal(straight.counts, mixed.counts)
    assert straight.leaders == mixed.leaders
    assert straight.leaders_by_metric == mixed.leaders_by_metric


@pytest.mark.parametrize("counting", Counting)
@pytest.mark.parametrize("seed", [7, 8])
def test_records_that_are_elsewhere_give_the_same_atlas(seed: int, counting: Counting) -> None:
    """Sites, counts, ranks, mergers by ties, collaboration: whether rows are there or asked about."""
    sources = make_sources(np.random.default_rng(seed))
    groups, engines = zip(*map(groups_of, sources), strict=True)
    # Seoul and Daejeon are close enough here to be a proposal that ties decide.
    parameters = Parameters(15_000.0, 60.0, Merging(150_000.0), totals=TOTALS, counting=counting)
    by_rows, by_groups = (find_clusters(each, parameters, NOWHERE) for each in (sources, groups))
    assert by_rows.mergers.proposals
    assert by_rows.collaboration.ties
    assert_same(by_rows, by_groups)
    # The ties before merging tell those after it, and the reach: no engine is asked again.
    assert [engine.asked for engine in engines] == [1, 1, 1]


def assert_same(one: Any, other: Any) -> None:
    """Hold dataclasses, arrays, lists and numbers against each other, to the last digit."""
    if is_dataclass(one):
        for each in fields(one):
            assert_same(getattr(one, each.name), getattr(other, each.name))
    elif isinstance(one, np.ndarray):
        np.testing.assert_array_equal(one, other)
    elif isinstance(one, list | tuple):
        assert len(one) == len(other)
        for pair in zip(one, other, strict=True):
            assert_same(*pair)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_same(one[key], other[key])
    else:
        np.testing.assert_equal(one, other)


def test_a_cluster_across_the_antimeridian_is_one() -> None:
    atlas = find_clusters(make_sources(np.random.default_rng(4)), PARAMETERS, NOWHERE)
    fiji = [np.unique(np.sign(atlas.sites.longitude[atlas.sites.cluster == k])).size for k in range(5)]
    assert sorted(fiji) == [1, 1, 1, 1, 2]


ROW_OF_THREE = np.repeat([127.0, 127.2, 127.4], [100, 120, 100])


def test_close_clusters_are_merged_and_told() -> None:
    """Without records there are no ties: distance alone decides, and the run says so."""
    source = make_source("patents", ROW_OF_THREE, np.full(320, 37.0))
    apart = find_clusters([source], Parameters(15_000.0, 50.0, Merging(0.0)), NOWHERE)
    joined = find_clusters([source], Parameters(15_000.0, 50.0, Merging(20_000.0)), NOWHERE)
    assert (len(apart.clusters), len(joined.clusters)) == (3, 1)
    mergers = joined.mergers
    assert [(each.smaller, each.larger, each.chain) for each in mergers.proposals] == [(0, 1, 1), (2, 1, 1)]
    assert (mergers.unmerged, mergers.by_ties) == (3, False)
    assert mergers.position == {0: 0, 1: 0, 2: 0}
    assert mergers.names[0] == ("37.00, 127.00", "37.00, 127.00")
    assert joined.clusters.counts[0, 0] == 320.0


def test_close_clusters_are_merged_where_they_work_together() -> None:
    """The first shares records with the second, the third with nobody; a pair can be switched off."""
    record = np.arange(320)
    record[100:150] = np.arange(50)
    source = make_source(
        "patents", ROW_OF_THREE, np.full(320, 37.0), record=np.unique(record, return_inverse=True)[1]
    )
    atlas = find_clusters([source], Parameters(15_000.0, 50.0, Merging(20_000.0)), NOWHERE)
    assert [each.outcome for each in atlas.mergers.proposals] == [Outcome.MERGED, Outcome.UNTIED]
    assert atlas.mergers.by_ties
    assert atlas.clusters.counts[:, 0].tolist() == [170.0, 100.0]
    kept = Merging(20_000.0, kept_apart=[(1, 0)])
    apart = find_clusters([source], Parameters(15_000.0, 50.0, kept), NOWHERE)
    assert [each.outcome for each in apart.mergers.proposals] == [Outcome.SWITCHED_OFF, Outcome.UNTIED]
    assert len(apart.clusters) == 3
    by_distance = find_clusters([source], Parameters(15_000.0, 50.0, Merging(20_000.0, measure="")), NOWHERE)
    assert len(by_distance.clusters) == 1


def test_edges_of_core_places_are_farther_apart() -> None:
    """Border places of two clusters touch, their core places do not."""
    longitude = np.concatenate([np.repeat([126.9, 127.0, 127.4, 127.5], 60), [127.15, 127.25]])
    source = make_source("patents", longitude, np.full(longitude.size, 37.0))

    def clusters(edge: Edge) -> int:
        parameters = Parameters(15_000.0, 100.0, Merging(10_000.0, edge))
        return len(find_clusters([source], parameters, NOWHERE).clusters)

    assert (clusters(Edge.PLACES), clusters(Edge.CORE)) == (1, 2)


def test_in_full_a_record_counts_for_every_cluster() -> None:
    longitude = np.repeat([10.0, 20.0], 60)
    source = make_source("patents", longitude, np.zeros(120), record=np.tile(np.arange(60), 2))
    full = find_clusters([source], Parameters(15_000.0, 10.0, counting=Counting.FULL), NOWHERE)
    assert full.clusters.counts[:, 0].tolist() == [60.0, 60.0]
    assert full.clusters.shares[:, 0].tolist() == [100.0, 100.0]
    divided = find_clusters([source], Parameters(15_000.0, 10.0), NOWHERE)
    assert divided.clusters.counts[:, 0].tolist() == [30.0, 30.0]


def test_collapsed_input_gives_the_same() -> None:
    """A row per site and organisation with its addresses and fractions, in place of a row per address."""
    sources = make_sources(np.random.default_rng(6))
    collapsed = []
    for source in sources:
        key = np.column_stack(
            [source.longitude, source.latitude, source.organisation.code, source.economy.code]
        )
        _, first, of_row = np.unique(key, axis=0, return_index=True, return_inverse=True)
        of_row = of_row.ravel()
        collapsed.append(
            make_source(
                source.metric,
                source.longitude[first],
                source.latitude[first],
                addresses=np.bincount(of_row, source.addresses).astype(float),
                count=source.fraction.add_up(of_row, first.size),
                economy=source.economy.select(first),
                organisation=source.organisation.select(first),
            )
        )
    merging = Merging(0.0)
    parameters = Parameters(15_000.0, 60.0, merging, totals=TOTALS)
    one, other = (find_clusters(each, parameters, NOWHERE).clusters for each in (sources, collapsed))
    assert len(one) == 5
    # Clusters are numbered by the order of the input, which is another.
    for name in ("rank", "tier", "economies", "counts", "shares", "score", "focus", "sites", "addresses"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert [name for name, _ in one.leaders] == [name for name, _ in other.leaders]


def test_leading_organisations_by_metric_are_of_that_metric() -> None:
    firms = code_texts(np.array(["A Ltd", "a", "B"], dtype=object))
    source = make_source("patents", np.zeros(3), np.zeros(3), organisation=firms)
    schools = code_texts(np.array(["C", "C", None, None], dtype=object))
    authors = make_source("publications", np.zeros(4), np.zeros(4), organisation=schools)
    clusters = find_clusters([source, authors], Parameters(1.0, 1.0), NOWHERE).clusters
    [(name, share)] = clusters.leaders
    assert (name, round(share, 6)) == ("A Ltd", 33.333333)
    patents, publications, deals = clusters.leaders_by_metric
    assert (patents[0][0], round(patents[0][1], 6)) == ("A Ltd", 66.666667)
    assert list(publications) == [("C", 50.0)]
    assert deals[0][0] == ""


def test_leading_fields_by_metric() -> None:
    """A record with two fields counts half for each; shares are of what states a field."""
    fields = code_texts(np.array(["A61B; H04L", "H04L", "A61B", None], dtype=object))
    source = make_source(
        "patents", np.zeros(4), np.zeros(4), field=fields, addresses=np.array([1.0, 1, 1, 9])
    )
    clusters = find_clusters([source], Parameters(1.0, 1.0), NOWHERE).clusters
    assert clusters.fields_by_metric[0] == [("A61B", 50.0)]
    assert clusters.fields_by_metric[1][0][0] == ""


def test_what_clusters_share_is_told_of_the_clusters_as_they_are_ranked() -> None:
    """Two of ten records of the second cluster are shared with the first, one of them abroad."""
    longitude = np.repeat([10.0, 20.0], [20, 10])
    record = np.concatenate([np.arange(20), np.arange(20, 28), [0, 1]])
    economy = np.where(longitude < 15.0, "AA", "BB").astype(object)
    economy[-1] = "AA"
    source = make_source("patents", longitude, np.zeros(30), record=record, economy=code_texts(economy))
    shared = find_clusters([source], Parameters(1.0, 5.0), NOWHERE).collaboration
    [ties] = shared.ties.values()
    assert ties.shared[:, 0].tolist() == [2.0]
    assert shared.economies_known
    assert shared.reach[0].shared[:2].tolist() == [2, 2]
    assert shared.reach[0].international[:2].tolist() == [1, 1]


def test_totals_left_out_are_the_inputs_own() -> None:
    source = make_source("deals", np.zeros(10), np.zeros(10))
    parameters = Parameters(1000.0, 5.0, address_weights={"deals": 1.0})
    atlas = find_clusters([source], parameters, NOWHERE)
    assert atlas.clusters.shares[0, 2] == atlas.clusters.score[0] == 100.0
    assert np.isnan(atlas.totals[:2]).all()


def test_deals_out_of_the_density_form_no_cluster_but_are_counted() -> None:
    inventors = make_source("patents", np.zeros(10), np.zeros(10))
    deals = make_source("deals", np.array([0.05] * 500 + [60.0] * 500), np.zeros(1000))
    atlas = find_clusters([inventors, deals], Parameters(15_000.0, 10.0), NOWHERE)
    assert len(atlas.clusters) == 1
    assert atlas.clusters.counts[0, 2] == 500.0


def test_economy_by_place_where_it_is_not_stated() -> None:
    source = make_source("patents", np.repeat([10.0, 10.05], 60), np.zeros(120))
    atlas = find_clusters(
        [source],
        Parameters(15_000.0, 10.0),
        NOWHERE,
        lambda longitude, latitude: np.where(longitude > 10.01, "BB", "AA").astype(object),
    )
    assert atlas.clusters.economies == ["AA/BB"]


def test_the_economy_of_noise_is_known_too() -> None:
    """A cluster's record with an address in the noise abroad is international."""
    longitude = np.array([10.0] * 20 + [50.0])
    record = np.append(np.arange(20), 0)
    source = make_source("patents", longitude, np.zeros(21), record=record)
    reach = find_clusters(
        [source],
        Parameters(15_000.0, 10.0),
        NOWHERE,
        lambda east, north: np.where(east > 20.0, "BB", "AA").astype(object),
    ).collaboration.reach[0]
    assert (reach.shared[0], reach.international[0]) == (1, 1)


def test_nothing_is_dense_enough() -> None:
    atlas = find_clusters(
        [make_source("patents", np.arange(5.0), np.zeros(5))], Parameters(1.0, 2.0), NOWHERE
    )
    assert len(atlas.clusters) == 0
    assert (atlas.sites.cluster == -1).all()


def test_a_total_below_the_input_is_refused_before_the_clustering() -> None:
    source = make_source("patents", np.zeros(10), np.zeros(10))
    with pytest.raises(InputError, match="smaller") as caught:
        find_clusters([source], Parameters(1.0, 1.0, totals={"patents": 9.0}), NOWHERE)
    assert caught.value.parameter == "total_patents"
    with pytest.raises(InputError, match="once"):
        find_clusters([source, source], Parameters(1.0, 1.0), NOWHERE)
    with pytest.raises(InputError, match="at least one"):
        find_clusters([], Parameters(1.0, 1.0), NOWHERE)
