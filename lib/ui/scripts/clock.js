// The time left of a talk, counted in the browser: it costs the server nothing.
const SECOND = 1000;
const MINUTE = 60 * SECOND;

function line(box, name, style) {
  let found = box.querySelector(`[data-part=${name}]`);
  if (!found) {
    found = document.createElement("div");
    found.dataset.part = name;
    box.append(found);
  }
  Object.assign(found.style, style);
  return found;
}

function drawn(box) {
  const left = line(box, "left", {
    font: "600 1.75rem var(--st-heading-font)", color: "var(--st-text-color)",
  });
  const bar = line(box, "bar", {
    height: "6px", margin: "8px 0", borderRadius: "3px", background: "var(--st-border-color)",
  });
  const done = line(bar, "done", {
    height: "100%", borderRadius: "3px", background: "var(--st-primary-color)",
  });
  const small = { font: "1rem var(--st-font)", color: "var(--st-text-color)" };
  const until = line(box, "until", small);
  const ask = line(box, "ask", { ...small, fontWeight: "600" });
  ask.setAttribute("role", "status");
  return { left, done, until, ask };
}

function say(part, words) {
  if (part.textContent !== words) part.textContent = words;
}

export default function ({ data, parentElement }) {
  const parts = drawn(parentElement);
  const tick = () => {
    const now = Date.now();
    const minutes = Math.ceil((data.ends * SECOND - now) / MINUTE);
    const share = (now - data.begun * SECOND) / ((data.ends - data.begun) * SECOND);
    say(parts.left, minutes > 0 ? `${minutes} ${data.left}` : data.go);
    say(parts.until, data.until);
    say(parts.ask, minutes > 0 && minutes <= data.nudge ? data.ask : "");
    parts.done.style.width = `${100 * Math.min(Math.max(share, 0), 1)}%`;
  };
  tick();
  const timer = setInterval(tick, SECOND);
  return () => clearInterval(timer);
}
