"""Videos into files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from app.sdk import Context, EmbedChoice, Files, Node, Plain, Video, inscription, param, socket
from app.sdk.shared_params import embed_param, picture_name_param

_FIELDS = ("width", "height")
"""What a file name may ask for beside the number and the time."""


class SaveVideo(Node):
    """Save a video in the output folder, with the graph that made it inside.

    Drop such a file on the window to get its graph back. MP4 and WebM need the optional package
    av. PNG saves every frame as a picture of its own. Generated videos are marked as such, as the
    settings say. Files are never overwritten: each gets the next free number.
    """

    category = "Video"
    aliases = ("export", "MP4", "WebM", "GIF", "animation", "VHS")
    acts = True
    is_target = True
    off_device = True

    video: Video = socket("The video to save.", each=True)
    name: str = picture_name_param()
    format: Literal["MP4", "WebM", "WebP", "GIF", "PNG"] = param(
        default="MP4", tip="MP4 plays everywhere; WebP and GIF are pictures that move; PNG: frames."
    )
    quality: int = param(
        default=80, low=1, high=100, tip="Larger and finer files; GIF and PNG do not use it."
    )
    embed: EmbedChoice = embed_param()

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The name must ask only for what there is."""
        from app.diffusion.pictures.saving import check_pattern

        check_pattern(parameters["name"], _FIELDS)

    def run(self, ctx: Context) -> Annotated[Files, "The files that were written."]:
        """Write one file, or one for each frame."""
        from app.diffusion.pictures import saving

        fields = {"width": str(self.video.width), "height": str(self.video.height)}
        name = saving.name_now(self.name, fields, f".{self.format.lower()}")
        contents = self._frames(ctx) if self.format == "PNG" else iter([self._film(ctx)])
        folder = ctx.output_folder()
        return Files(tuple(saving.save_new(folder, name, content) for content in contents))

    def _frames(self, ctx: Context) -> Iterator[bytes]:
        """Every frame as a picture."""
        from app.diffusion.pictures import files as picture_files
        from app.interchange.embedding import inscribed

        inside = inscribed(inscription(ctx, self.embed))
        for index, pixels in enumerate(self.video.pixels):
            ctx.progress(index, len(self.video))
            options = inside.options("PNG", index, self.video.width, self.video.height)
            yield picture_files.encode(pixels, "PNG", self.quality, options)

    def _film(self, ctx: Context) -> bytes:
        """All frames in one file."""
        from app.diffusion.video.files import encode_animation, encode_with_codec
        from app.interchange.embedding import inscribed
        from app.interchange.video_notes import animation_options, film_tags, with_mark

        video, inside = self.video, inscribed(inscription(ctx, self.embed))
        if self.format == "WebP" or self.format == "GIF":
            note = animation_options(inside, self.format, video.width, video.height)
            made = encode_animation(video, self.format, self.quality, note, ctx.check)
        else:
            assert self.format != "PNG"
            tags = film_tags(inside, self.format)
            made = encode_with_codec(video, self.format, self.quality, tags, ctx.check)
        return with_mark(made, self.format, inside)
