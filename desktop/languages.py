"""Which language the program speaks: installs Qt's translators, ours and Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import paths

_installed: list[QTranslator] = []


def speak(language: str) -> None:
    """Let the running application speak German (`de`) or English (`en`) from now on.

    Needs a QCoreApplication. Widgets built before keep their words until they are built again.
    """
    fall_silent()
    QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_GB"))
    folders = {
        f"wochenwerk_{language}.qm": str(paths.resource("i18n")),
        f"qtbase_{language}.qm": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }
    for name, folder in folders.items():
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)


def fall_silent() -> None:
    """Take the translators away: the words of the sources are seen again; number and date formats stay."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
