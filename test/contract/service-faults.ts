/** What each fault has to become in each question about services, where that is not what it becomes elsewhere. */
import type { FaultCase, Outcome } from "./faults.ts";
import type { ServiceAction } from "./services-of.ts";

/** Bodies that could be the end of a deletion: objects that speak of no task. */
const isObject = (body: unknown) => typeof body === "object" && body !== null && !Array.isArray(body);

export function serviceOutcome({ fault, outcome }: FaultCase, action: ServiceAction): Outcome {
  const listed = outcome("listKeys");
  const read = outcome("createKey");
  const here: Outcome = read === "forbidden" ? "environment_forbidden" : read;
  // there is no page of these to drop: what is told in `data` is gone, and the task is still there
  const isDropped = fault.kind === "paging" && fault.how === "drop";
  switch (action) {
    case "listConnections":
    case "listEnvironments":
      return listed;
    case "describe":
      // a console that does not describe a service may have credentials of it all the same
      return listed === "session_expired" ? "session_expired" : "success";
    case "showCredentials":
      return here;
    case "showS3Keys":
      // what else is shown is not withheld for it
      return listed === "session_expired" ? "session_expired" : "success";
    case "followTask":
      // by a clock that is a day ahead, the task is forgotten
      if (fault.kind === "clock" && fault.skewSeconds > 0) return "not_found";
      return isDropped ? "success" : read;
    case "regenerate":
    case "generateS3Key":
      return isDropped || (fault.kind === "status" && fault.status === 204) ? "success" : here;
    case "deleteS3Key":
      if (isDropped || (fault.kind === "status" && fault.status === 204)) return "success";
      return fault.kind === "shape" && isObject(fault.body) ? "success" : here;
  }
}
