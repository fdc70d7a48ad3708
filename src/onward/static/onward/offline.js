// Keeps a copy of the Help page, so that it opens when Onward is not running.

if ("serviceWorker" in navigator) {
  navigator.serviceWorker
    .register("/sw.js", { scope: "/help/", updateViaCache: "none" })
    .then((registration) => registration.active?.postMessage("refresh"))
    // Without a copy everything still works while Onward runs.
    .catch(() => {});
}
