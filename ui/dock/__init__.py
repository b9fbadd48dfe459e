"""The dock: Data, Train and Predict, and what stands behind them."""
