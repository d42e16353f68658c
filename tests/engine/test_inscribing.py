"""What a node that saves is told reaches it in this process and in another one."""

from __future__ import annotations

import io
from dataclasses import replace

from app.engine.inscribing import Inscriber
from app.engine.lowering import lower
from app.engine.process.channel import Channel
from app.engine.process.plans import PlanReceiver, PlanSender
from app.sdk.saving import Saving
from tests.engine.test_seam import everything
from tests.engine.toys import Bench

WISHES = Saving("private", mark=False, prompt=True)


def test_the_wishes_of_the_user_cross_to_a_worker_process(bench: Bench) -> None:
    plan = replace(lower(everything().snapshot(), bench.kinds), saving=WISHES)
    stream = io.BytesIO()
    Channel(stream, stream).send(PlanSender().pack(plan))
    stream.seek(0)
    arrived = PlanReceiver().unpack(Channel(stream, stream).receive())
    assert arrived.saving == WISHES


def test_a_node_is_told_the_wishes_of_its_plan_unless_it_has_its_own(bench: Bench) -> None:
    plan = replace(lower(everything().snapshot(), bench.kinds, graph_text="{}"), saving=WISHES)
    inscriber = Inscriber(plan, bench.kinds, lambda link: None)
    node = plan.targets[0]
    assert inscriber.inscription(node).saving == WISHES
    assert inscriber.inscription(node).graph == ""  # what is no graph leaves nothing
    whole = inscriber.inscription(node, "whole")
    assert (whole.saving.graph, whole.graph) == ("whole", "{}")
