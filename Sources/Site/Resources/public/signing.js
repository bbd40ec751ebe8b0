// Signing by hand: <fieldset data-sign-pad>. Strokes are drawn by finger, pen or mouse and go into
// the hidden field of the pad as points of a grid; without this file the full name is typed.
(function () {
  "use strict";

  const width = 1000;
  const height = 400;
  const nearest = 5;
  const mostPoints = 2000;
  const mostStrokes = 60;

  const read = (text) =>
    text ? text.split("_").map((line) => line.split("-").map((point) => point.split(".").map(Number))) : [];
  const written = (strokes) =>
    strokes.map((line) => line.map((point) => point.join(".")).join("-")).join("_");
  const path = (strokes) =>
    strokes.map((line) =>
      "M" + line.map((point) => point.join(" ")).join("L") + (line.length === 1 ? "h0" : "")).join("");
  const count = (strokes) => strokes.reduce((sum, line) => sum + line.length, 0);

  function prepare(pad) {
    const surface = pad.querySelector(".sign-surface");
    const ink = surface.querySelector("path");
    const field = pad.querySelector("input[type=hidden]");
    const name = pad.querySelector("input:not([type=hidden])");
    const state = pad.querySelector("[data-sign-state]");
    const isNeeded = name.required;
    let strokes = read(field.value);
    let pointer = null;

    function show(words) {
      ink.setAttribute("d", path(strokes));
      field.value = written(strokes);
      name.required = isNeeded && strokes.length === 0;
      if (words !== undefined) state.textContent = words;
    }

    const told = () => (strokes.length ? "已写 " + strokes.length + " 笔" : "还没有写");

    function place(event) {
      const box = surface.getBoundingClientRect();
      const part = (value, start, size, most) =>
        Math.min(most, Math.max(0, Math.round(((value - start) / size) * most)));
      return [
        part(event.clientX, box.left, box.width, width),
        part(event.clientY, box.top, box.height, height),
      ];
    }

    function add(event) {
      const line = strokes[strokes.length - 1];
      const last = line[line.length - 1];
      const point = place(event);
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) < nearest) return;
      if (count(strokes) < mostPoints) line.push(point);
    }

    surface.addEventListener("pointerdown", (event) => {
      if (pointer !== null || event.button !== 0) return;
      event.preventDefault();
      if (strokes.length >= mostStrokes || count(strokes) >= mostPoints) {
        return show("写不下了，请按“重写”，只写姓名");
      }
      pointer = event.pointerId;
      surface.setPointerCapture(pointer);
      strokes.push([place(event)]);
      show();
    });

    surface.addEventListener("pointermove", (event) => {
      if (event.pointerId !== pointer) return;
      const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
      (all.length ? all : [event]).forEach(add);
      show();
    });

    for (const end of ["pointerup", "pointercancel"]) {
      surface.addEventListener(end, (event) => {
        if (event.pointerId !== pointer) return;
        pointer = null;
        show(told());
      });
    }

    pad.querySelector("[data-sign-undo]").addEventListener("click", () => {
      strokes.pop();
      show(told());
    });
    pad.querySelector("[data-sign-clear]").addEventListener("click", () => {
      strokes = [];
      show(told());
    });

    pad.querySelector(".sign-drawing").hidden = false;
    show(told());
  }

  document.querySelectorAll("[data-sign-pad]").forEach(prepare);
})();
