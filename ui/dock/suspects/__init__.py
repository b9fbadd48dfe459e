"""The label check in the dock: polygons that models suspect of carrying a wrong class, one after another."""
