"""People found, their joints, and the skeletons drawn of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
import transformers

from app.diffusion.quiet import quieten
from app.diffusion.vision.pose import (
    Person,
    find_joints,
    find_people,
    joint_in,
    peak,
    person_view,
    widened,
)
from app.diffusion.vision.skeleton import Joint, draw_people, openpose_joints
from nodes.pose import Pose
from tests.diffusion.vision import tiny, zoo
from tests.nodes.desk import noise

quieten()

PIXELS = noise(80, 96).pixels


@pytest.mark.parametrize("person", [Person(20, 20, 40, 30), Person(10, 8, 40, 70)])
def test_a_person_is_shown_as_the_librarys_own_processor_does(person: Person) -> None:
    """Within a byte's step, which it rounds down to; beyond the border it fades differently."""
    pytest.importorskip("scipy")
    preparation = transformers.VitPoseImageProcessorPil(size={"height": 64, "width": 48})
    rows = (PIXELS[0] * 255).round().byte().permute(1, 2, 0).numpy()
    told = preparation(images=[rows], boxes=[[list(person)]], return_tensors="pt")["pixel_values"]
    view = person_view(PIXELS, widened(person, 48 / 64), 48, 64)
    apart = (told - view).abs()
    assert float(apart.median()) < 1.0 / 255 / 0.22
    assert float((apart < 1.6 / 255 / 0.22).float().mean()) > 0.93


def test_a_peak_between_pixels_is_found() -> None:
    y, x = torch.meshgrid(torch.arange(16.0), torch.arange(12.0), indexing="ij")
    for place in ((5.3, 7.8), (1.0, 14.4), (6.5, 3.0)):
        heat = torch.exp(-((x - place[0]) ** 2 + (y - place[1]) ** 2) / (2 * 1.5**2))
        assert peak(heat) == pytest.approx(place, abs=0.02)
    assert peak((x == 0) * (y == 3) * 1.0) == (0.0, 3.0)


def test_joints_lie_where_the_librarys_own_processor_finds_them() -> None:
    """The same smooth maps brought back to the picture, within a tenth of a map's pixel."""
    pytest.importorskip("scipy")
    person = Person(20, 20, 40, 30)
    y, x = torch.meshgrid(torch.arange(16.0), torch.arange(12.0), indexing="ij")
    places = [(5.3, 7.8), (3.0, 11.4), (8.6, 3.2), (6.5, 9.5)]
    maps = torch.stack(
        [torch.exp(-((x - left) ** 2 + (y - top) ** 2) / (2 * 2.0**2)) for left, top in places]
    )
    preparation = transformers.VitPoseImageProcessorPil(size={"height": 64, "width": 48})
    told = SimpleNamespace(heatmaps=maps[None])
    ((answer,),) = preparation.post_process_pose_estimation(told, boxes=[[list(person)]])
    shown = widened(person, 48 / 64)
    for heat, place in zip(maps, answer["keypoints"].tolist(), strict=True):
        joint = joint_in(heat, shown, 0.3)
        assert joint is not None
        assert joint[0] == pytest.approx(place[0], abs=0.1 * shown.width / 11)
        assert joint[1] == pytest.approx(place[1], abs=0.1 * shown.height / 15)
    assert joint_in(maps[0], shown, 1.01) is None


def test_every_joint_of_coco_is_looked_for(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "pose", tiny.pose_network)
    found = find_joints(tiny.opened(folder, "pose_estimator"), PIXELS, Person(0, 0, 80, 96), -9.0)
    assert len(found) == 17
    assert None not in found


def test_people_are_those_that_the_library_finds(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "people", tiny.detector, tiny.detector_preparation())
    people = find_people(tiny.opened(folder, "person_detector"), PIXELS, 0.0)
    network = transformers.YolosForObjectDetection.from_pretrained(folder).eval()
    preparation = tiny.detector_preparation()
    rows = (PIXELS[0] * 255).round().byte().permute(1, 2, 0).numpy()
    with torch.inference_mode():
        told = network(preparation(images=[rows], return_tensors="pt")["pixel_values"])
    (found,) = preparation.post_process_object_detection(told, 0.0, [(96, 80)])
    wanted = {
        tuple(round(number, 3) for number in (left, top, right - left, bottom - top))
        for label, (left, top, right, bottom) in zip(
            found["labels"].tolist(), found["boxes"].tolist(), strict=True
        )
        if label == 1
    }
    assert {tuple(round(number, 3) for number in person) for person in people} == wanted
    assert find_people(tiny.opened(folder, "person_detector"), PIXELS, 1.0) == []


