// A square of 28 x 28 cells to draw on, with a mouse, a finger, a pen or the keyboard.
// Ink is kept as 784 numbers from 0 to 255 in the trait `ink`; the kernel turns it into probabilities.

const CELLS = 28;
const SIDE = 280; // pixels on the page
const BRUSH = 1.15; // cells

function render({ model, el }) {
  const ink = new Uint8ClampedArray(CELLS * CELLS);
  const cursor = { x: 14, y: 6, down: false };
  let last = null; // where the pointer was, in cells, while it is down
  let sending = false;

  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  canvas.tabIndex = 0;
  canvas.dataset.lmSuppressShortcuts = "true"; // the arrow keys belong to the pad, not to the notebook
  canvas.setAttribute("role", "application");
  canvas.setAttribute(
    "aria-label",
    "Drawing pad, 28 by 28 cells. Arrow keys move, space lowers or lifts the pen, Delete clears."
  );
  canvas.style.cssText =
    "width:280px;height:280px;touch-action:none;cursor:crosshair;border:1px solid var(--jp-border-color1,#888)";
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.style.cssText = "font-size:12px;min-height:1.4em;color:var(--jp-content-font-color2,#555)";
  el.append(canvas, status);

  function paint() {
    const pen = canvas.getContext("2d");
    const cell = SIDE / CELLS;
    for (let y = 0; y < CELLS; y++)
      for (let x = 0; x < CELLS; x++) {
        const grey = 255 - ink[y * CELLS + x];
        pen.fillStyle = `rgb(${grey},${grey},${grey})`;
        pen.fillRect(x * cell, y * cell, cell, cell);
      }
    if (document.activeElement === canvas) {
      pen.strokeStyle = cursor.down ? "#D55E00" : "#0072B2";
      pen.lineWidth = cursor.down ? 4 : 2;
      pen.strokeRect(cursor.x * cell, cursor.y * cell, cell, cell);
    }
  }

  function dab(x, y) {
    for (let j = Math.floor(y - 2); j <= y + 2; j++)
      for (let i = Math.floor(x - 2); i <= x + 2; i++) {
        if (i < 0 || j < 0 || i >= CELLS || j >= CELLS) continue;
        const far = Math.hypot(i + 0.5 - x, j + 0.5 - y);
        const dark = 255 * Math.min(1, Math.max(0, BRUSH + 0.5 - far));
        ink[j * CELLS + i] = Math.max(ink[j * CELLS + i], dark);
      }
  }

  function stroke(from, to) {
    const parts = Math.max(1, Math.ceil(4 * Math.hypot(to.x - from.x, to.y - from.y)));
    for (let k = 0; k <= parts; k++)
      dab(from.x + ((to.x - from.x) * k) / parts, from.y + ((to.y - from.y) * k) / parts);
    changed();
  }

  // At most one message in a twentieth of a second, and the last one always.
  function changed() {
    paint();
    if (sending) return;
    sending = true;
    setTimeout(() => {
      sending = false;
      model.set("ink", new DataView(ink.slice().buffer));
      model.save_changes();
    }, 50);
  }

  function clear() {
    ink.fill(0);
    changed();
  }

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * CELLS,
      y: ((event.clientY - box.top) / box.height) * CELLS,
    };
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    stroke(last, last);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (last === null) return;
    const here = place(event);
    stroke(last, here);
    last = here;
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));

  const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    const before = { x: cursor.x + 0.5, y: cursor.y + 0.5 };
    if (event.key in MOVES) {
      const [dx, dy] = MOVES[event.key];
      cursor.x = Math.min(CELLS - 1, Math.max(0, cursor.x + dx));
      cursor.y = Math.min(CELLS - 1, Math.max(0, cursor.y + dy));
    } else if (event.key === " ") {
      cursor.down = !cursor.down;
    } else if (event.key === "Delete" || event.key === "Backspace") {
      cursor.down = false; // or the pen would leave a dot at once
      clear();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    status.textContent = `pen ${cursor.down ? "down" : "up"}, column ${cursor.x + 1}, row ${cursor.y + 1}`;
    if (cursor.down) stroke(before, { x: cursor.x + 0.5, y: cursor.y + 0.5 });
    else paint();
  });
  canvas.addEventListener("focus", paint);
  canvas.addEventListener("blur", paint);

  // The kernel empties the pad by counting `cleared` up.
  model.on("change:cleared", clear);
  paint();
}

export default { render };
