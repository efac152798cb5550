/** The page's side without layout: labels, facts, events and outcomes. What is drawn is tested in real browsers. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FieldFacts } from "../../../../lib/forms/facts.ts";
import { createFiller } from "../../../../lib/forms/filler.ts";

/** The engine takes the browser's own methods before anybody can replace them; so must this. */
const drawn = vi.hoisted(() => {
  const box = { width: 200, onTop: "input, select" };
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, box.width, 30);
  Document.prototype.elementFromPoint = function () {
    return this.querySelector(box.onTop);
  };
  return box;
});

beforeEach(() => {
  Object.assign(drawn, { width: 200, onTop: "input, select" });
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("origin", "https://dashboard.example.com");
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

function show(html: string) {
  document.body.innerHTML = html;
  const filler = createFiller();
  const facts = filler.collect();
  const fields = facts.forms.flatMap((form): readonly FieldFacts[] => form.fields);
  return { filler, facts, fields };
}

const element = (selector: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

/** A page that has its own mind of what the field holds. */
const hold = (input: HTMLInputElement, value: string) =>
  input.addEventListener("input", () => {
    input.value = value;
  });

const item = (fieldId: number, value: string, isSecret = false) => ({ fieldId, value, isSecret, option: null });

describe("the facts of a field", () => {
  it.each([
    ["label for", '<form><label for="a">User <b>name</b></label><input id="a"></form>', { label: "User name" }],
    ["label around", "<form><label>Region<select><option>One</option></select></label></form>", { label: "Region" }],
    ["aria-labelledby", '<form><i id="t">Domain</i><input aria-labelledby="t"></form>', { labelledBy: "Domain" }],
    [
      "aria-describedby",
      '<form><input aria-describedby="t"><i id="t">Six digits</i></form>',
      { describedBy: "Six digits" },
    ],
    [
      "text before",
      "<form><table><tr><td>Access key:</td><td><input></td></tr></table></form>",
      { textBefore: "Access key:" },
    ],
    ["no text of a field before", "<form>User<input><input id=b></form>", { textBefore: "User" }],
  ])("tell by %s", (_, html, expected) => {
    expect(show(html).fields[0]).toMatchObject(expected);
  });

  it("never hold a value", () => {
    const { facts } = show(
      '<form action="/in?token=hunter2"><input value="hunter2" name="a"><textarea>hunter2</textarea></form>',
    );
    expect(JSON.stringify(facts)).not.toContain("hunter2");
    expect(facts.forms[0]).toMatchObject({ action: "/in", fields: [{ isEmpty: false }, { isEmpty: false }] });
  });

  it("go through open shadow roots, two deep", () => {
    const outer = document.createElement("x-form");
    document.body.append(outer);
    const inner = document.createElement("x-field");
    outer.attachShadow({ mode: "open" }).append(inner);
    inner.attachShadow({ mode: "open" }).innerHTML = '<label>Password <input type="password"></label>';
    expect(createFiller().collect().forms[0]?.fields[0]).toMatchObject({ type: "password", label: "Password" });
  });

  it("keep apart what stands apart where there is no form", () => {
    const { facts } = show(
      "<div><input name=user><input name=pass type=password><button>Log in</button></div><div><input name=mail><button>Subscribe</button></div>",
    );
    expect(facts.forms.map(({ fields, buttons }) => [fields.length, buttons])).toEqual([
      [2, ["Log in"]],
      [1, ["Subscribe"]],
    ]);
  });
});

describe("filling", () => {
  it("sets the value past what a framework put on the element, and tells of it", async () => {
    const { filler, facts } = show('<form><input name="user"></form>');
    const input = element("input");
    const setter = vi.fn();
    Object.defineProperty(input, "value", { configurable: true, get: () => native.get?.call(input), set: setter });
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    const heard: string[] = [];
    for (const type of ["focus", "keydown", "input", "keyup", "change", "blur"])
      input.addEventListener(type, () => heard.push(type));
    const { outcomes } = await filler.fill({ token: facts.token, items: [item(0, "alice")] });
    expect(outcomes).toEqual([{ fieldId: 0, status: "filled", reason: null }]);
    expect(setter).not.toHaveBeenCalled();
    expect(heard).toEqual(["focus", "keydown", "input", "keyup", "change", "blur"]);
    expect(input.getAttribute("value")).toBeNull();
  });

  it("never submits", async () => {
    const { filler, facts } = show("<form><input name=user><button>Sign in</button></form>");
    const onSubmit = vi.fn();
    element("form").addEventListener("submit", onSubmit);
    await filler.fill({ token: facts.token, items: [item(0, "alice")] });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("chooses an option as it was read", async () => {
    const { filler, facts } = show(
      '<form><select><option value="1">One</option><option value="2">Two</option></select></form>',
    );
    const order = { token: facts.token, items: [{ ...item(0, "2"), option: { value: "2", text: "Two" } }] };
    expect((await filler.fill(order)).outcomes).toEqual([{ fieldId: 0, status: "filled", reason: null }]);
    expect(document.querySelector("select")?.value).toBe("2");
  });

  it.each<[string, (input: HTMLInputElement) => void, string, string | null]>([
    ["refuses", (input) => hold(input, ""), "refused", null],
    ["writes it its own way", (input) => hold(input, "ALICE"), "reformatted", null],
    ["keeps the beginning", (input) => hold(input, "ali"), "truncated", null],
    ["throws the field away", (input) => input.addEventListener("change", () => input.remove()), "gone", "afterwards"],
  ])("reports a page that %s", async (_, arrange, status, reason) => {
    const { filler, facts } = show("<form><input name=user></form>");
    arrange(element("input"));
    expect((await filler.fill({ token: facts.token, items: [item(0, "alice")] })).outcomes).toEqual([
      { fieldId: 0, status, reason },
    ]);
  });

  it.each<[string, () => void, string, string]>([
    ["is removed", () => element("#p").remove(), "gone", "field"],
    ["changes its type", () => element("#p").setAttribute("type", "text"), "changed", "type"],
    ["changes its name", () => element("#p").setAttribute("name", "comment"), "changed", "name"],
    ["changes its label", () => element("label").replaceChildren("Comment"), "changed", "label"],
    [
      "changes its form",
      () => document.body.appendChild(document.createElement("form")).append(element("#p")),
      "changed",
      "form",
    ],
    ["is sent elsewhere", () => element("form").setAttribute("action", "https://evil.example"), "changed", "target"],
    ["is disabled", () => element("#p").setAttribute("disabled", ""), "blocked", "disabled"],
    ["becomes read-only", () => element("#p").setAttribute("readonly", ""), "blocked", "readonly"],
    ["becomes short", () => element("#p").setAttribute("maxlength", "2"), "blocked", "tooLong"],
    [
      "is hidden",
      () => {
        drawn.width = 1;
      },
      "blocked",
      "size",
    ],
  ])("leaves a field alone that %s between reading and filling", async (_, meddle, status, reason) => {
    const { filler, facts } = show('<form><label for="p">Password</label><input id="p" type="password"></form>');
    const field = element("#p");
    meddle();
    expect((await filler.fill({ token: facts.token, items: [item(0, "secret", true)] })).outcomes).toEqual([
      { fieldId: 0, status, reason },
    ]);
    expect(field.value).toBe("");
  });

  it("fills an order once, and none for another document", async () => {
    const { filler, facts } = show("<form><input name=user></form>");
    const order = { token: facts.token, items: [item(0, "alice")] };
    expect((await filler.fill({ ...order, token: "made-up" })).outcomes[0]?.status).toBe("changed");
    expect((await filler.fill(order)).outcomes[0]?.status).toBe("filled");
    expect((await filler.fill(order)).outcomes[0]?.status).toBe("changed");
  });

  it("gives a page that is not secure nothing", async () => {
    const { filler, facts } = show("<form><input name=user></form>");
    vi.stubGlobal("isSecureContext", false);
    expect((await filler.fill({ token: facts.token, items: [item(0, "alice")] })).outcomes[0]).toMatchObject({
      status: "blocked",
      reason: "insecure",
    });
  });
});

describe("watching", () => {
  it("tells of new fields", async () => {
    const { filler, facts } = show("<form><input name=user></form>");
    const end = filler.watch(facts.token, 2_000);
    drawn.onTop = "[type=password]";
    element("form").insertAdjacentHTML("beforeend", "<input type=password>");
    expect(await end).toBe("fields");
  });

  it("ends when the page is left", async () => {
    const { filler, facts } = show("<form><input name=user></form>");
    const end = filler.watch(facts.token, 5_000);
    window.dispatchEvent(new Event("pagehide"));
    expect(await end).toBe("changed");
  });

  it("ends when it is told to, after its time, and at once for what it does not know", async () => {
    const { filler, facts } = show("<form><input name=user></form>");
    const end = filler.watch(facts.token, 5_000);
    filler.stop();
    expect(await end).toBe("stopped");
    expect(await filler.watch(facts.token, 20)).toBe("time");
    expect(await filler.watch("made-up", 20)).toBe("changed");
  });
});
