"""The colours of every picture in the course.

The eight data colours are those of Okabe and Ito, which people with any common colour blindness can
tell apart. Colour is never the only sign: each goes with a dash (for lines) or a shape (for points).
The other colours belong to the page, not to the data. They are CSS variables of JupyterLab, so a
picture follows the light and the dark theme by itself; outside JupyterLab their fallback is used.

Source: M. Okabe and K. Ito, Color Universal Design (2008).
"""

BLACK = "#000000"  # cannot be seen on a dark page: there FOREGROUND does its work
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
BLUE = "#0072B2"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"

SOLID = "none"
DASHED = "7 4"
DOTTED = "2 4"
DASH_DOT = "8 3 2 3"

FOREGROUND = "var(--jp-content-font-color1, #222)"
MUTED = "var(--jp-content-font-color2, #555)"
GRID = "var(--jp-border-color2, #ddd)"
BACKGROUND = "var(--jp-layout-color0, #fff)"
SURFACE = "var(--jp-layout-color2, #eee)"
FONT = "var(--jp-content-font-family, system-ui, sans-serif)"
