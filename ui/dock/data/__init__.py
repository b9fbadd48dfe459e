"""The Data page: imagery, bands, polygons, classes."""
