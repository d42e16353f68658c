"""The language of the screen: which ones there are, and taking the one that the user wants."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from app.places import RESOURCES

LANGUAGES = RESOURCES / "languages"
"""Where the languages that come with the program lie, as Qt's own translation files."""

PREFIX = "latent-loom_"
SYSTEM = "system"
ENGLISH = "en"

_Script, _Signs = QLocale.Script, QFontDatabase.WritingSystem
_SIGNS = {
    _Script.SimplifiedHanScript: _Signs.SimplifiedChinese,
    _Script.TraditionalHanScript: _Signs.TraditionalChinese,
    _Script.JapaneseScript: _Signs.Japanese,
    _Script.KoreanScript: _Signs.Korean,
}
"""Letters that many systems come without, and that no font of the program has."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Language:
    """A language that can be chosen; ``file`` is None for English, in which the program is made."""

    code: str
    name: str
    file: Path | None = None


def languages(folders: Iterable[Path] = (LANGUAGES,)) -> list[Language]:
    """English and all others for which a folder holds ``latent-loom_CODE.qm``.

    A file in a later folder goes before one of the same language in an earlier one, so that a user
    can mend a translation by dropping a file.
    """
    found = {ENGLISH: Language(ENGLISH, "English")}
    for folder in folders:
        for file in sorted(folder.glob(f"{PREFIX}*.qm")):
            code = file.stem.removeprefix(PREFIX)
            if QLocale(code).language() is QLocale.Language.C:
                log.warning("The language file %s names no language.", file)
                continue
            name = QLocale(code).nativeLanguageName() or code
            found[code] = Language(code, name[:1].upper() + name[1:], file)
    return list(found.values())


def chosen(wanted: str, known: Sequence[Language], spoken: Sequence[str]) -> Language:
    """The language for the setting ``wanted``; with "system" the first known one of ``spoken``.

    ``spoken`` are codes as the system gives them, such as ``zh-Hans-CN``. English where none fits.
    """
    for code in spoken if wanted == SYSTEM else [wanted]:
        sought = QLocale(code)
        for language in known:
            locale = QLocale(language.code)
            same_script = locale.script() == sought.script()
            if locale.language() == sought.language() and same_script:
                return language
    return known[0]


class _Translator(QTranslator):
    """Holds what stands in its file: one that Qt opens would change under it with the file."""

    def take(self, file: Path) -> bool:
        """Read a file; says whether it holds a translation."""
        try:
            self._content = file.read_bytes()
        except OSError:
            return False
        return self.load(self._content)


def wished(wanted: str, folders: Iterable[Path] = (LANGUAGES,)) -> Language:
    """The language that the user wants to read."""
    return chosen(wanted, languages(folders), QLocale.system().uiLanguages())


def can_be_shown(language: Language) -> bool:
    """Whether a font that is installed has the letters of a language."""
    signs = _SIGNS.get(QLocale(language.code).script())
    return signs is None or bool(QFontDatabase.families(signs))


def speak(
    application: QCoreApplication, wanted: str, folders: Iterable[Path] = (LANGUAGES,)
) -> Language:
    """Show all texts in the language for the setting ``wanted``; call it before the first window.

    A file that cannot be read, or whose letters no font here has, leaves English; the log says so.
    """
    language = wished(wanted, folders)
    if can_be_shown(language):
        return translate(application, language)
    log.warning("No font that is installed has the letters of %s.", language.name)
    return Language(ENGLISH, "English")


def translate(application: QCoreApplication, language: Language) -> Language:
    """Install the file of a language; gives English where there is none that can be read."""
    if language.file is None:
        return language
    own = _Translator(application)
    if not own.take(language.file):
        log.warning("The language file %s cannot be read.", language.file)
        return Language(ENGLISH, "English")
    library = QTranslator(application)
    # The buttons of Qt's own dialogs; where Qt lacks the language they stay English.
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if library.load(f"qtbase_{language.code}", where):
        application.installTranslator(library)
    application.installTranslator(own)
    return language
