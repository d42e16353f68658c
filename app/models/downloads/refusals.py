"""Why something cannot be fetched, each in one sentence that says how to go on."""

from __future__ import annotations

from app.graph.errors import LoomError


class DownloadError(LoomError):
    """Base of everything that can go wrong with a download."""


class NotASource(DownloadError):
    """A text that is neither the name of a repository nor an address."""

    english = (
        "{text} is no place to fetch a model from: give a repository of the hub such as "
        "owner/name, or an address that begins with https://."
    )


class PlainAddress(DownloadError):
    """Without encryption anybody on the way could exchange the file."""

    english = (
        "{host} would be asked without encryption, so anybody on the way could exchange the file: "
        "use an https:// address, or allow it for this download."
    )


class OnlyPickles(DownloadError):
    """What is offered could run code when it is opened."""

    english = (
        "{name} has no weights as .safetensors or .gguf, only files that can run code when they "
        "are opened: look for another copy of the model."
    )


class NotThere(DownloadError):
    """The server does not know it."""

    english = "{host} has nothing called {name}: check the spelling, or whether it was renamed."


class NeedsToken(DownloadError):
    """The server wants to know who asks."""

    english = (
        "{host} gives {name} only to those who are signed in: enter an access token of yours for "
        "{host}, and try again."
    )


class NoAccess(DownloadError):
    """The server knows who asks, and says no."""

    english = (
        "{host} does not give you {name}: open its page in a browser, accept its terms there, and "
        "check that your token may read it."
    )


class ServerFault(DownloadError):
    """Any other answer."""

    english = "{host} answered with the error {status}: try again later."


class NoConnection(DownloadError):
    """No answer, or one that broke off again and again."""

    english = (
        "{host} cannot be reached, or the connection broke off ({problem}): check the connection "
        "and go on; what has come so far is kept."
    )


class TooManyRedirects(DownloadError):
    """One server points to the next without an end."""

    english = "{host} only points to other addresses, again and again: use another address."


class LeadsInside(DownloadError):
    """A server points to a computer inside the user's network, or its name means one."""

    english = (
        "{by} leads to {host} inside your own network, where no model of a stranger lies, so "
        "nothing was asked there: if you trust it, give its own address."
    )


class NamedByGraph(DownloadError):
    """A graph names a computer inside the user's network as the place of a model."""

    english = (
        "{host} lies inside your own network, and this graph named it rather than you: type the "
        "address yourself if you want to fetch the model there."
    )


class NoRoom(DownloadError):
    """The disk is full, or would be."""

    english = (
        "{folder} has no room for {name}: {needed} more are needed. Free some, or choose another "
        "folder, and go on; what has come so far is kept."
    )


class CannotWrite(DownloadError):
    """The folder does not take files."""

    english = "{name} cannot be written to {folder} ({problem}): choose another folder."


class WrongHash(DownloadError):
    """What came is not what was promised."""

    english = (
        "{name} came with another content than promised (SHA-256 {found} instead of {wanted}) and "
        "was thrown away: try again, and if it stays so, do not trust this address."
    )


class WrongContent(DownloadError):
    """What came is no model, such as a page that asks to sign in."""

    english = (
        "What {host} sent for {name} is no weight file and was thrown away: open the address in "
        "a browser to see what it is."
    )


class Unforeseen(DownloadError):
    """Nobody thought of this."""

    english = "The download met an error that nobody foresaw ({problem}): try again."


class Cancelled(DownloadError):
    """The user stopped it."""

    english = "The download of {name} was stopped; what has come so far is kept."
