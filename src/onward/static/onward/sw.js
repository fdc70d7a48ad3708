// The Help page without Onward running. Its scope is /help/ and nothing else: no other
// page passes through here, and nothing personal is kept, since the page is fetched
// without the session cookie.

const CACHE = "onward-help-1";
const HELP = "/help/";
const DAY_MS = 24 * 60 * 60 * 1000;
const PATIENCE_MS = 4000;

// The page itself says what it needs, so hashed file names need no list here.
function filesNamedIn(html) {
  const names = html.matchAll(/\b(?:href|src)="(\/static\/[^"#]+)/g);
  return [...new Set([...names].map((match) => match[1]))];
}

async function keepHelp() {
  const page = await fetch(HELP, { credentials: "omit", cache: "no-store" });
  if (!page.ok || page.redirected) return;
  const files = filesNamedIn(await page.clone().text());
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map((name) => new Request(name, { credentials: "omit" })));
  await cache.put(HELP, page);
  const needed = new Set([HELP, ...files]);
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function isOld() {
  const kept = await caches.match(HELP);
  const keptAt = Date.parse(kept?.headers.get("date") ?? "");
  return !(Date.now() - keptAt < DAY_MS);
}

async function fromServerOrKept(request) {
  const kept = () => caches.match(request, { ignoreSearch: true });
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.status < 500 ? answer : (await kept()) ?? answer;
  } catch {
    return (await kept()) ?? Response.error();
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepHelp().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const others = (names) => names.filter((name) => name !== CACHE);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(others(names).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("message", (event) => {
  if (event.data !== "refresh") return;
  event.waitUntil(isOld().then((old) => (old ? keepHelp() : null)).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fromServerOrKept(request));
});
