"""The Train page: recipe, progress, curves and interrupted runs."""
