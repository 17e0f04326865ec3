"""What a printed page says of where its data is from."""

from __future__ import annotations

from innovation_clusters.processing_algorithms.outputs.map_notes import named_sources


def test_sources_are_named_once_and_by_what_they_are() -> None:
    unnamed = dict.fromkeys(("INVENTORS", "AUTHORS", "DEALS"), "Address points")
    assert named_sources(unnamed) == ["inventors", "authors", "deals"]
    told = {"INVENTORS": "inventors", "AUTHORS": "papers.csv", "DEALS": "papers.csv"}
    assert named_sources(told) == ["inventors", "authors, deals (papers.csv)"]
    assert named_sources({}) == []
