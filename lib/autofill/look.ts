/** Looking at a page with a service's credentials in mind: what would go where. The values are not kept. */
import type { Connections } from "../console/connections.ts";
import type { Credentials } from "../credentials/credentials.ts";
import { credentialsOf } from "../credentials/from-fields.ts";
import { AppError } from "../errors.ts";
import type { PageFacts } from "../forms/facts.ts";
import { type Offer, offerOf } from "../forms/offer.ts";
import { orderOf, type Plan, planPage } from "../forms/plan.ts";
import type { Fill, FillOrigin, FillSource } from "../storage/fill-items.ts";
import { endpointOf, type Items } from "../storage/items.ts";
import { addressesOf, fieldsOf, gapsOf, linesOf, planFor } from "./lines.ts";
import { isSecureOrigin, warningsOf } from "./origin.ts";
import type { PageAccess } from "./page-access.ts";
import { type Sensitive, sensitiveOf } from "./sensitive.ts";
import { withTaught } from "./taught.ts";

export interface LookEdge {
  readonly items: Items;
  readonly connections: Connections;
  readonly page: PageAccess;
  readonly newId: () => string;
}

/** A page as it was looked at, with what would go into it. */
export interface Look {
  readonly facts: PageFacts;
  readonly plan: Plan;
  readonly offers: readonly Offer[];
  readonly credentials: readonly Credentials[];
  readonly sensitive: Sensitive;
}

/** What a look is limited to. */
export interface LookLimits {
  readonly byHand: Fill["byHand"];
  /** The kinds of credentials that the user has chosen or agreed to; null for all that there are. */
  readonly kinds: readonly string[] | null;
  /** Null for the first look. */
  readonly origin: string | null;
}

export function createLook({ items, connections, page, newId }: LookEdge) {
  const knownAt = async (origin: string): Promise<FillOrigin | undefined> => (await items.fillOrigins.get())[origin];

  return {
    knownAt,

    /**
     * @throws AppError why the page may not be filled, or that there is nothing to fill it with.
     */
    async at(tabId: number, source: FillSource, { byHand, kinds, origin }: LookLimits): Promise<Look> {
      const facts = await page.collect(tabId);
      if (!facts.isSecure || !isSecureOrigin(facts.origin)) {
        throw new AppError("page_insecure", { host: hostOf(facts.origin) });
      }
      // before anything secret is asked for
      if (origin !== null && facts.origin !== origin) throw new AppError("page_changed");
      const { fields } = await connections.credentials(source.consoleId, source.entry, source.owner);
      const credentials = credentialsOf(fields);
      if (credentials.length === 0) throw new AppError("nothing_to_fill");
      // of v3 and v2.0 of one Keystone, the page is told of the one in use
      const hasV3 = credentials.some(({ kind }) => kind === "keystoneV3" || kind === "keystoneApplicationCredential");
      const isCurrent = ({ kind }: Credentials) => kind !== "keystoneV2" || !hasV3;
      const offered = credentials.filter((one) => (kinds === null ? isCurrent(one) : kinds.includes(one.kind)));
      const offers = offered.map((one) => offerOf(one.kind, one));
      const sensitive = sensitiveOf(fields, offers);
      const taught = (await knownAt(facts.origin))?.taught ?? {};
      if (byHand === null) {
        const plan = withTaught(facts, planPage(facts, offers), offers, taught);
        return { facts, plan, offers, credentials, sensitive };
      }
      const nothing: Plan = { assignments: [], leftOut: [], ambiguous: [], forms: [] };
      const all = withTaught(facts, nothing, offers, { [byHand.mark]: byHand.role });
      const known = fieldsOf(facts);
      const isPointedAt = ({ fieldId }: { fieldId: number }) => known.get(fieldId)?.field.isFocused === true;
      const marked = planFor(facts, all, ({ mark }) => mark === byHand.mark);
      // one that looks the same may have been put beside it meanwhile
      const plan = { ...marked, assignments: marked.assignments.filter(isPointedAt) };
      if (plan.assignments.length === 0) throw new AppError("field_unfit");
      return { facts, plan, offers, credentials, sensitive };
    },

    /** What is asked of the user. */
    async describe(
      tabId: number,
      source: FillSource,
      byHand: Fill["byHand"],
      look: Look,
    ): Promise<Omit<Fill, "isPrivate">> {
      const { facts, plan, offers, credentials, sensitive } = look;
      const known = await items.fillOrigins.get();
      const trusted = Object.entries(known).flatMap(([origin, { isTrusted }]) => (isTrusted ? [origin] : []));
      const profile = (await items.consoles.get()).list.find(({ id }) => id === source.consoleId);
      const serviceUrls = [...addressesOf(credentials), ...(profile === undefined ? [] : [endpointOf(profile)])];
      // which form or field is meant is no question of which credentials
      const open = plan.assignments.length > 0 ? [] : plan.ambiguous.filter(({ why }) => why === "offers");
      const choices = open.flatMap(({ offerIds }) => offerIds);
      return {
        id: newId(),
        tabId,
        origin: facts.origin,
        source,
        token: facts.token,
        state: "asking",
        warnings: [...warningsOf({ origin: facts.origin, serviceUrls, trusted })],
        lines: linesOf(facts, plan, orderOf(facts, plan, offers), sensitive),
        gaps: gapsOf(facts, plan, sensitive),
        byHand,
        only: null,
        kinds: [],
        choices: [...new Set(choices)],
        until: 0,
        problem: null,
      };
    },
  };
}

export function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}
