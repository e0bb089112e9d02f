"""Where public holidays are known: countries and their regions with their names in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Region(NamedTuple):
    """A country, or a part of one; `code` is `DE`, or ISO 3166-2 such as `DE-BW`."""

    code: str
    german: str
    english: str

    @property
    def country(self) -> str:
        """The country's code."""
        return self.code[:2]

    def name(self, language: str) -> str:
        """German for `de`, else English."""
        return self.german if language == "de" else self.english


REGIONS = (
    Region("DE", "Deutschland (bundesweit)", "Germany (nationwide)"),
    Region("DE-BW", "Baden-Württemberg", "Baden-Württemberg"),
    Region("DE-BY", "Bayern", "Bavaria"),
    Region("DE-BE", "Berlin", "Berlin"),
    Region("DE-BB", "Brandenburg", "Brandenburg"),
    Region("DE-HB", "Bremen", "Bremen"),
    Region("DE-HH", "Hamburg", "Hamburg"),
    Region("DE-HE", "Hessen", "Hesse"),
    Region("DE-MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    Region("DE-NI", "Niedersachsen", "Lower Saxony"),
    Region("DE-NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
    Region("DE-RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
    Region("DE-SL", "Saarland", "Saarland"),
    Region("DE-SN", "Sachsen", "Saxony"),
    Region("DE-ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
    Region("DE-SH", "Schleswig-Holstein", "Schleswig-Holstein"),
    Region("DE-TH", "Thüringen", "Thuringia"),
    Region("AT", "Österreich (bundesweit)", "Austria (nationwide)"),
    Region("AT-1", "Burgenland", "Burgenland"),
    Region("AT-2", "Kärnten", "Carinthia"),
    Region("AT-3", "Niederösterreich", "Lower Austria"),
    Region("AT-4", "Oberösterreich", "Upper Austria"),
    Region("AT-5", "Salzburg", "Salzburg"),
    Region("AT-6", "Steiermark", "Styria"),
    Region("AT-7", "Tirol", "Tyrol"),
    Region("AT-8", "Vorarlberg", "Vorarlberg"),
    Region("AT-9", "Wien", "Vienna"),
    Region("CH", "Schweiz (landesweit)", "Switzerland (nationwide)"),
    Region("CH-AG", "Aargau", "Aargau"),
    Region("CH-AI", "Appenzell Innerrhoden", "Appenzell Innerrhoden"),
    Region("CH-AR", "Appenzell Ausserrhoden", "Appenzell Ausserrhoden"),
    Region("CH-BL", "Basel-Landschaft", "Basel-Landschaft"),
    Region("CH-BS", "Basel-Stadt", "Basel-Stadt"),
    Region("CH-BE", "Bern", "Bern"),
    Region("CH-FR", "Freiburg", "Fribourg"),
    Region("CH-GE", "Genf", "Geneva"),
    Region("CH-GL", "Glarus", "Glarus"),
    Region("CH-GR", "Graubünden", "Grisons"),
    Region("CH-JU", "Jura", "Jura"),
    Region("CH-LU", "Luzern", "Lucerne"),
    Region("CH-NE", "Neuenburg", "Neuchâtel"),
    Region("CH-NW", "Nidwalden", "Nidwalden"),
    Region("CH-OW", "Obwalden", "Obwalden"),
    Region("CH-SG", "St. Gallen", "St. Gallen"),
    Region("CH-SH", "Schaffhausen", "Schaffhausen"),
    Region("CH-SZ", "Schwyz", "Schwyz"),
    Region("CH-SO", "Solothurn", "Solothurn"),
    Region("CH-TI", "Tessin", "Ticino"),
    Region("CH-TG", "Thurgau", "Thurgau"),
    Region("CH-UR", "Uri", "Uri"),
    Region("CH-VD", "Waadt", "Vaud"),
    Region("CH-VS", "Wallis", "Valais"),
    Region("CH-ZG", "Zug", "Zug"),
    Region("CH-ZH", "Zürich", "Zurich"),
    Region("LI", "Liechtenstein", "Liechtenstein"),
    Region("LU", "Luxemburg", "Luxembourg"),
)
