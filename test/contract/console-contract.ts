/**
 * The contract of a console: what every family has to do, and how it has to fail. One function, so that a family that
 * comes later is put through the very same.
 */
import { afterAll, beforeAll, describe } from "vitest";
import { describeChanges } from "./parts/changes.ts";
import { describeLists } from "./parts/lists.ts";
import { describeNames } from "./parts/names.ts";
import { describeRecognition } from "./parts/recognition.ts";
import { describeSessions } from "./parts/sessions.ts";
import { describeSignIn } from "./parts/sign-in.ts";
import { describeFaults } from "./parts/under-faults.ts";
import type { Stage, Subject } from "./subject.ts";

export function consoleContract(subject: Subject): void {
  describe(subject.name, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await subject.start();
    });
    afterAll(() => stage.close());

    const parts = [
      describeRecognition,
      describeSignIn,
      describeSessions,
      describeLists,
      describeChanges,
      describeNames,
      describeFaults,
    ];
    for (const describePart of parts) describePart(subject, () => stage);
  });
}
