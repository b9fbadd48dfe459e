"""Optimisation: losses, class weights, optimisers and schedules."""
