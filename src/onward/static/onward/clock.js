// Which clock is the person's: asked where the browser's shows another hour than that of Settings,
// today or in the other half of the year.

function hoursOf(zone, day) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(day);
  return parts.find((part) => part.type === "timeZoneName").value;
}

function isAnother(zone, known) {
  const today = new Date();
  const days = [today, ...[0, 6].map((month) => new Date(today.getFullYear(), month, 1))];
  try {
    return days.some((day) => hoursOf(zone, day) !== hoursOf(known, day));
  } catch {
    // One of the two is a zone that this browser does not know: nothing is asked.
    return false;
  }
}

document.querySelectorAll("[data-clock]").forEach((form) => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === form.dataset.clockKept || !isAnother(zone, form.dataset.clock)) return;
  form.querySelector("[data-clock-zone]").textContent = zone.replaceAll("_", " ").replaceAll("/", " / ");
  form.querySelector("[data-clock-field]").value = zone;
  form.hidden = false;
});
