"""Widgets that several windows share: pages, forms, problems."""
