"""The style sheet of the window's own panels, on top of the theme."""

from __future__ import annotations

from app.ui import theme

_STYLE = """
#viewerTitle {{ font-weight: 600; color: {soft}; }}
#liveBadge {{ background: {good}; color: {backdrop}; border-radius: 7px; padding: 1px 7px;
  font-size: 11px; font-weight: 600; }}
#dim {{ color: {dim}; font-size: 12px; }}
#quiet {{ color: {dim}; padding: 32px; }}
#section {{ color: {dim}; font-size: 11px; font-weight: 600; }}
#parameterLabel {{ color: {soft}; }}
QToolButton#wired, QToolButton#socketState[link="true"] {{ color: {accent}; font-size: 12px;
  padding: 4px 6px; }}
QToolButton#socketState {{ color: {dim}; font-size: 12px; padding: 2px 4px; }}
QToolButton#foldHeading {{ color: {dim}; font-size: 11px; font-weight: 600; padding: 3px 6px 3px 0; }}
QToolButton#flag {{ border: 1px solid {line}; font-size: 12px; padding: 2px 10px; }}
QToolButton#flag:checked {{ border-color: {accent}; color: {text}; }}
QToolButton#colourButton {{ padding: 3px; }}
QToolButton#colourButton::menu-indicator {{ image: none; }}
#parameterLabel[changed="true"] {{ color: {text}; font-weight: 600; }}
#tokens {{ color: {dim}; font-size: 11px; }}
#refusal {{ color: {bad}; font-size: 12px; }}
#errorBox {{ background: rgba(248, 113, 113, 26); border: 1px solid rgba(248, 113, 113, 90);
  border-radius: 6px; color: {text}; padding: 8px 10px; }}
QLineEdit#nodeTitle {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
  font-size: 16px; font-weight: 600; padding: 2px 4px; margin-left: -5px;
  color: {text}; placeholder-text-color: {text}; }}
QLineEdit#nodeTitle:hover {{ border-color: {line}; }}
QLineEdit#nodeTitle:focus {{ background: {field}; border-color: {accent}; }}
QScrollArea {{ border: none; background: {panel}; }}
#nodePanel, #viewer, #side {{ background: {panel}; }}
#viewer QToolButton, #inspector QToolButton {{ padding: 4px; }}
QSplitter::handle {{ background: {backdrop}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QPushButton#runButton {{ background: {accent}; color: {backdrop}; border: none;
  border-radius: 6px; padding: 6px 14px; font-weight: 600; min-width: 78px; }}
QPushButton#runButton:hover {{ background: {bright}; }}
QPushButton#runButton:pressed {{ background: {deep}; }}
QPushButton#runButton[busy="true"] {{ background: {card}; color: {soft}; }}
QPushButton#runButton[busy="true"]:hover {{ background: {hover}; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {text}; width: 12px; height: 12px; margin: -4px 0;
  border-radius: 6px; }}
QSlider::handle:horizontal:hover {{ background: white; }}
QSlider:focus {{ outline: none; }}
QSlider::handle:horizontal:focus {{ background: white; border: 2px solid {accent};
  width: 10px; height: 10px; margin: -5px 0; border-radius: 7px; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {line}; border-radius: 4px;
  background: {field}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
  image: url("{icons}/check-dark.svg"); }}
QAbstractSpinBox {{ padding-right: 3px; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; image: url("{icons}/step-up.svg");
  margin-top: 1px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 1px;
  image: url("{icons}/step-down.svg"); }}
QComboBox::down-arrow {{ image: url("{icons}/step-down.svg"); width: 14px; height: 14px; }}
QToolBar {{ padding: 5px 10px; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 6px 7px; }}
QStatusBar {{ min-height: 28px; }}
QStatusBar QLabel {{ color: {dim}; font-size: 12px; padding: 0 8px; }}
QStatusBar QToolButton#statusKept {{ color: {dim}; font-size: 12px; padding: 2px 8px; }}
QStatusBar QToolButton#statusKept:hover {{ color: {text}; }}
#settingsPages {{ background: {card}; padding: 10px 6px; }}
#settingsPages::item {{ padding: 8px 10px; }}
#settingsTitle {{ font-size: 16px; font-weight: 600; color: {text}; }}
QStatusBar QLabel#statusRunning {{ color: {soft}; }}
#problems QListWidget {{ background: {panel}; }}
#problemsHead {{ font-weight: 600; color: {soft}; }}
"""


def panel_style(icons: str) -> str:
    """The style sheet; ``icons`` is the folder that its drawings lie in."""
    return _STYLE.format(
        icons=icons.replace("\\", "/"),
        backdrop=theme.BACKDROP.name(),
        panel=theme.PANEL.name(),
        card=theme.CARD.name(),
        field=theme.FIELD.name(),
        line=theme.LINE.name(),
        hover=theme.HOVER.name(),
        text=theme.TEXT.name(),
        soft=theme.SOFT.name(),
        dim=theme.DIM.name(),
        accent=theme.ACCENT.name(),
        bright=theme.ACCENT.lighter(112).name(),
        deep=theme.ACCENT.darker(115).name(),
        good=theme.GOOD.name(),
        bad=theme.BAD.name(),
    )
