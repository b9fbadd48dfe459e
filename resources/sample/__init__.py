"""The sample scene: imagery, polygons and truth made by code from a seed."""

from .scene import CLASS_FIELD, SampleScene, make_sample

__all__ = ["CLASS_FIELD", "SampleScene", "make_sample"]
