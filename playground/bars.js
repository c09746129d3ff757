// Draws one upright bar per class and lets the hand move it: mouse, touch or keyboard.
// The bars always form a probability vector: what one bar gains, the others lose in proportion.
// The picture is drawn here, from model.set on, so it never waits for the kernel.

const SVG = "http://www.w3.org/2000/svg";
const TEXT = "var(--jp-content-font-color1, #222)";
const MUTED = "var(--jp-content-font-color2, #555)";
const FAINT = "var(--jp-border-color2, #ddd)";
const PAPER = "var(--jp-layout-color0, #fff)";
const FONT = "var(--jp-ui-font-family, sans-serif)";

const HEIGHT = 160; // pixels of a bar with probability 1
const TOP = 56; // room for the title and, above a full bar, its value
const LEFT = 34; // room for the axis
const SEND_EVERY_MS = 40;

// The vector `base` after bar `i` was set to `value`. Where the other bars are all 0 they share equally.
export function rescale(base, i, value) {
  const moved = Math.min(1, Math.max(0, value));
  const others = base.reduce((sum, x, j) => (j === i ? sum : sum + x), 0);
  const share = (x) => (others > 0 ? x / others : 1 / (base.length - 1));
  return base.map((x, j) => (j === i ? moved : (1 - moved) * share(x)));
}

// The value bar `i` takes after a key press, or null for a key that moves nothing.
export function keyValue(key, value) {
  const steps = { ArrowUp: 0.01, ArrowRight: 0.01, ArrowDown: -0.01, ArrowLeft: -0.01, PageUp: 0.1, PageDown: -0.1 };
  if (key === "Home") return 0;
  if (key === "End") return 1;
  return key in steps ? Math.round((value + steps[key]) * 1e6) / 1e6 : null;
}

// Two decimals, or one digit where two decimals would read 0.00 for a probability that is not 0.
function spoken(value) {
  return value > 0 && value < 0.005 ? value.toPrecision(1) : value.toFixed(2);
}

function element(parent, name, attributes, textContent) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (textContent !== undefined) node.textContent = textContent;
  parent.append(node);
  return node;
}

// Calls `send` at once, then at most once per SEND_EVERY_MS, and once more at the end: the last value is never lost.
function throttle(send) {
  let timer = null;
  let waiting = false;
  const flush = () => {
    if (!waiting) return;
    waiting = false;
    send();
  };
  const tick = () => {
    timer = waiting ? setTimeout(tick, SEND_EVERY_MS) : null;
    flush();
  };
  const soon = () => {
    waiting = true;
    if (timer === null) tick();
  };
  return { soon, flush };
}

function axis(root, width) {
  for (const value of [0, 0.5, 1]) {
    const y = TOP + HEIGHT * (1 - value);
    element(root, "line", { x1: LEFT, x2: width, y1: y, y2: y, style: `stroke: ${FAINT}` });
    const place = { x: LEFT - 6, y: y + 4, "text-anchor": "end", "font-size": 12 };
    element(root, "text", { ...place, style: `fill: ${MUTED}` }, String(value));
  }
}

// One bar: an empty group of role slider, with a `show(value)` that brings it up to date.
function bar(root, x, slot, label, title, fill) {
  const slider = element(root, "g", {
    class: "bar",
    role: "slider",
    tabindex: 0,
    "aria-label": `${title} ${label}`.trim(),
    "aria-orientation": "vertical",
    "aria-valuemin": 0,
    "aria-valuemax": 1,
    "data-lm-suppress-shortcuts": "true", // else JupyterLab takes the arrow keys to move between cells
  });
  const middle = x + slot / 2;
  const inside = { x: x + 8, width: slot - 16 };
  const ring = { x: x + 1, y: TOP - 22, width: slot - 2, height: HEIGHT + 48, rx: 6, fill: "transparent" };
  element(slider, "rect", { ...ring, class: "ring" });
  const track = element(slider, "rect", { ...inside, y: TOP, height: HEIGHT, fill: "transparent" });
  const level = element(slider, "rect", { ...inside, fill });
  const grip = element(slider, "rect", { x: x + 4, width: slot - 8, height: 4, rx: 2, style: `fill: ${TEXT}` });
  const centred = { x: middle, "text-anchor": "middle", "font-size": 13, style: `fill: ${TEXT}` };
  const number = element(slider, "text", centred);
  element(slider, "text", { ...centred, y: TOP + HEIGHT + 19 }, label);
  const show = (value) => {
    const y = TOP + HEIGHT * (1 - value);
    level.setAttribute("y", y);
    level.setAttribute("height", HEIGHT * value);
    grip.setAttribute("y", y - 2);
    number.setAttribute("y", y - 7);
    number.textContent = spoken(value);
    slider.setAttribute("aria-valuenow", Number(value.toFixed(6)));
    slider.setAttribute("aria-valuetext", `${label} ${spoken(value)}`);
  };
  return { slider, track, show };
}

