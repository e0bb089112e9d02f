"""Plain files the program ships: icons, glyphs, fonts, pictures, translations, tokens."""
