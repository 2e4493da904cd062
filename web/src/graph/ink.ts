/** The page's colours as a canvas needs them: it knows nothing of custom properties. */
const NAMES = ["bg", "fg", "muted", "line", "panel", "accent", "supports", "contradicts"] as const;

export type Ink = Record<(typeof NAMES)[number], string>;

/** The colours as they are now. `within` is any element of the page. */
export function inkOf(within: HTMLElement): Ink {
  // Read off an element, since a property's own text may still be `light-dark(…)`.
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  const style = getComputedStyle(probe);
  const entries = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, style.color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Ink;
}

/** Calls back when the colours change: the system's, the page's own choice, or high contrast. Gives what ends it. */
export function watchInk(changed: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => window.matchMedia(query));
  queries.forEach((query) => query.addEventListener("change", changed));
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  return () => {
    queries.forEach((query) => query.removeEventListener("change", changed));
    observer.disconnect();
  };
}