function hatching(root, color) {
  const id = `bars-hatching-${Math.random().toString(36).slice(2)}`;
  const place = { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const pattern = element(root, "pattern", place);
  element(pattern, "rect", { width: 7, height: 7, fill: color });
  element(pattern, "rect", { width: 2, height: 7, style: `fill: ${PAPER}` });
  return `url(#${id})`;
}

// Draws the whole picture into `el`; returns its bars.
function draw(model, el) {
  const labels = model.get("labels");
  const title = model.get("title");
  const color = model.get("color");
  const slot = Math.max(64, 9 * Math.max(...labels.map((label) => label.length)) + 16);
  const width = Math.max(LEFT + slot * labels.length + 2, 8 * title.length);
  const height = TOP + HEIGHT + 30;
  const root = document.createElementNS(SVG, "svg");
  const box = { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title };
  for (const [key, value] of Object.entries(box)) root.setAttribute(key, value);
  // A finger on the bars moves them, not the page. Chromium asks this of the whole picture, not of a part of it.
  const touch = "touch-action: pan-x pinch-zoom";
  root.style.cssText = `max-width: 100%; font-family: ${FONT}; user-select: none; overflow: visible; ${touch}`;
  element(root, "style", {}, ".bar { cursor: ns-resize; outline: none }" +
    `.bar:focus-visible .ring { stroke: ${TEXT}; stroke-width: 2; stroke-dasharray: 4 3 }`);
  element(root, "text", { x: 2, y: 16, "font-size": 14, "font-weight": 600, style: `fill: ${TEXT}` }, title);
  axis(root, LEFT + slot * labels.length);
  const fill = model.get("hatched") ? hatching(root, color) : color;
  const bars = labels.map((label, i) => bar(root, LEFT + i * slot, slot, label, title, fill));
  el.replaceChildren(root);
  return bars;
}

function render({ model, el }) {
  const outbox = throttle(() => model.save_changes());
  let listeners = new AbortController();
  let bars = [];
  let start = { bar: -1, base: [], last: [] }; // so that a bar taken to 1 and back gives the others their shares back

  const move = (i, value) => {
    const now = model.get("p");
    const goesOn = start.bar === i && start.last.every((x, j) => x === now[j]);
    const base = goesOn ? start.base : now;
    start = { bar: i, base, last: rescale(base, i, value) };
    model.set("p", start.last);
    outbox.soon();
  };
  const show = () => model.get("p").forEach((value, i) => bars[i]?.show(value));

  const listen = ({ slider, track }, i) => {
    const options = { signal: listeners.signal };
    const follow = (event) => {
      const { bottom, height } = track.getBoundingClientRect();
      move(i, Math.round((100 * (bottom - event.clientY)) / height) / 100);
    };
    slider.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      slider.focus({ preventScroll: true, focusVisible: false });
      slider.setPointerCapture(event.pointerId);
      follow(event);
    }, options);
    slider.addEventListener("pointermove", (event) => {
      if (slider.hasPointerCapture(event.pointerId)) follow(event);
    }, options);
    slider.addEventListener("lostpointercapture", outbox.flush, options);
    slider.addEventListener("keydown", (event) => {
      const value = keyValue(event.key, model.get("p")[i]);
      if (value === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(i, value);
    }, options);
    slider.addEventListener("blur", outbox.flush, options);
  };

  const rebuild = () => {
    listeners.abort();
    listeners = new AbortController();
    bars = draw(model, el);
    bars.forEach(listen);
    show();
  };
  const looks = "change:labels change:title change:color change:hatched";
  model.on("change:p", show);
  for (const event of looks.split(" ")) model.on(event, rebuild);
  rebuild();
  return () => {
    outbox.flush();
    listeners.abort();
    model.off("change:p", show);
    for (const event of looks.split(" ")) model.off(event, rebuild);
  };
}

export default { render };
