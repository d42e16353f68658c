"""Begins sweeps, and shows and saves what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from app.graph.sweeps import Sweep
from app.ui.sweeps.cost import SweepCost
from app.ui.sweeps.dialog import SweepDialog
from app.ui.sweeps.panel import SweepPanel
from app.ui.sweeps.run import SweepRun
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_sweep(window: MainWindow, node: str = "", parameter: str = "") -> None:
    """Ask for a sweep over the graph that is seen, with one axis chosen already, and begin it."""
    tab = window.tab
    tab.canvas.commit_edit()
    if not tab.document.snapshot.main.nodes:
        window.status.tell(tr("There is nothing to run yet: add a node first."))
        return
    dialog = SweepDialog(tab.document.snapshot, tab.kinds, window)
    if node:
        dialog.choose(0, node, parameter)
    cost = SweepCost(dialog, tab, window.worker)
    window.running.told.connect(cost.handle)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.sweep is not None:
        begin_sweep(window, dialog.sweep)
    dialog.deleteLater()


def begin_sweep(window: MainWindow, sweep: Sweep) -> SweepRun:
    """Run a sweep and show its grid."""
    panel = window.panels.show("sweep")
    if not isinstance(panel, SweepPanel):
        raise TypeError("the panel of sweeps is another one")
    run = SweepRun(sweep, window.tab, window.running.queue, window.loader, panel)
    run.start()
    panel.show_sweep(run)
    return run


def make_sweep_panel(window: MainWindow) -> SweepPanel:
    """The panel of the newest sweep, wired to viewer and files."""
    panel = SweepPanel()
    panel.show_wanted.connect(window.viewer.show_known)
    panel.save_wanted.connect(window.viewer.commands.save_as)
    return panel
