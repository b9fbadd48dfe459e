"""Explanation: which bands count, what a network looks at, and where a model may be trusted."""
