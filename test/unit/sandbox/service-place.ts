/** Where the routes of one service in one environment are, for tests. */
import type { Control } from "../../sandbox/control.ts";

/** Paths below the endpoint, and the truth about the credentials there. */
export async function placeOf(controls: Control, service: string, environment: string, userName = "ana") {
  const whose = { userName };
  const { connectionId, environmentId, serviceCode } = await controls.serviceCredentials(whose, service, environment);
  const apiInfo = `/services/connections/${connectionId}/apiInfo`;
  const keys = `/services/${serviceCode}/${encodeURIComponent(environment)}/apiCredentials`;
  const truth = () => controls.serviceCredentials(whose, service, environment);
  return {
    connectionId,
    environmentId,
    apiInfo: `${apiInfo}?environmentId=${environmentId}`,
    regenerate: `${apiInfo}?operation=regenerate&environmentId=${environmentId}`,
    keys,
    generate: `${keys}?operation=generate`,
    truth,
    /** The value of a field. */
    value: async (key: string) => (await truth()).fields.find((field) => field.key === key)?.value,
  };
}

export type Place = Awaited<ReturnType<typeof placeOf>>;
