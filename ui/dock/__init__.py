"""The dock: its pages Data, Train, Predict, Correct and Compare, and what stands behind them."""
