// Keeps a page up to date while it is looked at: data-live names a websocket that says "changed". Then the parts of the page that have
// data-part are fetched anew; of a case, which is not read again without being asked for, it is only said. The page works without this:
// loading it again shows the same.
const AGAIN = 5000;
const AT_LEAST = 500;
const AT_MOST = 1500;
const NOT_SHOWN = 1008;
const EVERY_SECOND = 1000;
const MINUTE = 60000;

const refresh = async () => {
  const answer = await fetch(location.href, { headers: { "X-Requested-With": "JavaScript" } });
  if (!answer.ok) {
    return;
  }
  const anew = new DOMParser().parseFromString(await answer.text(), "text/html");
  const row = document.activeElement?.dataset?.row;
  for (const part of document.querySelectorAll("[data-part]")) {
    const other = anew.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other && other.innerHTML !== part.innerHTML) {
      part.replaceChildren(...other.childNodes);
    }
  }
  if (row) {
    document.querySelector(`[data-row="${row}"]`)?.focus();
  }
};

// Changes that come together are one look, which not everybody takes at the same moment, and nobody at a page that is in the back.
let waits = false;

const look = () => {
  if (document.hidden) {
    document.addEventListener("visibilitychange", look, { once: true });
    return;
  }
  waits = false;
  refresh().catch(() => {});
};

const lookSoon = () => {
  if (!waits) {
    waits = true;
    setTimeout(look, AT_LEAST + Math.random() * (AT_MOST - AT_LEAST));
  }
};

const follow = (place) => {
  const address = new URL(place.dataset.live, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  if (place.dataset.case) {
    address.searchParams.set("case", place.dataset.case);
    address.searchParams.set("version", place.dataset.version);
  }
  const socket = new WebSocket(address);
  socket.addEventListener("open", () => document.querySelector("[data-live-word]")?.removeAttribute("hidden"));
  socket.addEventListener("message", () => {
    if (place.dataset.case) {
      place.removeAttribute("hidden");
    } else {
      lookSoon();
    }
  });
  socket.addEventListener("close", (event) => {
    document.querySelector("[data-live-word]")?.setAttribute("hidden", "");
    if (event.code !== NOT_SHOWN) {
      setTimeout(() => follow(place), AGAIN);
    }
  });
};

document.querySelectorAll("[data-live]").forEach(follow);

// What is left of a time: counted down in the page's own words, and said once it is over.
for (const place of document.querySelectorAll("[data-until]")) {
  const until = Date.parse(place.dataset.until);
  const words = place.textContent;
  const count = setInterval(() => {
    const left = until - Date.now();
    if (left <= 0) {
      clearInterval(count);
      place.textContent = place.dataset.over;
      place.setAttribute("role", "alert");
    } else {
      place.textContent = words.replace(/[0-9]+/, Math.ceil(left / MINUTE));
    }
  }, EVERY_SECOND);
}
