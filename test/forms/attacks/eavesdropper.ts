/**
 * A page that listens to all it can: every event, every change of the document, every access to a value, every message.
 * What it hears is kept in `window.heard`, as text.
 */

const EVENTS = [
  "focus focusin focusout blur keydown keypress keyup beforeinput input change select selectionchange selectstart",
  "compositionstart compositionupdate compositionend paste copy cut beforecopy beforepaste beforecut drop dragstart",
  "click mousedown mouseup pointerdown pointerup invalid submit formdata reset message storage error",
  "unhandledrejection securitypolicyviolation animationstart transitionrun toggle slotchange webkitautofill",
].join(" ");

export const EAVESDROPPER = `<script>
window.heard = [];
const note = (what, ...values) => {
  for (const value of values) window.heard.push(what + ": " + (typeof value === "string" ? value : JSON.stringify(value)));
};
const dump = (object) => {
  const seen = {};
  for (const key in object) {
    try { if (["string", "number"].includes(typeof object[key])) seen[key] = object[key]; } catch {}
  }
  return seen;
};
for (const type of ${JSON.stringify(EVENTS)}.split(" ")) {
  window.addEventListener(type, (event) => {
    note(type, dump(event), dump(event.detail ?? {}), String(event.data ?? ""), String(event.dataTransfer?.getData("text") ?? ""));
    if (event.target?.value !== undefined) note(type + " target", String(event.target.value));
    note(type + " selection", String(getSelection()));
  }, true);
}
new MutationObserver((records) => {
  for (const { type, attributeName, target, addedNodes } of records) {
    if (type === "attributes") note("attribute " + attributeName, String(target.getAttribute(attributeName)));
    if (type === "characterData") note("text", String(target.data));
    for (const node of addedNodes) note("added", node.outerHTML ?? String(node.data));
  }
}).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
for (const prototype of [HTMLInputElement.prototype, HTMLTextAreaElement.prototype]) {
  const { get, set } = Object.getOwnPropertyDescriptor(prototype, "value");
  Object.defineProperty(prototype, "value", {
    configurable: true,
    get() { return get.call(this); },
    set(value) { note("setter", String(value)); set.call(this, value); },
  });
}
for (const name of ["setAttribute", "dispatchEvent", "setRangeText", "append", "insertBefore", "attachShadow"]) {
  for (const { prototype } of [Element, Node, EventTarget, HTMLInputElement]) {
    if (!Object.hasOwn(prototype, name)) continue;
    const own = prototype[name];
    prototype[name] = function (...args) { note("call of " + name, args.map(String)); return own.apply(this, args); };
  }
}
for (const [holder, name] of [[document, "execCommand"], [window, "postMessage"]]) {
  const own = holder[name];
  holder[name] = function (...args) { note("call of " + name, args.map(String)); return own.apply(this, args); };
}
addEventListener("DOMContentLoaded", () => {
  for (const input of document.querySelectorAll("input")) {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(input, "value", {
      configurable: true,
      get() { return get.call(input); },
      set(value) { note("own setter", String(value)); set.call(input, value); },
    });
  }
});
</script>`;
