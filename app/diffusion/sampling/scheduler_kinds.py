"""The schedulers of diffusers under their usual names, for both kinds of noise levels.

A network was trained either along a curve (variance preserving: Ho et al. 2020, Song et al. 2021)
or along a straight line between picture and noise (rectified flow: Liu et al. 2022, Lipman et al.
2022; SD 3 and Flux). One name stands for the same idea in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.sdk.errors import NodeError


class NotForFlow(NodeError):
    """A scheduler knows nothing of rectified flow."""

    english = (
        "{scheduler} does not work with models of rectified flow, such as SD 3 and Flux: "
        "choose {others}."
    )


@dataclass(frozen=True)
class SchedulerKind:
    """One choice: a class of diffusers with the settings that make it what its name says.

    ``draws`` tells that its steps take random numbers from the generator, ``needs`` names an
    optional package, ``most_steps`` the largest number of steps where there is a limit.
    """

    class_name: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    draws: bool = False
    needs: str = ""
    most_steps: int = 1000


_MULTISTEP, _SINGLESTEP = "DPMSolverMultistepScheduler", "DPMSolverSinglestepScheduler"
_STOCHASTIC = {"algorithm_type": "sde-dpmsolver++"}

SCHEDULERS: Mapping[str, SchedulerKind] = {
    "DPM++ 2M": SchedulerKind(_MULTISTEP, {"solver_order": 2}),
    "DPM++ 2M SDE": SchedulerKind(_MULTISTEP, {"solver_order": 2, **_STOCHASTIC}, draws=True),
    "DPM++ 3M": SchedulerKind(_MULTISTEP, {"solver_order": 3}),
    "DPM++ 3M SDE": SchedulerKind(_MULTISTEP, {"solver_order": 3, **_STOCHASTIC}, draws=True),
    "DPM++ 2S": SchedulerKind(_SINGLESTEP, {"solver_order": 2, "lower_order_final": True}),
    "DPM++ 3S": SchedulerKind(_SINGLESTEP, {"solver_order": 3, "lower_order_final": True}),
    "DPM++ 2S SDE": SchedulerKind(
        _SINGLESTEP, {"solver_order": 2, "lower_order_final": True, **_STOCHASTIC}, draws=True
    ),
    "DPM++ SDE": SchedulerKind("DPMSolverSDEScheduler", needs="torchsde"),
    "Euler": SchedulerKind("EulerDiscreteScheduler"),
    "Euler ancestral": SchedulerKind("EulerAncestralDiscreteScheduler", draws=True),
    "Heun": SchedulerKind("HeunDiscreteScheduler"),
    "DPM2": SchedulerKind("KDPM2DiscreteScheduler"),
    "DPM2 ancestral": SchedulerKind("KDPM2AncestralDiscreteScheduler", draws=True),
    "LMS": SchedulerKind("LMSDiscreteScheduler", needs="scipy"),
    "DDIM": SchedulerKind("DDIMScheduler", draws=True),
    "DDPM": SchedulerKind("DDPMScheduler", draws=True),
    "PNDM": SchedulerKind("PNDMScheduler", {"skip_prk_steps": True}),
    "UniPC": SchedulerKind("UniPCMultistepScheduler"),
    "DEIS": SchedulerKind("DEISMultistepScheduler"),
    "SA-Solver": SchedulerKind("SASolverScheduler", draws=True),
    "LCM": SchedulerKind("LCMScheduler", draws=True, most_steps=50),
    "TCD": SchedulerKind("TCDScheduler", draws=True, most_steps=50),
}

_ALONG_FLOW = {"use_flow_sigmas": True, "prediction_type": "flow_prediction"}
_IN_FLOW = (
    *("DPM++ 2M", "DPM++ 2M SDE", "DPM++ 3M", "DPM++ 3M SDE"),
    *("DPM++ 2S", "DPM++ 3S", "DPM++ 2S SDE", "UniPC"),
)

FLOW_SCHEDULERS: Mapping[str, SchedulerKind] = {
    **{
        name: SchedulerKind(kind.class_name, {**kind.settings, **_ALONG_FLOW}, kind.draws)
        for name, kind in SCHEDULERS.items()
        if name in _IN_FLOW
    },
    "Euler": SchedulerKind("FlowMatchEulerDiscreteScheduler"),
    "Euler ancestral": SchedulerKind(
        "FlowMatchEulerDiscreteScheduler", {"stochastic_sampling": True}, draws=True
    ),
    "Heun": SchedulerKind("FlowMatchHeunDiscreteScheduler"),
    "LCM": SchedulerKind("FlowMatchLCMScheduler", draws=True),
}
"""What works on a straight line. Euler ancestral draws all noise anew in every step, as LCM does;
on a curve it draws a part of it. DEIS and SA-Solver of diffusers repeat the last noise level there
instead of ending at none (a quarter of the noise is left after 10 steps), so they are not offered.
"""


def kind_of(name: str, *, flow: bool) -> SchedulerKind:
    """The kind behind a name; raises NotForFlow where it has none for rectified flow."""
    if not flow:
        return SCHEDULERS[name]
    if name not in FLOW_SCHEDULERS:
        raise NotForFlow(scheduler=name, others=", ".join(FLOW_SCHEDULERS))
    return FLOW_SCHEDULERS[name]
