// A buyer's pick on a weak network: one command id for each intent, asked again until the site has
// answered, however often the finger taps. Without this file the form is simply sent.
(function () {
  "use strict";

  const place = "anchang.pick";
  const box = () => document.getElementById("pick-answer");
  let isAsking = false;

  const stored = (action) => {
    try { return action(window.sessionStorage); } catch (error) { return null; }
  };
  const keep = (intent) => stored((storage) => storage.setItem(place, JSON.stringify(intent)));
  const drop = () => stored((storage) => storage.removeItem(place));

  function kept() {
    try { return JSON.parse(stored((storage) => storage.getItem(place))); } catch (error) { return null; }
  }

  function show(tone, title, text) {
    const notice = document.createElement("div");
    notice.className = "notice tone-" + tone;
    const words = document.createElement("div");
    const head = document.createElement("p");
    head.className = "notice-title";
    head.textContent = title;
    const line = document.createElement("p");
    line.textContent = text;
    words.append(head, line);
    notice.append(words);
    box().replaceChildren(notice);
  }

  const pause = (milliseconds) => new Promise((done) => window.setTimeout(done, milliseconds));

  // The site's answer, or null when the same question must be asked again.
  async function ask(intent) {
    const patience = new AbortController();
    const timer = window.setTimeout(() => patience.abort(), 8000);
    try {
      const answer = await fetch("/api/v1/openings/" + encodeURIComponent(intent.activity) + "/picks", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id: intent.id, code: intent.code, unit: intent.unit }),
        signal: patience.signal,
      });
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return null;
      return { isMine: answer.ok, body: await answer.json() };
    } catch (error) {
      return null;
    } finally {
      window.clearTimeout(timer);
    }
  }

  async function settle(intent) {
    if (isAsking) return;
    isAsking = true;
    keep(intent);
    show("busy", "正在选 " + intent.unit, "请稍候，结果以服务器为准。");
    let wait = 500;
    let answer = await ask(intent);
    while (!answer) {
      show("warn", "网络不好，还在确认 " + intent.unit, "不用重复点；确认之前不算选到，也不算没选到。");
      await pause(wait);
      wait = Math.min(wait * 2, 5000);
      answer = await ask(intent);
    }
    drop();
    isAsking = false;
    if (answer.isMine) show("good", "选到 " + intent.unit, answer.body.sentence || "");
    else show("stop", "没有选到 " + intent.unit, answer.body.detail || answer.body.title || "");
    document.body.dispatchEvent(new Event("picked"));
  }

  function newID() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // Before the page's own guard against double submissions, which would freeze the button.
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset || !form.dataset.pick || !event.submitter) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    settle({
      id: newID(), activity: form.dataset.pick, code: form.dataset.code,
      unit: event.submitter.value,
    });
  }, true);

  const left = kept();
  if (left && box() && window.location.pathname.endsWith(left.code)) settle(left);
  else if (left) drop();
})();
