"""The style of labels: by class, polygons outlined and barely filled, so that imagery and maps show through."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRenderContext,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorDataProvider,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...compat import NUMBER, POINT_GEOMETRY, POLYGON_GEOMETRY, TEXT, TRUTH, is_type
from ...texts import tr
from .class_values import class_text

_OWN_PROPERTY = "outcrop/labels"
"""Custom property of a label layer that Outcrop made: its file's name, so that a pasted style says nothing."""
_FAINT = 40
"""Opacity of the fill, of 255."""
_OUTLINE_MM, _POINT_MM = 0.6, 2.0
_OPAQUE = 0.5
_UNSTYLED_OUTLINE = QColor(35, 35, 35)
"""The outline that QGIS gives to polygons and points that nobody has styled."""
_COVERING = ("RasterFill", "GradientFill", "ShapeburstFill")
_STYLE_NAME = "Outcrop"
_NO_CLASS = "#7f7f7f"


def class_symbol(colour: str, *, of_points: bool = False) -> QgsSymbol:
    """Give the symbol of a class, of polygons or of points."""
    if of_points:
        return QgsMarkerSymbol.createSimple({"color": colour, "size": str(_POINT_MM)})
    faint = QColor(colour)
    faint.setAlpha(_FAINT)
    symbol = QgsFillSymbol.createSimple({"outline_width": str(_OUTLINE_MM), "joinstyle": "miter"})
    symbol.symbolLayer(0).setStrokeColor(QColor(colour))
    symbol.setColor(faint)
    return symbol


def is_by_class(layer: QgsVectorLayer, field: str) -> bool:
    """Say whether a layer is drawn by categories of a field."""
    renderer = layer.renderer()
    return isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute().strip('"') == field


def make_ours(layer: QgsVectorLayer) -> None:
    """Note that Outcrop made a layer: its style is Outcrop's, and is kept in its GeoPackage."""
    layer.setCustomProperty(_OWN_PROPERTY, _file(layer).name)


def is_ours(layer: QgsVectorLayer) -> bool:
    """Say whether Outcrop made a layer and its style."""
    return layer.customProperty(_OWN_PROPERTY) == _file(layer).name


def is_styled_by_us(layer: QgsVectorLayer) -> bool:
    """Say whether a layer is drawn as Outcrop has styled it, be the layer ours or not."""
    return is_ours(layer) or layer.styleManager().currentStyle() == _STYLE_NAME


def is_unstyled(layer: QgsVectorLayer) -> bool:
    """Say whether a layer still looks as QGIS, or Outcrop, has drawn it at first."""
    renderer = layer.renderer()
    if is_styled_by_us(layer):
        return True
    if not isinstance(renderer, QgsSingleSymbolRenderer) or renderer.symbol().symbolLayerCount() != 1:
        return False
    part = renderer.symbol().symbolLayer(0)
    is_filled = isinstance(part, QgsSimpleFillSymbolLayer) and part.brushStyle() == Qt.BrushStyle.SolidPattern
    is_plain = is_filled or isinstance(part, QgsSimpleMarkerSymbolLayer)
    return is_plain and part.strokeColor() == _UNSTYLED_OUTLINE and renderer.symbol().opacity() == 1.0


def style_by_class(layer: QgsVectorLayer, field: str, colours: Mapping[str, str]) -> None:
    """Draw a layer by classes, in these colours by name.

    What was drawn before stays among the layer's styles, by the name that it had, where Outcrop hasn't made the layer.
    """
    styles = layer.styleManager()
    if not is_ours(layer) and _STYLE_NAME not in styles.styles() and styles.addStyleFromLayer(_STYLE_NAME):
        styles.setCurrentStyle(_STYLE_NAME)
    categories = [_category(layer, field, name, colour) for name, colour in colours.items()]
    rest = QgsRendererCategory(None, _symbol(layer, _NO_CLASS), tr("no class"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, [*categories, rest]))
    _changed(layer)


def add_classes(layer: QgsVectorLayer, field: str, colours: Mapping[str, str]) -> bool:
    """Give the classes that a layer by classes doesn't draw yet a category each; says whether there were any."""
    known = {name for category in layer.renderer().categories() for name in _names(category)}
    missing = [name for name in colours if name not in known]
    if not missing:
        return False
    renderer = layer.renderer().clone()
    categories = list(renderer.categories())
    index = next((number for number, category in enumerate(categories) if not any(_names(category))), len(categories))
    categories[index:index] = [_category(layer, field, name, colours[name]) for name in missing]
    layer.setRenderer(QgsCategorizedSymbolRenderer(renderer.classAttribute(), categories))
    _changed(layer)
    return True


def recolour(layer: QgsVectorLayer, name: str, colour: str) -> bool:
    """Give a class of a layer by classes another colour, with the opacities that it had; False where it has none."""
    for number, category in enumerate(layer.renderer().categories()):
        if name in _names(category) and category.symbol() is not None:
            renderer = layer.renderer().clone()
            renderer.updateCategorySymbol(number, _recoloured(category.symbol(), QColor(colour)))
            layer.setRenderer(renderer)
            _changed(layer)
            return True
    return False


