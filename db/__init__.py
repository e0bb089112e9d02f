"""Storage: one SQLite plan file and its pictures; records in, records out, SQL stays here."""
