// Says to a screen reader what the eye sees: the name and the value of a slider, which button is pressed, what a row of
// buttons is about. ipywidgets draws all that, but ties no name to a slider's handle and no state to a button.
// Looks at everything in the column of widgets in which it stands, and again whenever something there changes.

function set(node, name, value) {
  if (node && value && node.getAttribute(name) !== value) node.setAttribute(name, value);
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
  for (const button of column.querySelectorAll(".widget-toggle-button"))
    set(button, "aria-pressed", String(button.classList.contains("mod-active")));
  for (const icon of column.querySelectorAll("button > i")) set(icon, "aria-hidden", "true");
}

function render({ el }) {
  el.style.display = "none";
  let observer = null;
  let waiting = 0;
  const begin = () => {
    const column = el.parentElement?.closest(".widget-vbox");
    if (!column) {
      waiting = requestAnimationFrame(begin); // not on the page yet
      return;
    }
    observer = new MutationObserver(() => speak(column));
    const changes = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["class"] };
    observer.observe(column, changes);
    speak(column);
  };
  begin();
  return () => {
    cancelAnimationFrame(waiting);
    observer?.disconnect();
  };
}

export default { render };
