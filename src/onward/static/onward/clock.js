// Which clock is the person's: asked where the browser's shows another hour than that of Settings.

function hoursOf(zone) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts();
  return parts.find((part) => part.type === "timeZoneName").value;
}

function isAnother(zone, known) {
  try {
    return hoursOf(zone) !== hoursOf(known);
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
