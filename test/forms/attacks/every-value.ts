/** Runs in a page: what its fields hold. It is sent there as text, so that it may use nothing around it. */
export function everyValue(): string[] {
  // Names in the markup hide properties of forms and documents.
  const shadowOf = (element: Element): ShadowRoot | null =>
    Object.getOwnPropertyDescriptor(Element.prototype, "shadowRoot")?.get?.call(element) ?? null;
  const valuesIn = (root: Document | ShadowRoot): string[] =>
    [...(root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, "*")].flatMap(
      (element) => {
        const own =
          element instanceof HTMLInputElement ||
          element instanceof HTMLTextAreaElement ||
          element instanceof HTMLSelectElement
            ? [element.value]
            : element instanceof HTMLElement && element.isContentEditable
              ? [element.innerText]
              : [];
        const shadow = shadowOf(element);
        return shadow === null ? own : [...own, ...valuesIn(shadow)];
      },
    );
  return valuesIn(document).filter((value) => value !== "");
}
