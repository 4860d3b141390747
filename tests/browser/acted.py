"""Finds typed text (tests.seeded.CODE) that a page made anything of but text."""

ACTED = """
[...document.querySelectorAll(
  'img, a, .katex, del, code, strong, em, b, iframe, blockquote, table, h1, h2, h3, li, svg, span'
)].filter(one => {
  const text = one.textContent, of = one.closest('[data-testid=stMarkdownContainer]') !== null
  const to = one.getAttribute('href') || one.getAttribute('src') || ''
  const host = URL.canParse(to, location.href) ? new URL(to, location.href).host : to
  if (/elsewhere/.test(host) || /javascript:|mailto:/.test(to)) return true
  if (one.matches('span')) return of && text === 'home'
  if (one.matches('svg')) return one.hasAttribute('onload')
  if (!of) return false
  if (one.matches('img')) return true
  if (one.matches('strong, em, b, a, code, del')) return /^(bold|link|code|gone|b|said)$/.test(text)
  if (one.matches('li, h1, h2, h3')) return /^(a list|more|head)$/.test(text)
  return one.matches('.katex, iframe, table') || one.matches('blockquote') && text === 'said'
}).map(one => {
  const around = one.closest('[data-testid]:not([data-testid=stMarkdownContainer])')
  return (around ? around.dataset.testid : '') + ': ' + one.outerHTML.slice(0, 200)
}).concat(/a → b|😄/.test(document.body.innerText) ? ['an arrow or a face'] : [])
"""
"""What typed text has become, where it became anything but text."""
