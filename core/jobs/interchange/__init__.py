"""Jobs that bring models and labels in, and take them out, as others write and read them."""
