// Says to a screen reader what the eye sees: the name and the value of a slider, which button is pressed, what a row of
// buttons is about. ipywidgets draws all that, but ties no name to a slider's handle and no state to a button.
// And it keeps for radio buttons, rows of buttons and lists the keys that JupyterLab would take from them.
// Looks at everything in the column of widgets in which it stands, and again whenever something there changes.

function set(node, name, value) {
  if (node && value && node.getAttribute(name) !== value) node.setAttribute(name, value);
}

// The radio buttons of one question become one group: arrow keys choose within it, and Tab goes on to what follows.
let groups = 0;
function group(question) {
  const radios = [...question.querySelectorAll("input[type=radio]")];
  if (radios.every((radio) => radio.name)) return;
  groups += 1;
  for (const radio of radios) radio.name = `question-${groups}`;
}

function speak(column) {
  for (const label of column.querySelectorAll("label.widget-label")) {
    const widget = label.parentElement;
    const input = widget.querySelector(":scope > input[type=text]");
    const name = label.textContent.trim() || input?.title || label.title;
    const handle = widget.querySelector(":scope > .slider-container .noUi-handle");
    set(handle, "aria-label", name);
    set(handle, "aria-valuetext", widget.querySelector(":scope > .widget-readout")?.textContent.trim());
    set(input, "aria-label", name);
    if (widget.matches(".widget-toggle-buttons, .widget-radio")) {
      set(widget, "role", widget.matches(".widget-radio") ? "radiogroup" : "group");
      set(widget, "aria-label", name);
    }
  }
  for (const question of column.querySelectorAll(".widget-radio")) group(question);
  for (const button of column.querySelectorAll(".widget-toggle-button"))
    set(button, "aria-pressed", String(button.classList.contains("mod-active")));
  for (const icon of column.querySelectorAll("button > i")) set(icon, "aria-hidden", "true");
}

// Arrow keys and letters are JupyterLab's commands ("go to the next cell") wherever they come to it; here they choose.
function keep(event) {
  const command = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey; // as Shift + Enter: let it pass
  if (!command && event.target.closest(".widget-radio, .widget-toggle-buttons, .widget-dropdown")) event.stopPropagation();
}

// A question that is answered closes. Where the focus was in it, it goes to the cell, from which the keyboard goes on.
function leave(column, last) {
  const closed = last && (last.disabled || last.getClientRects().length === 0);
  const lost = document.activeElement === last || document.activeElement === document.body;
  if (closed && lost) column.closest(".jp-Cell")?.focus({ preventScroll: true });
  return closed ? null : last;
}

function render({ el }) {
  el.style.display = "none";
  let column = null;
  let observer = null;
  let last = null; // what had the focus last
  let waiting = 0;
  const remember = (event) => (last = event.target);
  const begin = () => {
    column = el.parentElement?.closest(".widget-vbox");
    if (!column) {
      waiting = requestAnimationFrame(begin); // not on the page yet
      return;
    }
    observer = new MutationObserver(() => {
      speak(column);
      last = leave(column, last);
    });
    const changes = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["class"] };
    observer.observe(column, changes);
    column.addEventListener("keydown", keep);
    column.addEventListener("focusin", remember);
    speak(column);
  };
  begin();
  return () => {
    cancelAnimationFrame(waiting);
    observer?.disconnect();
    column?.removeEventListener("keydown", keep);
    column?.removeEventListener("focusin", remember);
  };
}

export default { render };
