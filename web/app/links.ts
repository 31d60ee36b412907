// Which clicks and forms the app follows itself: plain ones, to pages of this site.

/** Addresses that are files or answers of their own, not pages. */
const NO_PAGE = /^\/(?:api|assets|feeds|share|healthz|readyz|metrics)\b|\.(?:csv|json|geojson|svg|png|atom|xml)$/;

export function addressOfClick(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.getAttribute('target') !== null || link.hasAttribute('download')) return null;
  const href = link.getAttribute('href');
  if (href === null || href.startsWith('#')) return null;
  const to = new URL(href, window.location.href);
  if (to.origin !== window.location.origin || NO_PAGE.test(to.pathname)) return null;
  const isHere = to.pathname === window.location.pathname && to.search === window.location.search;
  return isHere && to.hash !== '' ? null : to.pathname + to.search + to.hash;
}

/** A form sent by GET is an address with the filled fields. */
export function addressOfForm(event: SubmitEvent): string | null {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'get') return null;
  const to = new URL(form.action);
  if (to.origin !== window.location.origin) return null;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') query.append(name, value);
  const words = query.toString();
  return words === '' ? to.pathname : `${to.pathname}?${words}`;
}