def remove_class(layer: QgsVectorLayer, name: str) -> None:
    """Take a class of which there are no polygons any more out of a layer by classes."""
    renderer = layer.renderer().clone()
    places = [number for number, one in enumerate(renderer.categories()) if _names(one) == [name]]
    if places:
        renderer.deleteCategory(places[0])
        layer.setRenderer(renderer)
        _changed(layer)


def drawn_classes(layer: QgsVectorLayer) -> list[str]:
    """Give the classes of a layer by classes in its order."""
    return [name for category in layer.renderer().categories() for name in _names(category) if name]


def can_draw(layer: QgsVectorLayer) -> bool:
    """Say whether polygons can be added to a layer."""
    is_of_polygons = layer.geometryType() == POLYGON_GEOMETRY
    return bool(is_of_polygons) and _can(layer, QgsVectorDataProvider.Capability.AddFeatures)


def can_rename(layer: QgsVectorLayer) -> bool:
    """Say whether the classes of a layer's polygons can be changed."""
    return _can(layer, QgsVectorDataProvider.Capability.ChangeAttributeValues)


def _can(layer: QgsVectorLayer, what: Any) -> bool:
    provider = layer.dataProvider()
    return provider is not None and not layer.readOnly() and bool(int(provider.capabilities()) & int(what))


def class_value(layer: QgsVectorLayer, field: str, name: str) -> Optional[Any]:
    """Give the value by which a field holds a class; None where it can't, as a number field no words."""
    index = layer.fields().indexOf(field)
    if index < 0:
        return None
    definition = layer.fields().at(index)
    if is_type(definition, TRUTH):
        return {"true": True, "false": False}.get(name)
    if is_type(definition, TEXT) and 0 < definition.length() < len(name):
        return None
    value: Any = name
    if definition.isNumeric():
        try:
            number = float(name)
        except ValueError:
            return None
        value = int(number) if number.is_integer() else number
        if not is_type(definition, NUMBER) and not isinstance(value, int):
            return None
    return value if class_text(value) == name else None


def is_covering(layer: QgsVectorLayer) -> bool:
    """Say whether a polygon layer hides what lies under its polygons."""
    if layer.opacity() < _OPAQUE or layer.renderer() is None:
        return False
    return any(_hides(symbol) for symbol in layer.renderer().symbols(QgsRenderContext()))


def _hides(symbol: QgsSymbol) -> bool:
    for index in range(symbol.symbolLayerCount()):
        part = symbol.symbolLayer(index)
        if isinstance(part, QgsSimpleFillSymbolLayer):
            filled = part.brushStyle() == Qt.BrushStyle.SolidPattern
            if filled and symbol.opacity() * part.fillColor().alphaF() >= _OPAQUE:
                return True
        elif part.layerType() in _COVERING and symbol.opacity() >= _OPAQUE:
            return True
    return False


def _category(layer: QgsVectorLayer, field: str, name: str, colour: str) -> QgsRendererCategory:
    value = class_value(layer, field, name)
    return QgsRendererCategory(name if value is None else value, _symbol(layer, colour), name)


def _symbol(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    return class_symbol(colour, of_points=layer.geometryType() == POINT_GEOMETRY)


def _names(category: QgsRendererCategory) -> list[str]:
    values = category.value() if isinstance(category.value(), (list, tuple)) else [category.value()]
    return [class_text(value) for value in values]


def _recoloured(symbol: QgsSymbol, colour: QColor) -> QgsSymbol:
    """Colour a symbol's fills and the outlines that had the fill's hue, such as ours; other outlines stay."""
    copy = symbol.clone()
    for index in range(copy.symbolLayerCount()):
        part = copy.symbolLayer(index)
        old = part.color()
        if isinstance(part, QgsSimpleFillSymbolLayer) and part.strokeColor().rgb() == old.rgb():
            part.setStrokeColor(_with_alpha(colour, part.strokeColor().alpha()))
        part.setColor(_with_alpha(colour, old.alpha()))
    return copy


def _with_alpha(colour: QColor, alpha: int) -> QColor:
    translucent = QColor(colour)
    translucent.setAlpha(alpha)
    return translucent


def _changed(layer: QgsVectorLayer) -> None:
    """Show a new style in the legend and on the map, and keep it in a GeoPackage of ours."""
    layer.triggerRepaint()
    layer.emitStyleChanged()
    if is_ours(layer) and _file(layer).suffix == ".gpkg":
        _save_in_file(layer)


def _file(layer: QgsVectorLayer) -> Path:
    return Path(layer.source().partition("|")[0])


def _save_in_file(layer: QgsVectorLayer) -> None:
    """Keep the style in the layer's file as its default; one of that name goes first, or QGIS would ask in a box.

    The layer then reads its file anew: QGIS has closed the file's log under the connections that were open, and they
    would find no polygon any more.
    """
    _related, ids, names, _descriptions, _error = layer.listStylesInDatabase()
    for number, name in zip(ids, names):
        if name == _STYLE_NAME:
            layer.deleteStyleFromDatabase(number)
    layer.saveStyleToDatabase(_STYLE_NAME, "", True, "")
    if not layer.isEditable():
        layer.dataProvider().reloadData()
