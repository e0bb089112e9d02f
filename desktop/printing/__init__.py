"""Paper: the week as a poster for the wall and as a list, as PDF file, on a printer, and before that on the screen."""
