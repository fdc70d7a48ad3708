// The writing timer: the clock for `components/timer.html`. It counts, it says how
// far along it is, and it never touches the text or the way to save it.

const MINUTE = 60;

function wordsFor(secondsLeft, words) {
  if (secondsLeft <= 0) return words.over;
  if (secondsLeft <= MINUTE) return words.leftLast;
  return words.left.replace("{minutes}", String(Math.ceil(secondsLeft / MINUTE)));
}

function announcementAt(secondsLeft, total) {
  if (secondsLeft <= 0) return "end";
  if (secondsLeft <= MINUTE) return "last";
  if (secondsLeft <= total / 2) return "half";
  return "start";
}

function setUp(timer) {
  const words = timer.dataset;
  const total = Number(words.minutes) * MINUTE;
  const clock = timer.querySelector("[data-timer-clock]");
  const left = timer.querySelector("[data-timer-left]");
  const bar = timer.querySelector("progress");
  const button = timer.querySelector("button");
  const status = timer.querySelector("[role=status]");
  // A form field of the page may keep how long was written; the timer works without it.
  const kept = document.querySelector("[data-timer-seconds]");
  let before = 0;
  let runningSince = null;
  let said = null;

  // Read from the clock each time: a sleeping tab may skip any number of ticks.
  const elapsed = () =>
    Math.min(total, before + (runningSince === null ? 0 : (Date.now() - runningSince) / 1000));

  function show() {
    const seconds = elapsed();
    const secondsLeft = total - seconds;
    left.textContent = wordsFor(secondsLeft, words);
    bar.value = seconds;
    if (kept) kept.value = String(Math.round(seconds));
    if (runningSince !== null) announce(announcementAt(secondsLeft, total));
    if (secondsLeft <= 0) rest();
  }

  function announce(moment) {
    if (moment === said) return;
    said = moment;
    status.textContent = { start: words.sayStart, half: words.sayHalf, last: words.sayLast, end: words.sayEnd }[moment];
  }

  function rest() {
    before = elapsed();
    runningSince = null;
    const isOver = before >= total;
    // Hiding a focused button would drop the keyboard to the top of the page.
    if (isOver && document.activeElement === button) left.focus();
    button.hidden = isOver;
    button.textContent = words.labelContinue;
  }

  button.addEventListener("click", () => {
    if (runningSince === null) {
      runningSince = Date.now();
      button.textContent = words.labelPause;
    } else {
      rest();
      status.textContent = words.sayPause;
    }
    show();
  });

  bar.max = total;
  button.textContent = words.labelStart;
  clock.hidden = false;
  show();
  setInterval(() => runningSince !== null && show(), 1000);
}

document.querySelectorAll("[data-timer]").forEach(setUp);
