"""The live map: a sketch of the view by a small model, renewed after every polygon or stroke."""
