// Says what is wrong with a form while somebody types. The form works without this: the server checks it anyway.
for (const form of document.querySelectorAll("form[data-validation]")) {
  const visited = new Set();
  let round = 0;

  const show = (faults) => {
    for (const element of form.querySelectorAll("[name^='/']")) {
      const place = document.getElementById("f" + element.name.replaceAll("/", "-") + "-fault");
      if (place && visited.has(element.name)) {
        place.textContent = faults[element.name] ?? "";
        element.toggleAttribute("aria-invalid", false);
        if (faults[element.name]) {
          element.setAttribute("aria-invalid", "true");
        }
      }
    }
  };

  const check = async () => {
    const mine = ++round;
    try {
      const answer = await fetch(form.dataset.validation, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Requested-With": "JavaScript" },
      });
      // A later answer may have come first; a session that ended is said when the form is sent.
      if (answer.ok && mine === round) {
        show(await answer.json());
      }
    } catch {
      // No connection: the server checks when the form is sent.
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target.name?.startsWith("/")) {
      visited.add(event.target.name);
      check();
    }
  });
}
