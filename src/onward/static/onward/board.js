// The board by mouse and by keyboard. Without this script each card has its "Move" link;
// with it the same form is sent for a drop or a key, and the page is drawn anew in place.

const board = () => document.querySelector("[data-board]");
const form = () => document.querySelector("#board-move");
const columns = () => [...board().querySelectorAll("[data-place]")];
const cardsOf = (column) => [...column.querySelectorAll("[data-card]")];
const linkOf = (card) => card?.querySelector("a");
const isPhone = () => matchMedia("(width < 40rem)").matches;

let isMoving = false;

async function move(card, column) {
  if (isMoving || !column || card.closest("[data-place]") === column) return;
  isMoving = true;
  try {
    form().elements.application.value = card.dataset.card;
    form().elements.to.value = column.dataset.place;
    const answer = await fetch(form().action, { method: "POST", body: new FormData(form()) });
    // A card that is dropped on "Closed" leads to the page that asks how it ended.
    if (!answer.ok || !new URL(answer.url).pathname.endsWith("/board/")) {
      location.assign(answer.ok ? answer.url : location.href);
      return;
    }
    drawAnew(await answer.text(), card.id);
  } catch {
    location.reload();
  } finally {
    isMoving = false;
  }
}

function drawAnew(html, cardId) {
  const { scrollLeft } = board();
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#main");
  const main = document.querySelector("#main");
  // The live region stays the same element: a new one would be read to nobody.
  const status = document.querySelector("#status");
  fresh.querySelector("#status")?.remove();
  status.className = "visually-hidden";
  main.replaceChildren(status, ...fresh.childNodes);
  board().scrollLeft = scrollLeft;
  setUp();
  tell(status, document.getElementById(cardId));
}

// In the card that was moved, where the eyes are: its name has the focus, its undo comes after.
function tell(status, card) {
  const said = document.querySelector(".messages");
  if (said) card?.append(said);
  linkOf(card)?.focus({ preventScroll: true });
  // Where all columns have room, what is in sight stays where it is.
  card?.scrollIntoView({ block: "nearest", inline: isPhone() ? "center" : "nearest" });
  status.textContent = said?.querySelector("li span")?.textContent ?? "";
}

function beside(card, step) {
  const all = columns();
  return all[all.indexOf(card.closest("[data-place]")) + step];
}

function focusBeside(card, step) {
  const place = cardsOf(card.closest("[data-place]")).indexOf(card);
  const all = columns();
  for (let at = all.indexOf(card.closest("[data-place]")) + step; all[at]; at += step) {
    const cards = cardsOf(all[at]);
    if (cards.length) return linkOf(cards[Math.min(place, cards.length - 1)]).focus();
  }
}

function focusWithin(card, step) {
  const cards = cardsOf(card.closest("[data-place]"));
  linkOf(cards[cards.indexOf(card) + step])?.focus();
}

function onKey(event) {
  const card = event.target.closest?.("[data-card]");
  if (!card || event.altKey || event.ctrlKey || event.metaKey) return;
  const sideways = getComputedStyle(board()).direction === "rtl" ? -1 : 1;
  const step = { ArrowRight: sideways, ArrowLeft: -sideways }[event.key];
  const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined && (down === undefined || event.shiftKey)) return;
  event.preventDefault();
  if (down !== undefined) focusWithin(card, down);
  else if (event.shiftKey) move(card, beside(card, step));
  else focusBeside(card, step);
}

function setUp() {
  let dragged = null;
  sayMore();
  board().addEventListener("scroll", sayMore, { passive: true });
  board().addEventListener("keydown", onKey);
  board().addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-card]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.card);
    dragged.classList.add("board__card--moving");
  });
  board().addEventListener("dragend", () => {
    dragged?.classList.remove("board__card--moving");
    dragged = null;
  });
  for (const column of columns()) {
    column.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      column.classList.add("board__column--over");
    });
    column.addEventListener("dragleave", (event) => {
      if (!column.contains(event.relatedTarget)) column.classList.remove("board__column--over");
    });
    column.addEventListener("drop", (event) => {
      event.preventDefault();
      column.classList.remove("board__column--over");
      if (dragged) move(dragged, column);
    });
  }
}

// Whether columns lie out of sight at a side: the frame shows a shade there.
function sayMore() {
  const { scrollLeft, scrollWidth, clientWidth } = board();
  const before = Math.abs(scrollLeft);
  const sides = [before > 1 && "before", scrollWidth - clientWidth - before > 1 && "after"];
  board().dataset.more = sides.filter(Boolean).join(" ");
}

// On a phone one column fills the screen: the first that holds something comes first.
function openAtFirst() {
  const first = board().querySelector(".board__column--first");
  if (!first || location.hash || !isPhone()) return;
  const isRtl = getComputedStyle(board()).direction === "rtl";
  const end = first.offsetLeft + first.offsetWidth - board().clientWidth;
  // A place rather than a distance: the browser may have gone there by itself.
  board().scrollLeft = isRtl ? end : first.offsetLeft;
}

if (board()) {
  setUp();
  openAtFirst();
  addEventListener("resize", sayMore);
}
