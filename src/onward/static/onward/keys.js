// A few keys for every page; /applications/shortcuts/ lists them. The addresses come from
// the link that is there anyway, so that nothing works only by key.

const link = document.querySelector("[data-quick-add]");
const KEPT = "onward-question-key";

const isOn = () => localStorage.getItem(KEPT) !== "off";
const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (!link || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (event.altKey && event.shiftKey) {
    // By place on the keyboard: with Alt, some layouts write another letter.
    const url = { KeyA: link.href, KeyB: link.dataset.boardUrl }[event.code];
    if (!url) return;
    event.preventDefault();
    location.assign(url);
  } else if (event.key === "?" && !event.altKey && isOn() && !isTyping(event.target)) {
    event.preventDefault();
    location.assign(link.dataset.keysUrl);
  }
});

for (const button of document.querySelectorAll("[data-question-key]")) {
  const show = () => (button.textContent = isOn() ? button.dataset.on : button.dataset.off);
  button.addEventListener("click", () => {
    localStorage.setItem(KEPT, isOn() ? "off" : "on");
    show();
  });
  button.hidden = false;
  show();
}
