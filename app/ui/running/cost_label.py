"""Beside the button Run: what it will cost."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.engine.forecast import Forecast
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

    def show_forecast(self, forecast: Forecast | None, details: str) -> None:
        """Show a forecast, and what it means in full words; None hides what was shown."""
        self.setText(cost_text(forecast))
        self.setToolTip(details)
