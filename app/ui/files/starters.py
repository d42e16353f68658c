"""The graphs that come with the program: what they are called, and what they show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.graph.document import Graph, Snapshot
from app.places import RESOURCES
from app.ui.words import tr

FIRST = "text-to-image"


@dataclass(frozen=True)
class Starter:
    """A graph to begin with; ``preview`` is a small picture that it made, or its outline.

    ``needs_models`` is True where it names a model that does not come along.
    """

    path: Path
    title: str
    about: str
    needs_models: bool = False

    @property
    def preview(self) -> Path:
        """Where the small picture lies, if there is one."""
        return self.path.with_suffix(".webp")


def starters() -> list[Starter]:
    """All graphs that come with the program, the one to begin with first."""
    words = _words()
    found = sorted((RESOURCES / "graphs").glob("*.loom"), key=lambda path: _rank(path, list(words)))
    needing = _with_models()
    return [
        Starter(path, *words.get(path.stem, (_plain_title(path), "")), path.stem in needing)
        for path in found
    ]


def starter_title(path: Path) -> str:
    """What a graph that comes with the program is called."""
    known = _words().get(path.stem)
    return known[0] if known else _plain_title(path)


def in_language(snapshot: Snapshot) -> Snapshot:
    """A graph of ours with its titles in the user's language; from then on they are the user's."""
    graphs = {id: _titled(graph) for id, graph in snapshot.graphs.items()}
    return replace(snapshot, graphs=graphs)


def _titled(graph: Graph) -> Graph:
    nodes = {id: replace(node, title=_said(node.title)) for id, node in graph.nodes.items()}
    exposed = tuple(replace(item, title=_said(item.title)) for item in graph.exposed)
    return replace(graph, nodes=nodes, exposed=exposed)


def _said(title: str) -> str:
    return tr(title) if title else title


def _words() -> dict[str, tuple[str, str]]:
    """Title and one sentence for each graph, in the order in which they are best met."""
    return _at_hand() | _with_models()


def _at_hand() -> dict[str, tuple[str, str]]:
    """Words of the graphs that run on the model in the box."""
    return {
        FIRST: (tr("Text to image"), tr("Words become a picture.")),
        "image-to-image": (tr("Image to image"), tr("A picture is painted anew, after words.")),
        "inpaint": (tr("Inpaint"), tr("Only the hole in a picture is painted.")),
        "controlnet": (tr("ControlNet"), tr("The outlines of another picture are kept.")),
        "regions": (tr("Regions"), tr("Parts of a picture follow words of their own.")),
        "outpaint": (tr("Outpaint"), tr("A picture goes on beyond its border.")),
        "inpaint-detail": (
            tr("Inpaint at full resolution"),
            tr("A small part of a large picture is painted as large as the model likes."),
        ),
        "second-pass": (
            tr("Second pass"),
            tr("A picture is made larger, then painted anew a little for finer detail."),
        ),
        "panorama": (
            tr("Panorama"),
            tr("A picture larger than the model knows, through windows that overlap."),
        ),
        "latent-composite": (
            tr("Latent composite"),
            tr("Two pictures become one before they are decoded."),
        ),
        "changing-prompt": (tr("Changing prompt"), tr("Half way, the words become others.")),
        "several-prompts": (
            tr("Several prompts at once"),
            tr("Words are drawn by chance, and each text becomes a picture."),
        ),
        "prompt-morph": (
            tr("One prompt becomes another"),
            tr("Pictures between two prompts are played as a video."),
        ),
        "folder-of-pictures": (
            tr("Folder of pictures"),
            tr("Every picture of a folder is painted anew, one by one."),
        ),
        "controlnet-outlines": (
            tr("Kinds of outlines"),
            tr("Four ways to draw the outlines that a ControlNet follows."),
        ),
        "preprocessors": (
            tr("Pictures for ControlNets"),
            tr("What lines, colours, tiles and normals of a picture look like."),
        ),
        "freeu": (tr("FreeU"), tr("Firmer shapes and finer detail without any training.")),
    }


def _with_models() -> dict[str, tuple[str, str]]:
    """Words of the graphs that name models which do not come along."""
    return {
        "sdxl": (tr("SDXL"), tr("Words become a large picture.")),
        "sdxl-refiner": (
            tr("SDXL with its refiner"),
            tr("A second model does the last steps and sharpens small things."),
        ),
        "sd-2": (tr("Stable Diffusion 2"), tr("Words become a picture, 768 pixels wide.")),
        "sd-3": (
            tr("Stable Diffusion 3"),
            tr("Three text encoders, and a shift that says where the steps go."),
        ),
        "flux": (tr("Flux"), tr("Long prompts, and guidance as a number.")),
        "flux-image-to-image": (
            tr("Flux, image to image"),
            tr("Flux paints a picture anew, after words."),
        ),
        "flux-controlnet": (
            tr("Flux with a ControlNet"),
            tr("The outlines of another picture are kept, as latents."),
        ),
        "few-steps-turbo": (
            tr("Two steps with SDXL Turbo"),
            tr("A picture in a second or two, without a negative prompt."),
        ),
        "few-steps-schnell": (
            tr("Four steps with Flux schnell"),
            tr("A picture in four steps, without any guidance."),
        ),
        "few-steps-lcm": (
            tr("Four steps with an LCM"),
            tr("A network that takes the guidance as a number and needs few steps."),
        ),
        "lora-stack": (
            tr("Stack of LoRAs"),
            tr("Two LoRAs change a model, each as strongly as you like."),
        ),
        "textual-inversion": (tr("Learnt word"), tr("A word from a file stands for a look.")),
        "merge-models": (tr("Merge models"), tr("Two models are mixed, and saved as a new one.")),
        "ip-adapter": (
            tr("A picture as prompt"),
            tr("An IP-Adapter follows a picture beside the words."),
        ),
        "t2i-adapter": (
            tr("T2I-Adapter"),
            tr("The outlines of a picture are kept by a network that looks at them once."),
        ),
        "inpaint-model": (
            tr("Inpaint with a model made for it"),
            tr("A network that sees what is around a hole paints it."),
        ),
        "instructions": (
            tr("Instructions"),
            tr("Words say what is to become different in a picture."),
        ),
        "animatediff": (
            tr("Text to video with AnimateDiff"),
            tr("Motion layers let a model of pictures make a short video."),
        ),
        "image-to-video": (
            tr("Image to video"),
            tr("Stable Video Diffusion sets a picture in motion."),
        ),
        "upscale": (tr("Upscale"), tr("An upscaler of yours draws a picture larger.")),
        "depth-and-normals": (
            tr("Depth and normals"),
            tr("A depth network of yours tells how far things are and how they face."),
        ),
        "pose-and-segments": (
            tr("Poses and segments"),
            tr("Networks of yours find people, their joints, and what is where."),
        ),
    }


def _rank(path: Path, known: list[str]) -> tuple[int, str]:
    return (known.index(path.stem) if path.stem in known else len(known)), path.stem


def _plain_title(path: Path) -> str:
    words = path.stem.replace("-", " ")
    return words[:1].upper() + words[1:]
