"""Interchange: models to and from ONNX, with what other programs need to run them."""