@pytest.mark.parametrize("second", [False, True])
def test_rt_detr_finds_people_too(tmp_path: Path, second: bool) -> None:
    preparation = transformers.RTDetrImageProcessorPil(size={"height": 64, "width": 64})
    folder = tiny.saved(tmp_path / "people", lambda: zoo.rt_detr(second), preparation)
    for person in find_people(tiny.opened(folder, "person_detector"), PIXELS, 0.0):
        assert person.width > 0
        assert person.height > 0


def test_a_pose_network_with_experts_uses_that_for_coco(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "pose", zoo.vitpose_with_experts)
    found = find_joints(tiny.opened(folder, "pose_estimator"), PIXELS, Person(0, 0, 80, 96), -9.0)
    assert len(found) == 17


def standing() -> list[Joint]:
    """COCO's joints of somebody who stands with arms down."""
    return [
        *((50, 10), (52, 8), (48, 8), (54, 9), (46, 9)),
        *((60, 25), (40, 25), (62, 40), (38, 40), (63, 55), (37, 55)),
        *((56, 55), (44, 55), (56, 75), (44, 75), (56, 92), (44, 92)),
    ]


def colour_at(pixels: torch.Tensor, x: float, y: float) -> list[int]:
    numbers: list[int] = (pixels[0, :, round(y), round(x)] * 255).round().int().tolist()
    return numbers


def test_a_skeleton_has_openposes_joints_bones_and_colours() -> None:
    joints = openpose_joints(standing())
    assert joints[1] == (50.0, 25.0)  # the neck
    drawn = draw_people([joints], 100, 100, 2.0)
    assert drawn.shape == (1, 3, 100, 100)
    assert colour_at(drawn, 50, 10) == [255, 0, 0]  # nose
    assert colour_at(drawn, 40, 25) == [255, 170, 0]  # right shoulder
    assert colour_at(drawn, 60, 25) == [85, 255, 0]  # left shoulder
    assert colour_at(drawn, 45, 25) == [153, 0, 0]  # from the neck to the right shoulder
    assert colour_at(drawn, 44, 65) == [0, 153, 51]  # right thigh
    assert colour_at(drawn, 56, 84) == [0, 51, 153]  # left lower leg
    assert colour_at(drawn, 5, 5) == [0, 0, 0]


def test_joints_that_were_not_seen_are_left_out_with_their_bones() -> None:
    found = standing()
    found[6] = None  # the right shoulder
    joints = openpose_joints(found)
    assert joints[1] is None
    assert joints[2] is None
    drawn = draw_people([joints], 100, 100, 2.0)
    assert colour_at(drawn, 40, 25) == [0, 0, 0]
    assert colour_at(drawn, 50, 18) == [0, 0, 0]  # the neck
    assert colour_at(drawn, 60, 25) == [85, 255, 0]


def test_nobody_leaves_the_picture_black(tmp_path: Path) -> None:
    pose = tiny.saved(tmp_path / "pose", tiny.pose_network)
    people = tiny.saved(tmp_path / "people", tiny.detector, tiny.detector_preparation())
    context = tiny.Workplace()
    node = Pose(image=noise(80, 96, 2), model=str(pose), detector=str(people), confidence=1.0)
    made = node.run(context).pixels
    assert made.shape == (2, 3, 96, 80)
    assert not made.any()
    assert context.steps == [(0, 2), (1, 2), (2, 2)]


def test_without_a_detector_somebody_fills_the_picture(tmp_path: Path) -> None:
    pose = tiny.saved(tmp_path / "pose", tiny.pose_network)
    made = Pose(image=noise(80, 96), model=str(pose), confidence=0.0).run(tiny.Workplace()).pixels
    assert made.any()
