/** The element of this page with that id. Throws where there is none of the kind: the page and its program differ. */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

/** A new element with text or elements in it. Text is never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className }: { className?: string },
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  made.append(...content);
  return made;
}
