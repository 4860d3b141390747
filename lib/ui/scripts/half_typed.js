// A half-typed line is there again after a reload, or when the server was away. It stays in this
// window's own storage, and goes as soon as the line is among those that were saved.
const BOX = "[data-testid=stChatInputTextArea]";
const PATIENCE = 50;
const EVERY = 100;

let talk;
let listening = false;
let filled;
let filled_for;

const place = () => `fieldwork/half-typed/${talk}`;
const bare = (line) => line.trim().replace(/\s+/g, " ");

function is_saved(line, kept) {
  const unmarked = bare(line).replace(/^[*$>+@-]\s*/, "");
  return kept.split("\n").some((one) => one === bare(line) || one === unmarked);
}

function keep(event) {
  if (!event.target.matches?.(BOX)) return;
  if (event.target.value) sessionStorage.setItem(place(), event.target.value);
  else sessionStorage.removeItem(place());
}

function type(box, words) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  set.call(box, words);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// Once for every box that is made: later runs may be of a line before the one that was just sent.
function put_back(tries) {
  const box = document.querySelector(BOX);
  if (!box && tries > 0) setTimeout(put_back, EVERY, tries - 1);
  if (!box || (box === filled && talk === filled_for)) return;
  filled = box;
  filled_for = talk;
  const words = sessionStorage.getItem(place());
  if (words && !box.value) type(box, words);
}

export default function ({ data }) {
  talk = data.talk;
  if (!listening) document.addEventListener("input", keep);
  listening = true;
  const words = sessionStorage.getItem(place());
  const box = document.querySelector(BOX);
  if (words && !box?.value && is_saved(words, data.kept)) sessionStorage.removeItem(place());
  put_back(PATIENCE);
}
