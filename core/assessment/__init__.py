"""Assessment: measures that a survey can publish."""
