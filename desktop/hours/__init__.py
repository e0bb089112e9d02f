"""The room of the hours: what was worked, measured, filled in later, corrected and learned from."""
