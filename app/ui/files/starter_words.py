"""What the graphs that come with the program are called, and one sentence on each.

Every table is in the order in which its graphs are best met.
"""

from __future__ import annotations

from app.ui.words import tr

FIRST = "text-to-image"

Words = dict[str, tuple[str, str]]
"""Title and one sentence, by the name of the file."""


def all_words() -> Words:
    """The words of all graphs."""
    return _words_at_hand() | words_with_models()


def _words_at_hand() -> Words:
    """Those of graphs that run on the model in the box."""
    return _single_pictures() | _in_several_steps() | _many_pictures() | _seen_differently()


def words_with_models() -> Words:
    """Those of graphs that name models which do not come along."""
    return (
        _other_families()
        | _few_steps()
        | _changed_models()
        | _led_by_pictures()
        | _videos()
        | _looking_at_pictures()
    )


def _single_pictures() -> Words:
    """Words, and pictures that are painted anew as a whole or in part."""
    return {
        FIRST: (tr("Text to image"), tr("Words become a picture.")),
        "image-to-image": (tr("Image to image"), tr("A picture is painted anew, after words.")),
        "controlnet": (tr("ControlNet"), tr("The outlines of another picture are kept.")),
        "instructions": (
            tr("Instructions"),
            tr("Words say what is to become different in a picture."),
        ),
        "inpaint-model": (
            tr("Inpaint with a model made for it"),
            tr("A network that sees what is around a hole paints it."),
        ),
        "two-styles": (
            tr("Two styles"),
            tr("One prompt as it is, and with each of two LoRAs."),
        ),
        "controlnet-depth": (
            tr("Outlines beside depth"),
            tr("Two ControlNets follow the same picture, each by what it is shown."),
        ),
        "inpaint": (tr("Inpaint"), tr("Only the hole in a picture is painted.")),
        "regions": (tr("Regions"), tr("Parts of a picture follow words of their own.")),
        "outpaint": (tr("Outpaint"), tr("A picture goes on beyond its border.")),
        "inpaint-detail": (
            tr("Inpaint at full resolution"),
            tr("A small part of a large picture is painted as large as the model likes."),
        ),
    }


def _in_several_steps() -> Words:
    """Pictures that take more than one way through the network, or become large."""
    return {
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
    }


def _many_pictures() -> Words:
    """Lists: of prompts, of frames, of files."""
    return {
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
    }


def _seen_differently() -> Words:
    """What ControlNets are shown, and a network that is listened to in another way."""
    return {
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


def _other_families() -> Words:
    """Models of other families than the one in the box."""
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
    }


def _few_steps() -> Words:
    """Networks that were taught to be quick."""
    return {
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
    }


def _changed_models() -> Words:
    """Models with something added or mixed in."""
    return {
        "lora-stack": (
            tr("Stack of LoRAs"),
            tr("Two LoRAs change a model, each as strongly as you like."),
        ),
        "textual-inversion": (tr("Learnt word"), tr("A word from a file stands for a look.")),
        "merge-models": (tr("Merge models"), tr("Two models are mixed, and saved as a new one.")),
    }


def _led_by_pictures() -> Words:
    """Networks that are led by a picture beside the words."""
    return {
        "ip-adapter": (
            tr("A picture as prompt"),
            tr("An IP-Adapter follows a picture beside the words."),
        ),
        "t2i-adapter": (
            tr("T2I-Adapter"),
            tr("The outlines of a picture are kept by a network that looks at them once."),
        ),
    }


def _videos() -> Words:
    """Pictures that move."""
    return {
        "animatediff": (
            tr("Text to video with AnimateDiff"),
            tr("Motion layers let a model of pictures make a short video."),
        ),
        "image-to-video": (
            tr("Image to video"),
            tr("Stable Video Diffusion sets a picture in motion."),
        ),
    }


def _looking_at_pictures() -> Words:
    """Networks that look at a picture, and paint none of their own."""
    return {
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
