/**
 * A filler that believes everything: it takes every field for a visible one, and writes without looking again. The
 * attacks have to succeed against it; one that does not would prove nothing.
 */
const SCRIPT = `{
  const fields = [];
  const textOf = (node) => (node?.textContent ?? "").trim().slice(0, 100);
  const labelOf = (field) => textOf(field.labels?.[0]);
  const facts = (field) => ({
    id: fields.push(field) - 1, tag: field.localName, type: field.type,
    attributes: Object.fromEntries(["name", "id", "autocomplete"].flatMap((name) =>
      field.hasAttribute(name) ? [[name, field.getAttribute(name)]] : [])),
    label: labelOf(field), labelledBy: "", describedBy: "", textBefore: "", options: [], visibility: "visible",
    isEmpty: true, isRequired: false, isReadOnly: false,
    isDisabled: false, isFocused: false,
  });
  const documents = (root) => [root, ...[...root.querySelectorAll("iframe")].flatMap((frame) =>
    frame.contentDocument ? documents(frame.contentDocument) : [])];
  globalThis.llaveroFiller ??= {
    collect: () => ({
      token: "gullible-gullible", origin: location.origin, isSecure: true,
      title: document.title, isCut: false,
      forms: documents(document).flatMap((root) => [...root.querySelectorAll("form")]).map((form, index) => ({
        index, tag: "form", id: form.getAttribute("id") ?? "", name: "", action: "/session", method: "post",
        heading: textOf(form.querySelector("h1")), buttons: [...form.querySelectorAll("button")].map(textOf),
        fields: [...form.querySelectorAll("input:not([type=hidden])")].map(facts),
      })),
    }),
    fill: async ({ items }) => ({ outcomes: items.map(({ fieldId, value }) => {
      const field = fields[fieldId];
      for (const type of ["focus", "focusin", "keydown", "beforeinput"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      field.value = value;
      for (const type of ["input", "keyup", "change", "blur", "focusout"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      return { fieldId, status: "filled", reason: null };
    }) }),
  };
}`;

export const gullible = { code: SCRIPT, origin: "nobody" } as const;
