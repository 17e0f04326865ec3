"""Finding the way in the tree: node i has the children 2i and 2i + 1, leaf 0 is node `first_leaf`."""

from __future__ import annotations

from ...compilation import njit_inner

# A walk keeps at most two entries for every level it has gone down.
DEPTH = 256


@njit_inner
def leaves_below(node, first_leaf, leaves):
    """The range of leaves below a node, empty where the node is."""
    low, high = node, node + 1
    while low < first_leaf:
        low, high = 2 * low, 2 * high
    return min(low - first_leaf, leaves), min(high - first_leaf, leaves)


@njit_inner
def next_on_the_way(node, top):
    """The child of a node above `top` that is `top` or above it."""
    while top > 2 * node + 1:
        top //= 2
    return top


@njit_inner
def put(stack, depth, *entry):
    for column in range(len(entry)):
        stack[depth, column] = entry[column]
