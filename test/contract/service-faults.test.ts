/** Every fault in every question about services: what it becomes, that nothing is asked twice, and that no secret gets out. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { servicesOf } from "../../lib/console/connections.ts";
import { toProblem } from "../../lib/errors.ts";
import { cloudMc, people } from "./cloudmc.ts";
import { type FaultCase, faultCases, hastyMs } from "./faults.ts";
import { kindOf, refusalOf } from "./refusal.ts";
import { serviceOutcome } from "./service-faults.ts";
import {
  enterServices,
  type Insider,
  type ServiceAction,
  serviceActions,
  serviceRoutes,
  swift,
  truthOf,
  vault,
} from "./services-of.ts";
import { requestsOf, type Stage } from "./subject.ts";

const region = "ca-east-1";
const changing = ["regenerate", "generateS3Key", "deleteS3Key"] as const;
const isOneOf = (some: readonly ServiceAction[], action: ServiceAction) => some.includes(action);

describe.each(["cloudops", "tigo"] as const)("services of %s under faults", (brand) => {
  const person = people.withServices;
  let stage: Stage;
  let insider: Insider;
  beforeAll(async () => {
    stage = await cloudMc(brand).start();
    insider = await enterServices(stage, person);
  });
  afterAll(() => stage.close());
  afterEach(() => stage.control.clear());

  const truth = async () => ({
    password: (await truthOf(stage, person, swift)).valueUnder("password"),
    key: (await truthOf(stage, person, vault)).apiCredentials.find((key) => key.region === region) ?? null,
    other: (await truthOf(stage, person, vault)).apiCredentials.find((key) => key.region === "gt-central-1") ?? null,
  });
  type Truth = Awaited<ReturnType<typeof truth>>;
  /** Of each of `changing`: whether it took place. */
  const changesOf = (before: Truth, after: Truth) => [
    before.password !== after.password,
    before.key?.secretKey !== after.key?.secretKey,
    before.other !== null && after.other === null,
  ];
  const secretsOf = ({ password, key, other }: Truth) => [
    ...[password, key?.secretKey ?? null, other?.secretKey ?? null],
    ...[insider.csrfToken, person.password],
  ];

  /** Gets everything ready, so that only the action itself meets the fault. */
  const prepare = async (action: ServiceAction, timeoutMs: number) => {
    const services = servicesOf(stage.create(insider.transport, { timeoutMs }));
    const { csrfToken, entry } = insider;
    if (action === "followTask") {
      await stage.control.tasks({ polls: 1_000 });
      const { taskId } = await services.generateS3Key(entry(vault), "ca-west-1", csrfToken);
      return () => services.task(taskId ?? "");
    }
    if (action === "deleteS3Key") {
      await stage.control.tasks({ polls: 0 });
      await services.generateS3Key(entry(vault), "gt-central-1", csrfToken);
    }
    return {
      listConnections: () => services.list(),
      listEnvironments: () => services.list(),
      describe: () => services.credentials(entry(swift)),
      showCredentials: () => services.credentials(entry(swift)),
      showS3Keys: () => services.credentials(entry(vault)),
      regenerate: () => services.regenerate(entry(swift), csrfToken),
      generateS3Key: () => services.generateS3Key(entry(vault), region, csrfToken),
      deleteS3Key: () => services.deleteS3Key(entry(vault), "gt-central-1", csrfToken),
    }[action];
  };

  const play = async (each: FaultCase, action: ServiceAction) => {
    const act = await prepare(action, each.silent ? hastyMs : 10_000);
    // the work is done by the time of the answer
    await stage.control.tasks({ polls: 0 });
    const before = await truth();
    await stage.control.clearRequests();
    await stage.control.fault({ ...serviceRoutes[action], fault: each.fault });
    const thrown: unknown = await act().then(
      () => null,
      (fault: unknown) => fault,
    );
    const after = await truth();
    const secrets = [...secretsOf(before), ...secretsOf(after)];
    const became = thrown === null ? "success" : await kindOf(Promise.reject(thrown), secrets);
    expect(became).toBe(serviceOutcome(each, action));
    const problem = JSON.stringify(toProblem(thrown));
    for (const secret of secrets) if (secret !== null) expect(problem).not.toContain(secret);

    const requests = await requestsOf(stage, serviceRoutes[action]);
    const different = new Set(requests.map(({ query }) => JSON.stringify(query)));
    const isShort = action.startsWith("list") && each.fault.kind === "paging" && each.fault.how === "drop";
    expect(requests).toHaveLength(different.size * (isShort ? 2 : 1));
    const isDone = (one: ServiceAction) => action === one && each.done;
    expect(changesOf(before, after)).toEqual(changing.map(isDone));
    // a slow console goes on with what nobody waits for any more
    if (each.fault.kind !== "delay" || !isOneOf(changing, action)) return;
    await stage.control.clear();
    await vi.waitFor(async () => expect(changesOf(before, await truth())).toContain(true));
  };

  const table = faultCases.flatMap((each) =>
    serviceActions.map((action) => ({ each, action, outcome: serviceOutcome(each, action) })),
  );
  it.each(table)("$each.title in $action is $outcome", ({ each, action }) => play(each, action));

  it.each(changing)("%s does not give the session’s token away when the console quotes it", async (action) => {
    const act = await prepare(action, 10_000);
    const body = stage.refusalQuoting(`Wrong: ${insider.csrfToken}`);
    await stage.control.fault({ ...serviceRoutes[action], fault: { kind: "status", status: 400, body } });
    expect((await refusalOf(act(), [insider.csrfToken])).facts.reason).toContain("Wrong");
  });

  it.each(changing)("%s does not give it away in the words of a task that failed", async (action) => {
    const act = await prepare(action, 10_000);
    const result = { errors: [{ message: `Wrong: ${insider.csrfToken}` }] };
    const body = { taskId: "t", taskStatus: "FAILED", result };
    await stage.control.fault({ ...serviceRoutes[action], fault: { kind: "status", status: 200, body } });
    const end = await act();
    expect(end).toMatchObject({ status: "FAILED" });
    expect(JSON.stringify(end)).toContain("Wrong");
    expect(JSON.stringify(end)).not.toContain(insider.csrfToken);
  });
});
