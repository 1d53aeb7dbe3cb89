// Comfort only: every page works without it.
document.documentElement.classList.add("js");

// A second click on a button while its form is on the way changes nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// What was typed outlives another language or look, a session that ended, and a page that refuses: this tab keeps it, for
// the same person on the same page, until the form comes back or another page opens.
const KEPT = "typed";
const person = () => (document.querySelector(".person") || {}).textContent || "";
const typedFields = () => [...document.querySelectorAll("main form:not([role=search]) :is(input, textarea, select)")].filter(
  (field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type) && field.autocomplete !== "one-time-code");
const value = (field) => (["checkbox", "radio"].includes(field.type) ? field.checked : field.value);
document.addEventListener("submit", (event) => {
  if (event.target.method === "get") return; // what it leads to is what was asked for
  const fields = typedFields();
  const waits = document.querySelector("[data-keep-typed]");
  if (!fields.length || waits) return;
  const typed = { path: location.pathname, who: person(), values: fields.map((field) => [field.name, value(field)]) };
  sessionStorage.setItem(KEPT, JSON.stringify(typed));
});
const restoreTyped = () => {
  const typed = JSON.parse(sessionStorage.getItem(KEPT));
  if (!typed || document.querySelector("[data-keep-typed]")) return;
  sessionStorage.removeItem(KEPT);
  const fields = typedFields();
  const same = typed.path === location.pathname && (!typed.who || typed.who === person());
  const answered = document.querySelector("[data-summary], .alert-success");
  if (!same || answered || fields.length !== typed.values.length) return;
  fields.forEach((field, at) => {
    const [name, was] = typed.values[at];
    if (field.name !== name) return;
    if (typeof was === "boolean") field.checked = was;
    else field.value = was;
  });
};
restoreTyped();

// A link to a confirmation page opens the dialog with the same words instead.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const closer = event.target.closest("[data-close]");
  if (closer && closer.closest("dialog")) {
    event.preventDefault();
    closer.closest("dialog").close();
  }
});

// Copy the text of a field.
document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    const done = document.getElementById(button.dataset.copied);
    if (done) done.hidden = false;
  });
});

// A file that is too large is not sent at all: nothing typed is lost. Nor is the form without it, where it needs one: the answer
// would be that a file is missing.
document.querySelectorAll("[data-most-bytes]").forEach((said) => {
  const field = document.getElementById(said.dataset.file);
  const described = field.getAttribute("aria-describedby");
  field.addEventListener("change", () => {
    said.hidden = ![...field.files].some((file) => file.size > Number(said.dataset.mostBytes));
    if (!said.hidden) field.value = "";
    field.setAttribute("aria-describedby", said.hidden ? described : `${described} ${said.id}`);
  });
  field.form.addEventListener("submit", (event) => {
    if (said.hidden || !field.required || field.value || !field.offsetParent) return;
    event.preventDefault();
    event.stopPropagation(); // else the button says that the form is on its way
    field.focus();
  });
});

// Narrow a long list of choices while typing; ticked ones always stay. Groups that hold a match open while anything is narrowed.
document.querySelectorAll("[data-filter]").forEach((field) => {
  field.closest("[data-filter-box]").hidden = false;
  const choices = [...document.querySelectorAll(field.dataset.filter)];
  const groups = new Map();
  choices.forEach((choice) => {
    const group = choice.closest("[data-filter-group]");
    if (group) groups.set(group, [...(groups.get(group) || []), choice]);
  });
  const selects = [...document.querySelectorAll(`[data-filter-also="${field.id}"]`)];
  const nothing = document.querySelector("[data-filter-nothing]");
  const texts = new Map(choices.map((choice) => {
    const copy = choice.cloneNode(true);
    copy.querySelectorAll("[data-filter-not]").forEach((part) => part.remove());
    return [choice, copy.textContent.toLowerCase()];
  }));
  const openBefore = new Map();
  // a select hides by the style sheet
  const isShown = (choice) => !choice.hidden && getComputedStyle(choice).display !== "none";
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (choice) => words.every((word) => texts.get(choice).includes(word));
    const isTicked = (choice) => choice.querySelector("input").checked;
    choices.forEach((choice) => (choice.hidden = !isTicked(choice) && !fits(choice)));
    const narrowed = words.length > 0 || selects.some((select) => select.value);
    groups.forEach((members, group) => {
      if (narrowed && !openBefore.has(group)) openBefore.set(group, group.open);
      const shown = members.some(isShown);
      group.hidden = !shown;
      group.open = narrowed ? shown : openBefore.get(group) || members.some(isTicked);
    });
    if (!narrowed) openBefore.clear();
    if (nothing) nothing.hidden = choices.some((choice) => fits(choice) && isShown(choice));
  };
  field.addEventListener("input", narrow);
  selects.forEach((select) => select.addEventListener("change", narrow));
  // Enter in the search field must not send the whole form
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
});

// Count what is left of a field.
document.querySelectorAll("[data-count]").forEach((counter) => {
  const field = document.getElementById(counter.dataset.count);
  const show = () => (counter.textContent = `${field.value.length} / ${field.maxLength}`);
  field.addEventListener("input", show);
  show();
});

// How many choices are ticked.
document.querySelectorAll("[data-ticked]").forEach((counter) => {
  const boxes = document.querySelectorAll(counter.dataset.ticked);
  const show = () => (counter.textContent = [...boxes].filter((box) => box.checked).length);
  boxes.forEach((box) => box.addEventListener("change", show));
  show();
});

// The time zone of the person who registers.
document.querySelectorAll("input[data-zone]").forEach((field) => {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
});

// After an error the summary is read first.
const summary = document.querySelector("[data-summary]");
if (summary) summary.focus();

// One box ticks all of a page.
document.querySelectorAll("[data-all]").forEach((label) => {
  label.hidden = false;
  const all = label.querySelector("input");
  const boxes = [...label.closest("form").querySelectorAll(`input[name="${label.dataset.all}"]:enabled`)];
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", () => (all.checked = boxes.every((each) => each.checked))));
});

// Work that goes on shows how far it is; when it is over, the page with its results comes.
const PAUSE = 3000;
const follow = async () => {
  const live = [...document.querySelectorAll("[data-live]")];
  try {
    const answer = await fetch(location.href);
    if (answer.redirected || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-live]");
    if (fresh.length !== live.length) {
      location.reload();
      return;
    }
    live.forEach((part, at) => {
      if (fresh[at].innerHTML === part.innerHTML) return; // what is unchanged keeps what is focused or selected
      const link = part.contains(document.activeElement) && document.activeElement.getAttribute("href");
      part.replaceWith(fresh[at]);
      const again = link && [...fresh[at].querySelectorAll("a")].find((each) => each.getAttribute("href") === link);
      if (again) again.focus();
    });
  } catch {
    // the portal is away for a moment
  }
  setTimeout(follow, PAUSE);
};
if (document.querySelector("[data-live]")) setTimeout(follow, PAUSE);
