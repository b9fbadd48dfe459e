"""The order of layers: where a new map goes, so that it is seen."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeNode, QgsVectorLayer

from ..compat import POLYGON_GEOMETRY


def place_above(
    root: QgsLayerTreeGroup, imagery_id: str, hides: Callable[[QgsVectorLayer], bool]
) -> tuple[QgsLayerTreeGroup, int]:
    """Find where a map of an imagery is seen: right above it, and above the polygons over it that would hide the map.

    Args:
        root: The layer tree.
        imagery_id: The imagery's layer.
        hides: Whether a polygon layer would.

    Returns:
        A group and a position in it; the top of the tree where the imagery has gone.
    """
    node = root.findLayer(imagery_id)
    if node is None:
        return root, 0
    layers = root.findLayers()
    above = layers[: [layer.layerId() for layer in layers].index(imagery_id)]
    hiding = [other for other in above if other.isVisible() and _is_polygons(other) and hides(other.layer())]
    if not hiding:
        return node.parent(), node.parent().children().index(node)
    branch = _ancestors(hiding[0])
    shared = next(group for group in reversed(_ancestors(node)) if group in branch)
    return shared, shared.children().index(branch[branch.index(shared) + 1])


def is_hidden_by(root: QgsLayerTreeGroup, layer_id: str, other_id: str) -> bool:
    """Say whether a layer lies under another that is shown, so that this hides it where both lie."""
    order = [layer.id() for layer in root.layerOrder()]
    if layer_id not in order or other_id not in order:
        return False
    other = root.findLayer(other_id)
    return other is not None and other.isVisible() and order.index(layer_id) > order.index(other_id)


def _ancestors(node: QgsLayerTreeNode) -> list[QgsLayerTreeNode]:
    """Give a node with all that it is in, from the root down."""
    ancestors = [node]
    while ancestors[0].parent() is not None:
        ancestors.insert(0, ancestors[0].parent())
    return ancestors


def _is_polygons(node: QgsLayerTreeNode) -> bool:
    layer = node.layer()
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == POLYGON_GEOMETRY
