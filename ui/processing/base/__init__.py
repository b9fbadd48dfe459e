"""What every algorithm shares: declarations, inputs, the worker, and the loading of outputs."""
