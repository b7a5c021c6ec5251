// Keys for whoever works without a mouse. What has data-key="c" (or "g q") is clicked by it, or gets the focus if one types there; j and
// k move between what has data-row; ? shows the map (#keys). Everything can be reached without this. No key counts while somebody types.
if (!document.documentElement.classList.contains("no-keys")) {
  const PATIENCE = 1500;
  let first = "";
  let forget = 0;

  const isTyping = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=submit])");

  const use = (element) => {
    if (isTyping(element)) {
      element.focus();
      element.select?.();
    } else if (element.matches("summary")) {
      element.click();
      element.parentElement.querySelector("textarea, button")?.focus();
    } else {
      element.click();
      // A link within the page shows its target; whoever uses keys goes on from there.
      const target = element.hash && document.getElementById(element.hash.slice(1));
      target?.focus();
    }
  };

  const move = (by) => {
    const rows = Array.from(document.querySelectorAll("[data-row]"));
    const at = rows.indexOf(document.activeElement);
    rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    // A key that is held moves on and does nothing else: what it leads to has not been read yet.
    if (event.repeat && event.key !== "j" && event.key !== "k") {
      return;
    }
    const keys = first ? first + " " + event.key : event.key;
    first = "";
    clearTimeout(forget);
    const element = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
    if (element) {
      event.preventDefault();
      use(element);
    } else if (document.querySelector(`[data-key^="${CSS.escape(keys)} "]`)) {
      first = keys;
      forget = setTimeout(() => (first = ""), PATIENCE);
    } else if (keys === "j" || keys === "k") {
      move(keys === "j" ? 1 : -1);
    } else if (keys === "?") {
      const map = document.getElementById("keys");
      map?.toggleAttribute("open");
      map?.querySelector("summary").focus();
    }
  });
}
