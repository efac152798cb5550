/** Folders that exist for as long as one browser session or one test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Creates a folder of its own under the system's folder for temporary files. */
export function createTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "llavero-"));
}

/** Deletes it with all that is in it, trying again while a browser that is ending still writes there. */
export function deleteTemporaryFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
