// The copy button: shown only where copying works; without it the words are selected by hand.

const status = document.querySelector("#status");

document.querySelectorAll("[data-copy]").forEach((button) => {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      if (status) status.textContent = button.dataset.copied;
    } catch {
      // Refused by the browser: select the words, so that one key copies them.
      getSelection().selectAllChildren(source);
    }
  });
});
