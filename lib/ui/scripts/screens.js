// Another screen: one entry of the history, and on a telephone the menu closes over it.
//
// Streamlit opens a screen without the address's query, fills it then, sometimes on the screen that is
// being left, and makes an entry of the history of each. Here a screen and a filter make one each.
const FILTERS = ["fields", "since", "until", "level", "stage"];
const OURS = [...FILTERS, "share"];

let shown;
let filtered;
let path;

function one_entry_a_screen() {
  if (window.fieldworkTurns) return;
  window.fieldworkTurns = true;
  const push = window.history.pushState.bind(window.history);
  window.history.pushState = (state, title, url) => {
    const from = new URL(window.location.href);
    const to = new URL(url ?? "", window.location.href);
    if (from.href === to.href || fills_what_is_left(from, to)) return;
    if (fills_what_is_new(from, to)) window.history.replaceState(state, title, url);
    else push(state, title, url);
  };
}

function fills_what_is_left(from, to) {
  const has = (url) => FILTERS.some((key) => url.searchParams.has(key));
  return !filtered && from.pathname === to.pathname && to.pathname === path && has(to) && !has(from);
}

function fills_what_is_new(from, to) {
  const rest = (url) => [...url.searchParams].filter(([key]) => !OURS.includes(key)).join("&");
  return from.pathname === to.pathname && to.pathname !== path && rest(from) === rest(to);
}

function close_the_menu() {
  const open = "[data-testid=stSidebar][data-collapsed=false]";
  document.querySelector(`${open} [data-testid=stSidebarCollapseButton] button`)?.click();
}

export default function ({ data }) {
  one_entry_a_screen();
  if (shown !== undefined && shown !== data.screen && window.innerWidth < 768) close_the_menu();
  shown = data.screen;
  filtered = Boolean(data.filtered);
  path = window.location.pathname;
}
