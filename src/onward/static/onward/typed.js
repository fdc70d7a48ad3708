// Keeps what is typed on a page before any button is pressed, so that no way out loses it.
// Without it the two buttons of the form keep it, and the words below them say so.

const PAUSE = 1200;
const MOST_ON_LEAVING = 60_000; // A browser sends no more than 64 KiB from a page that goes.

function setUp(form) {
  const words = form.querySelector("[data-typed-words]");
  const shows = form.querySelector("[data-typed-show]");
  let waiting = null;
  let isChanged = false;
  let isSent = false;
  let last = Promise.resolve();
  let underWay = null; // What a request that got no answer yet carries.

  // A field is sent with what it was shown with. What is kept stands there now: without this
  // the next words typed here would meet the last ones as another window's.
  async function noteAsShown(answer, body) {
    if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
    for (const name of (await answer.json()).kept) {
      const shown = form.elements.namedItem(`initial-${name}`);
      if (shown) shown.value = body.get(name);
    }
  }

  // Of a page that goes while a request is under way: that one came first.
  function typedNow() {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of underWay ?? []) {
      if (body.has(`initial-${name}`)) body.set(`initial-${name}`, value);
    }
    return body;
  }

  // Whoever is signed in now is another than the one who typed.
  function isOthers(answer) {
    const now = answer.headers.get("x-onward-person");
    return Boolean(now) && now !== words.dataset.person;
  }

  function say(answer, isKept) {
    const { kept, notKept, notWhole, closed, taken } = words.dataset;
    const isClosed = !isKept && (answer?.status === 403 || answer?.redirected);
    const isCovered = isClosed && isOthers(answer);
    if (isKept) words.textContent = kept;
    else if (isClosed) words.textContent = isCovered ? taken : closed;
    else words.textContent = (answer?.status === 422 && notWhole) || notKept;
    words.classList.toggle("notice", Boolean(isClosed));
    words.classList.toggle("notice--problem", Boolean(isClosed));
    if (isCovered) cover();
  }

  // Not to be read by whoever is at the screen now; one press shows it to who typed it.
  function cover() {
    if (!shows?.hidden) return;
    const own = "textarea, input:not([type=hidden]), details, blockquote";
    const hidden = [...form.closest("main").querySelectorAll(own)].filter((part) => !part.hidden);
    shows.hidden = false;
    for (const part of hidden) part.hidden = true;
    shows.addEventListener("click", () => {
      shows.hidden = true;
      for (const part of hidden) part.hidden = false;
    }, { once: true });
  }

  async function send() {
    if (!isChanged || isSent) return;
    isChanged = false;
    const body = typedNow();
    const keepalive = body.toString().length < MOST_ON_LEAVING;
    let answer = null;
    let isKept = false;
    underWay = body;
    try {
      answer = await fetch(form.dataset.typed, { method: "POST", body, keepalive });
      // Sent on to another page: the session is over, and nothing was kept.
      isKept = answer.ok && !answer.redirected;
      if (!answer.redirected) await noteAsShown(answer, body);
    } catch {
      // No answer: said below.
    }
    if (underWay === body) underWay = null;
    if (!isKept) isChanged = true;
    say(answer, isKept);
  }

  function keep() {
    clearTimeout(waiting);
    last = last.then(send);
  }

  // A page that goes waits for no answer.
  function keepAtOnce() {
    clearTimeout(waiting);
    last = Promise.all([last, send()]);
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
  // By another form of the page, as the one that closes the session: that would come first.
  document.addEventListener("submit", (event) => {
    if (event.target !== form) keepAtOnce();
  }, true);
  // Back on the page, by the browser's own button, as it was left.
  addEventListener("pageshow", () => {
    isSent = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  addEventListener("pagehide", keepAtOnce);
  words.textContent = words.dataset.kept;
}

document.querySelectorAll("form[data-typed]").forEach(setUp);
