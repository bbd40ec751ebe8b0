// What pages do beyond HTML: keep drafts, refuse double submissions, show the connection's state,
// count down, and vibrate. Everything works without this file except those five.
(function () {
  "use strict";

  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const stored = (action) => {
    // Private windows and full disks refuse storage; the page must work all the same.
    try { return action(window.localStorage); } catch (error) { return null; }
  };

  // Drafts: <form data-draft="arrival">

  const draftPrefix = "anchang.draft.";
  const draftLifetime = 3 * 24 * 3600 * 1000;
  const notKept = new Set(["hidden", "password", "file", "submit", "button"]);

  const draftFields = (form) =>
    Array.from(form.elements).filter((field) => field.name && !notKept.has(field.type));

  function saveDraft(form) {
    const values = [];
    for (const field of draftFields(form)) {
      if (field.type === "radio" || field.type === "checkbox") {
        if (field.checked) values.push([field.name, field.value]);
      } else if (field.value !== "") {
        values.push([field.name, field.value]);
      }
    }
    const draft = JSON.stringify({ at: Date.now(), values: values });
    stored((storage) => storage.setItem(draftPrefix + form.dataset.draft, draft));
  }

  function dropDraft(key) {
    stored((storage) => storage.removeItem(draftPrefix + key));
  }

  function readDraft(key) {
    const text = stored((storage) => storage.getItem(draftPrefix + key));
    try {
      const draft = JSON.parse(text);
      return draft && Date.now() - draft.at < draftLifetime ? draft.values : null;
    } catch (error) {
      return null;
    }
  }

  const isUntouched = (field) =>
    field.tagName === "SELECT"
      ? !Array.from(field.options).some((option) => option.defaultSelected && option.value)
      : field.value === field.defaultValue && field.defaultValue === "";

  function restoreDraft(form) {
    const values = readDraft(form.dataset.draft);
    if (!values) return;
    // What was half written is not hidden when the page around it changes.
    const fold = form.closest("details");
    if (fold && values.length > 0) fold.open = true;
    const fields = draftFields(form);
    // A form that came back refused knows better than the draft what was chosen.
    const isRefused = form.querySelector("[aria-invalid]") !== null;
    const wasChosen = new Set(
      fields.filter((field) => isRefused && field.defaultChecked).map((field) => field.name));
    for (const [name, value] of values) {
      for (const field of fields.filter((candidate) => candidate.name === name)) {
        if (field.type === "radio" || field.type === "checkbox") {
          if (field.value === value && !wasChosen.has(name)) field.checked = true;
        } else if (isUntouched(field)) {
          field.value = value;
        }
      }
    }
  }

  function prepareDraft(form) {
    if (form.dataset.draftReady) return;
    form.dataset.draftReady = "yes";
    restoreDraft(form);
    const key = document.createElement("input");
    key.type = "hidden";
    key.name = "_draft";
    key.value = form.dataset.draft;
    form.append(key);
    form.addEventListener("input", () => saveDraft(form));
    form.addEventListener("change", () => saveDraft(form));
    form.addEventListener("reset", () => dropDraft(form.dataset.draft));
  }

  function dropAcceptedDraft() {
    const match = document.cookie.match(/(?:^|; )draft_done=([A-Za-z0-9._-]+)/);
    if (!match) return;
    dropDraft(match[1]);
    document.cookie = "draft_done=; Path=/; Max-Age=0; SameSite=Lax";
  }

  // Double submissions: the pressed button waits.

  const patience = 20000;

  function release(button) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }

  function hold(button) {
    button.setAttribute("aria-busy", "true");
    // Only after the browser has collected the form, or the button's own value would be missing.
    window.setTimeout(() => { button.disabled = true; }, 0);
    window.setTimeout(() => release(button), patience);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sending = "yes";
    window.setTimeout(() => { delete form.dataset.sending; }, patience);
    const button = event.submitter || form.querySelector("button:not([type=button])");
    if (button) hold(button);
  }, true);

  function releaseForm(form) {
    delete form.dataset.sending;
    all("button[aria-busy]", form).forEach(release);
  }

  // A page that comes back from the browser's memory must not come back frozen.
  window.addEventListener("pageshow", () => all("form[data-sending]").forEach(releaseForm));

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest ? event.target.closest("form") : null;
    if (!form) return;
    releaseForm(form);
    if (event.detail.successful && form.dataset.draft) dropDraft(form.dataset.draft);
  });

  // The connection: broken while any stream of the page is broken.

  const broken = new Set();

  function showConnection() {
    const banner = document.getElementById("connection");
    if (banner) banner.hidden = navigator.onLine !== false && broken.size === 0;
  }

  const streamOf = (event) => event.target;
  document.addEventListener("htmx:sseError", (event) => {
    broken.add(streamOf(event));
    showConnection();
  });
  document.addEventListener("htmx:sseOpen", (event) => {
    broken.delete(streamOf(event));
    showConnection();
  });
  document.addEventListener("htmx:sseClose", (event) => {
    broken.delete(streamOf(event));
    showConnection();
  });

  // A press counts for what was there when the finger came down: what changes meanwhile waits until
  // it is lifted, or the button would go away under it and the tap be lost.

  const waiting = new Map();
  const longestPress = 3000;
  let isPressed = false;
  let pressTimer = 0;

  function lift() {
    window.clearTimeout(pressTimer);
    isPressed = false;
    const changes = Array.from(waiting.values());
    waiting.clear();
    for (const change of changes) change();
  }

  document.addEventListener("pointerdown", () => {
    window.clearTimeout(pressTimer);
    isPressed = true;
    pressTimer = window.setTimeout(lift, longestPress);
  }, true);

  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      window.clearTimeout(pressTimer);
      // The click comes after it.
      pressTimer = window.setTimeout(lift, 100);
    }, true);
  }

  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    const { target: source, type, data, lastEventId } = event.detail;
    if (!isPressed || !source) return;
    event.preventDefault();
    waiting.set(source.url + " " + type, () =>
      source.dispatchEvent(new MessageEvent(type, { data: data, lastEventId: lastEventId })));
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const asking = event.detail.requestConfig && event.detail.requestConfig.elt;
    const cause = asking && asking.dataset.hxTrigger;
    if (!isPressed || !cause || !cause.startsWith("sse:")) return;
    event.detail.shouldSwap = false;
    waiting.set(asking, () => window.htmx.trigger(asking, cause));
  });

  // Units: <div data-units="/events/units?since=7">. Each event brings one part that takes the place
  // of that with the same id; what the page does not show is left out.

  function takePart(text) {
    if (isPressed) {
      waiting.set(text, () => takePart(text));
      return;
    }
    const template = document.createElement("template");
    template.innerHTML = text;
    for (const part of Array.from(template.content.children)) {
      const old = document.getElementById(part.id);
      if (!old) continue;
      const hadFocus = old === document.activeElement;
      old.replaceWith(part);
      if (hadFocus) part.focus();
    }
  }

  for (const root of all("[data-units]")) {
    const source = new EventSource(root.dataset.units);
    source.addEventListener("unit", (event) => takePart(event.data));
    source.addEventListener("open", () => { broken.delete(root); showConnection(); });
    source.addEventListener("error", () => { broken.add(root); showConnection(); });
  }

  window.addEventListener("online", showConnection);
  window.addEventListener("offline", showConnection);

  // A phone that slept may hold a dead stream without knowing: what was hidden for long is fetched anew.
  let hiddenSince = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      hiddenSince = Date.now();
    } else if (hiddenSince && Date.now() - hiddenSince > 60000) {
      const hasStream = document.querySelector("[data-sse-connect], [data-units]");
      const isTyping = document.querySelector("form [aria-busy], form :focus");
      if (hasStream && !isTyping) window.location.reload();
    }
  });

  // Countdowns: <time data-countdown="1780000000000">

  const clock = document.querySelector("meta[name=server-now]");
  const skew = clock ? Number(clock.content) - Date.now() : 0;

  function span(milliseconds) {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const days = Math.floor(seconds / 86400);
    const hours = Math.floor((seconds % 86400) / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (days > 0) return days + " 天 " + hours + " 小时";
    if (hours > 0) return hours + " 小时 " + minutes + " 分";
    if (minutes > 0) return minutes + " 分 " + (seconds % 60) + " 秒";
    return seconds + " 秒";
  }

  function countDown() {
    const now = Date.now() + skew;
    for (const time of all("time[data-countdown]")) {
      const left = Number(time.dataset.countdown) - now;
      const text = left >= 0 ? "还剩 " + span(left) : "已过 " + span(left);
      if (time.textContent !== text) time.textContent = text;
      time.classList.toggle("is-over", left < 0);
    }
  }

  window.setInterval(countDown, 1000);

  // Vibration: <… data-vibrate="visit-17"> once for each value; the last fifty are remembered.

  function vibrated() {
    const text = stored((storage) => storage.getItem("anchang.vibrated"));
    try {
      const marks = JSON.parse(text);
      return Array.isArray(marks) ? marks : [];
    } catch (error) {
      return [];
    }
  }

  function vibrate(root) {
    for (const element of all("[data-vibrate]", root)) {
      const mark = element.dataset.vibrate;
      const seen = vibrated();
      if (!mark || seen.includes(mark)) continue;
      const marks = JSON.stringify(seen.concat(mark).slice(-50));
      stored((storage) => storage.setItem("anchang.vibrated", marks));
      // Browsers refuse, and complain, before the first touch.
      const touched = navigator.userActivation?.hasBeenActive ?? true;
      if (navigator.vibrate && touched) navigator.vibrate([250, 120, 250]);
    }
  }

  // Keys: <form data-keys> digits choose in the first group of chips that is open, Esc starts over,
  // Enter sends.

  const isTyping = (element) =>
    element && (element.isContentEditable ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) &&
        !/^(radio|checkbox)$/.test(element.type)));

  const openGroup = (form) => {
    const groups = all("fieldset.chips", form).filter((group) => group.offsetParent !== null);
    const isOpen = (group) => !group.querySelector("input:checked");
    return groups.find(isOpen) || groups[groups.length - 1];
  };

  function chooseByKey(form, digit) {
    const group = openGroup(form);
    const field = group && all("input[type=radio]", group)[digit === 0 ? 9 : digit - 1];
    if (!field) return;
    field.checked = true;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    if (field.value === "named") form.elements.named.focus(); else field.focus();
  }

  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("form[data-keys]");
    const target = document.activeElement;
    if (!form || event.ctrlKey || event.altKey || event.metaKey || isTyping(target)) return;
    if (/^[0-9]$/.test(event.key)) {
      event.preventDefault();
      chooseByKey(form, Number(event.key));
    } else if (event.key === "Escape") {
      form.reset();
    } else if (event.key === "Enter" && (target === document.body || target.type === "radio")) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // Keys: / goes to the search box of a page: <form data-slash>.

  document.addEventListener("keydown", (event) => {
    const box = document.querySelector("form[data-slash] input[type=search]");
    if (!box || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(document.activeElement)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest ? event.target.closest("[data-print]") : null;
    if (button) window.print();
  });

  function prepare(root) {
    all("form[data-draft]", root).forEach(prepareDraft);
    vibrate(root);
    countDown();
  }

  dropAcceptedDraft();
  prepare(document);
  showConnection();
  document.addEventListener("htmx:afterSwap", () => prepare(document));
  document.addEventListener("htmx:sseMessage", () => prepare(document));
})();
