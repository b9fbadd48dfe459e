"""Pan-sharpening: multispectral bands on the finer pixels of a panchromatic band."""
