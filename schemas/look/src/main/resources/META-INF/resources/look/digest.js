// Computes the SHA-256 of a file that somebody chooses, here in the browser, and fills it in. The form works without this: the digest
// can be typed. Where the browser computes none (no secure connection), the choice stays hidden.
for (const chosen of document.querySelectorAll("input[data-digest]")) {
  const target = document.getElementById(chosen.dataset.digest);
  if (!target || !globalThis.crypto?.subtle) {
    continue;
  }
  chosen.closest("[hidden]")?.removeAttribute("hidden");
  chosen.addEventListener("change", async () => {
    const [file] = chosen.files;
    if (!file) {
      return;
    }
    chosen.setAttribute("aria-busy", "true");
    try {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      target.value = Array.from(digest, (octet) => octet.toString(16).padStart(2, "0")).join("");
    } catch {
      // A file that is larger than the browser's memory: its digest can still be typed.
      target.focus();
    } finally {
      chosen.removeAttribute("aria-busy");
    }
  });
}
