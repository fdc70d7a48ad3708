// One box that ticks all rows of the page, and how many are ticked; without this script each
// is ticked by itself. All that match, beyond the page, are counted where that is asked for.

function setUp(bar) {
  const slot = bar.querySelector("[data-tick-all]");
  const said = bar.querySelector("[data-count]");
  const beyond = document.querySelector("input[name=all]");
  const boxes = [...document.querySelectorAll("input[name=application]")];
  const label = document.createElement("label");
  const all = document.createElement("input");
  label.className = "choice";
  all.type = "checkbox";
  label.append(all, slot.dataset.label);
  slot.append(label);

  function count() {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
    const told = beyond?.checked ? beyond.dataset.total : ticked;
    said.textContent = told ? said.dataset.count.replace("#", told) : "";
  }

  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  for (const box of boxes) box.addEventListener("change", count);
  beyond?.addEventListener("change", count);
  // Also what was ticked when the page came back, from the server or by the browser's button.
  addEventListener("pageshow", count);
  count();
}

document.querySelectorAll("[data-ticked]").forEach(setUp);
