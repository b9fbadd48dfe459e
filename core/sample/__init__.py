"""The sample scene: imagery, polygons and truth made by code from a seed."""
