"""The kinds of nodes in the user's language: the screen asks these, the engine the ones behind."""

from __future__ import annotations

from dataclasses import replace

from app.graph.interface import OWN_SPECS
from app.graph.kinds import KindsOver, ListedKinds
from app.graph.spec import NodeSpec
from app.ui.words import tr

_OWN = {spec.type: spec for spec in OWN_SPECS}


class TranslatedKinds(KindsOver):
    """Hands on what ``kinds`` knows, with titles, tips and help in the language of the screen.

    The kinds that every document has are among them. Names of sockets and parameters stay: files
    and wires use them. English names stay among the aliases, so that a search finds them.
    """

    def __init__(self, kinds: ListedKinds) -> None:
        super().__init__(kinds)
        self._made: dict[str, tuple[NodeSpec, NodeSpec]] = {}

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind; the same object as long as the one behind stays the same."""
        original = self.under.spec(type) or _OWN.get(type)
        return None if original is None else self._translated(original)

    def specs(self) -> tuple[NodeSpec, ...]:
        """All kinds that can be added."""
        specs = self.under.specs()
        known = {spec.type for spec in specs}
        own = (spec for spec in OWN_SPECS if spec.type not in known)
        return tuple(self._translated(spec) for spec in (*specs, *own))

    def _translated(self, spec: NodeSpec) -> NodeSpec:
        made = self._made.get(spec.type)
        if made is None or made[0] is not spec:
            made = self._made[spec.type] = (spec, in_language(spec))
        return made[1]


def in_language(spec: NodeSpec) -> NodeSpec:
    """A declaration with its texts in the language of the screen."""
    title = _said(spec.title)
    names = (*spec.aliases, *map(_said, spec.aliases), spec.title)
    aliases = tuple(name for name in dict.fromkeys(names) if name != title)
    return replace(
        spec,
        title=title,
        help="\n\n".join(_said(part) for part in spec.help.split("\n\n")),
        inputs=tuple(replace(each, tip=_said(each.tip)) for each in spec.inputs),
        outputs=tuple(replace(each, tip=_said(each.tip)) for each in spec.outputs),
        parameters=tuple(replace(each, tip=_said(each.tip)) for each in spec.parameters),
        aliases=aliases,
    )


def _said(text: str) -> str:
    return tr(text) if text else text
