"""The Predict page: models, where to predict, previews and the map as it grows."""
