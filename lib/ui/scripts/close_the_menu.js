// On a telephone the menu lies over the page and Streamlit leaves it open: another screen closes it.
let shown;

export default function ({ data }) {
  const before = shown;
  shown = data.screen;
  if (before === undefined || before === shown || window.innerWidth >= 768) return;
  document
    .querySelector("[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button")
    ?.click();
}
