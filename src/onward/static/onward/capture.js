// Takes the page that the bookmark put behind the # of the address, and looks at it.

const form = document.querySelector("[data-caught-form]");
const field = document.querySelector("[data-caught-page]");

if (form && field && location.hash.length > 1) {
  let page = "";
  try {
    page = decodeURIComponent(location.hash.slice(1));
  } catch {
    // Whoever typed something else there sees the empty form.
  }
  history.replaceState(null, "", location.pathname);
  if (page.startsWith("{")) {
    field.value = page;
    form.submit();
  }
}
