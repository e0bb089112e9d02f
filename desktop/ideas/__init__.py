"""The ideas: posts without a date, captured, ordered, and planned from here."""
