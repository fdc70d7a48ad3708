// Keeps what is typed on a page before any button is pressed, so that no way out loses it.
// Without it the two buttons of the form keep it, and the words below them say so.

const PAUSE = 1200;
const MOST_ON_LEAVING = 60_000; // A browser sends no more than 64 KiB from a page that goes.

function setUp(form) {
  const words = form.querySelector("[data-typed-words]");
  let waiting = null;
  let isChanged = false;
  let isSent = false;
  let last = Promise.resolve();

  // A field is sent with what it was shown with. What is kept stands there now: without this
  // the next words typed here would meet the last ones as another window's.
  async function noteAsShown(answer, body) {
    if (answer.status !== 200) return;
    for (const name of (await answer.json()).kept) {
      const shown = form.elements.namedItem(`initial-${name}`);
      if (shown) shown.value = body.get(name);
    }
  }

  async function send() {
    if (!isChanged || isSent) return;
    isChanged = false;
    const body = new URLSearchParams(new FormData(form));
    const keepalive = body.toString().length < MOST_ON_LEAVING;
    let isKept = false;
    try {
      const answer = await fetch(form.dataset.typed, { method: "POST", body, keepalive });
      // Sent on to another page: the session is over, and nothing was kept.
      isKept = answer.ok && !answer.redirected;
      if (isKept) await noteAsShown(answer, body);
    } catch {
      // No answer: said below.
    }
    if (!isKept) isChanged = true;
    words.textContent = isKept ? words.dataset.kept : words.dataset.notKept;
  }

  function keep() {
    clearTimeout(waiting);
    last = last.then(send);
  }

  // A page that goes waits for no answer.
  function keepAtOnce() {
    clearTimeout(waiting);
    send();
  }

  form.addEventListener("input", () => {
    isChanged = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    isSent = true;
    clearTimeout(waiting);
  });
  // Back on the page, by the browser's own button, as it was left.
  addEventListener("pageshow", () => {
    isSent = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keepAtOnce();
  });
  addEventListener("pagehide", keepAtOnce);
  words.textContent = words.dataset.kept;
}

document.querySelectorAll("form[data-typed]").forEach(setUp);
