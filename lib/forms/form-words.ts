/** What the words around a form's fields say: its buttons, heading, title, names and address. */
import type { FormFacts, PageFacts } from "./facts.ts";
import { type Context, contextRules, makesRecord } from "./rules-context.ts";
import { formRules, type WordKind } from "./rules-forms.ts";
import { createFinder, plainWords, toWords } from "./words.ts";

/** What the button does that people press in the end: unknown where no rule knows it, none where there is no button. */
export type MainButton = "login" | "next" | "send" | "connect" | "save" | "other" | "none";

export interface FormWords {
  /** How much the words speak for a kind. */
  readonly votes: (kind: WordKind) => number;
  /** A button, the heading or the title says that one signs in here, each by itself. */
  readonly saysLogin: { readonly button: boolean; readonly heading: boolean; readonly title: boolean };
  readonly button: MainButton;
  /** Offers help to who has forgotten the password: it is one that people have already. */
  readonly helpsForgetful: boolean;
  /** Of heading, title, buttons and names. */
  readonly isAbout: (context: Context) => boolean;
  readonly headingIsAbout: (context: Context) => boolean;
}

const find = createFinder<WordKind>(formRules.map(({ kind, words }) => ({ meaning: kind, words })));

const mainKinds = ["login", "next", "send", "connect", "save"] as const;

/** A button that merely stands beside one that signs in or goes on: it leads elsewhere. */
const BESIDE = 1;
const AN_OTHER = 2.5;
const FIRST = 3;

/** The kinds that a text speaks of, with the part of it that does. */
function kindsIn(text: string): ReadonlyMap<WordKind, number> {
  const { matches, content } = find(text);
  const kinds = new Map<WordKind, number>();
  for (const { meanings, words } of matches) {
    for (const kind of meanings) kinds.set(kind, Math.max(kinds.get(kind) ?? 0, words / Math.max(content, words)));
  }
  return kinds;
}

/** Speaks of other things than a sign-in: "Create login", "Save the data of identification". */
const denies: readonly WordKind[] = ["save", "create", "signUp", "changePassword", "recover", "oneTimeCode"];

/** "Log in", "Please log in to the dashboard", "IAM user login": it begins with it, ends with it, or says little else. */
function saysLoginIn(text: string): boolean {
  const kinds = kindsIn(text);
  if (!kinds.has("login") || denies.some((kind) => kinds.has(kind)) || makesRecord.test(plainWords([text])))
    return false;
  if ((kinds.get("login") ?? 0) >= 0.5 || (find(text).last?.meanings.includes("login") ?? false)) return true;
  return (kindsIn(toWords(text).slice(0, 4).join(" ")).get("login") ?? 0) >= 0.5;
}

function mainButton(buttons: readonly string[]): MainButton {
  const rest = buttons.filter((text) => {
    const kinds = kindsIn(text);
    // An arrow says nothing.
    return toWords(text).length > 0 && !(kinds.has("aside") || kinds.has("recover"));
  });
  if (rest.length === 0) return "none";
  if (rest.some(saysLoginIn)) return "login";
  const [first = ""] = rest;
  const kinds = kindsIn(first);
  if (denies.some((kind) => kind !== "oneTimeCode" && kinds.has(kind))) return kinds.has("save") ? "save" : "other";
  return mainKinds.find((kind) => (kinds.get(kind) ?? 0) >= 0.5) ?? "other";
}

/** Buttons count most, then the heading, then names in the code. */
function weigh(form: FormFacts, title: string, button: MainButton): ReadonlyMap<WordKind, number> {
  const votes = new Map<WordKind, number>();
  const voteOnce = (sources: readonly (readonly [string, number])[]) => {
    const most = new Map<WordKind, number>();
    for (const [text, weight] of sources) {
      for (const [kind, part] of kindsIn(text))
        most.set(kind, Math.max(most.get(kind) ?? 0, weight * (part >= 0.5 ? 1 : 0.5)));
    }
    for (const [kind, weight] of most) votes.set(kind, (votes.get(kind) ?? 0) + weight);
  };
  const other = button === "login" || button === "next" || button === "send" ? BESIDE : AN_OTHER;
  const main = form.buttons.findIndex((text) => !kindsIn(text).has("aside"));
  voteOnce(form.buttons.map((text, index) => [text, saysLoginIn(text) || index === main ? FIRST : other]));
  voteOnce([[form.heading, 2]]);
  voteOnce([form.id, form.name, form.action].map((text) => [text, 1.5]));
  voteOnce([[title, 1]]);
  return votes;
}

/** What a text is about, asked more than once. */
export function asker(text: string): (context: Context) => boolean {
  const known = new Map<Context, boolean>();
  return (context) => {
    const answer = known.get(context) ?? contextRules[context].test(text);
    known.set(context, answer);
    return answer;
  };
}

export function wordsOf(page: PageFacts, form: FormFacts): FormWords {
  const button = mainButton(form.buttons);
  const votes = weigh(form, page.title, button);
  const about = plainWords([form.heading, page.title, form.id, form.name, form.action, ...form.buttons]);
  const heading = plainWords([form.heading === "" ? page.title : form.heading]);
  return {
    votes: (kind) => votes.get(kind) ?? 0,
    saysLogin: {
      button: form.buttons.some(saysLoginIn),
      heading: saysLoginIn(form.heading),
      title: page.title.split(/\s[-–—|·:‹›]\s/u).some(saysLoginIn),
    },
    button,
    helpsForgetful: form.buttons.some((text) => kindsIn(text).has("recover")),
    isAbout: asker(about),
    headingIsAbout: asker(heading),
  };
}
