// What was said takes the focus beside the place that the address names: a browser that goes
// to a place in a page focuses only what can take the focus, and leaves what stands at the top
// out of sight.
// And "Not now" in a form that was opened in place closes it, and nothing else moves.

const LINES = "ol, ul, dl, table";

function placeNamed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // No address of ours.
  }
}

function putBeside(said, place) {
  // A fold that is named itself stays as it is; those that hold the place open.
  for (let fold = place.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (place.matches("li")) place.prepend(said);
  else (place.closest(LINES) ?? place).before(said);
}

function show(said) {
  said.focus({ preventScroll: true });
  said.scrollIntoView({ block: "center" });
}

const said = document.querySelector(".messages");
const place = placeNamed();
if (said && place && !place.contains(said)) {
  putBeside(said, place);
  show(said);
  // The browser goes to the place by itself, and once more when all is loaded.
  addEventListener("load", () => requestAnimationFrame(() => {
    if ([said, document.body].includes(document.activeElement)) show(said);
  }));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".fold [data-slot] form a.button");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.pathname !== location.pathname) return;
  event.preventDefault();
  const fold = link.closest(".fold");
  link.closest("form").reset();
  fold.open = false;
  fold.querySelector("summary").focus();
});
