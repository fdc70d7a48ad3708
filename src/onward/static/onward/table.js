// One box that ticks all rows of the page; without this script each is ticked by itself.

for (const slot of document.querySelectorAll("[data-tick-all]")) {
  const boxes = () => [...document.querySelectorAll("input[name=application]")];
  const label = document.createElement("label");
  label.className = "tick";
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", slot.dataset.label);
  all.addEventListener("change", () => boxes().forEach((box) => (box.checked = all.checked)));
  document.addEventListener("change", (event) => {
    if (event.target === all || event.target.name !== "application") return;
    all.checked = boxes().every((box) => box.checked);
    all.indeterminate = !all.checked && boxes().some((box) => box.checked);
  });
  label.append(all);
  slot.append(label);
}
