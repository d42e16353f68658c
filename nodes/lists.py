"""Lists: what follows runs once for each of their items."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, NamedTuple, TypeVar

from app.sdk import Context, Node, param, socket

Item = TypeVar("Item")
Other = TypeVar("Other")


class Listed(NamedTuple, Generic[Item]):
    """A list of things of one type."""

    items: Annotated[tuple[Item, ...], "The list."]


class List(Node, Generic[Item]):
    """Put things of one type into a list: what follows runs once for each of them.

    A list that arrives is put in item by item. Every item is work of its own: change one, and only
    that one runs again.
    """

    category = "Lists"
    aliases = ("for each", "several", "collect", "loop", "array")

    items: tuple[Item, ...] = socket("The things, any number of wires.", variadic=True)

    def run(self, ctx: Context) -> Listed[Item]:
        from app.diffusion.plain.lists import opened

        return Listed(opened(self.items))


class PickFromList(Node, Generic[Item]):
    """Take one item out of a list."""

    category = "Lists"
    aliases = ("index", "choose", "select", "get", "item")

    items: tuple[Item, ...] = socket("The list.")
    index: int = param(
        default=0,
        low=-1000,
        high=1000,
        tip="Which one, counted from 0; -1 is the last one.",
    )
    beyond: Literal["refuse", "begin again"] = param(
        default="refuse", tip="What to do where the list has no such item.", advanced=True
    )

    def run(self, ctx: Context) -> Annotated[Item, "The item."]:
        from app.diffusion.plain.lists import as_list, picked

        items: tuple[Item, ...] = as_list(self.items)
        return picked(items, self.index, begin_again=self.beyond == "begin again")


class ListLength(Node, Generic[Item]):
    """Count the items of a list."""

    category = "Lists"
    aliases = ("count", "size", "number")

    items: tuple[Item, ...] = socket("The list.")

    def run(self, ctx: Context) -> Annotated[int, "How many there are."]:
        from app.diffusion.plain.lists import as_list

        return len(as_list(self.items))


class JoinList(Node, Generic[Item]):
    """Make one thing of a list: a batch of pictures, masks or latents, or one text.

    What ran once for each item goes on as one from here.
    """

    category = "Lists"
    aliases = ("batch", "list to batch", "collect", "merge", "concatenate")

    items: tuple[Item, ...] = socket("The list.")
    between: str = param(
        default=", ", tip="What stands between texts; \\n begins a new line.", advanced=True
    )

    def run(self, ctx: Context) -> Annotated[Item, "All items as one."]:
        from app.diffusion.plain.joining import joined
        from app.diffusion.plain.lists import as_list

        whole: Item = joined(as_list(self.items), self.between)
        return whole


class Combined(NamedTuple, Generic[Item, Other]):
    """Two lists of equal length."""

    first: Annotated[tuple[Item, ...], "The items of the first list, each several times."]
    second: Annotated[tuple[Other, ...], "The items of the second list, over and over."]


class AllCombinations(Node, Generic[Item, Other]):
    """Bring every item of one list together with every item of another.

    Two lists that arrive at one node go side by side and must be equally long; behind this node
    they are.
    """

    category = "Lists"
    aliases = ("cross product", "grid", "every pair", "cartesian")

    first: tuple[Item, ...] = socket("A list.")
    second: tuple[Other, ...] = socket("Another list.")

    def run(self, ctx: Context) -> Combined[Item, Other]:
        from app.diffusion.plain.lists import as_list, pairs

        return Combined(*pairs(as_list(self.first), as_list(self.second)))
