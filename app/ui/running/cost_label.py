"""Beside the button Run: what it will cost."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.running.cost import cost_text
from app.ui.words import tr


class CostLabel(QLabel):
    """Says how much the next run has to do; empty while that is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runCost")
        self.setContentsMargins(4, 0, 6, 0)
        # What stands to the right must not jump whenever the cost changes.
        widest = tr("{steps} of {total} steps", steps=88, total=88) + " · " + "88.8 s"
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest) + 40)

    def show_forecast(self, forecast: Any) -> None:
        """Show a Forecast; None hides what was shown."""
        text = cost_text(forecast)
        self.setText(text)
        if forecast is None:
            self.setToolTip("")
            return
        whole = tr("Everything that the graph makes is kept: a run costs nothing.")
        some = tr("What Run will have to do; everything else is kept from before.")
        self.setToolTip(some if forecast.nodes else whole)
