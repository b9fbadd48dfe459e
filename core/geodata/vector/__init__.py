"""Vector files: paths, layers and geometries as the worker reads them."""
