"""The Compare page: how right a map is, answered point by point, and which model maps best."""
