"""Models: the list of architectures, what a model file says, and the devices that compute them."""
