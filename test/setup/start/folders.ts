/** Where things are, wherever one starts from. All that is made lies in `.output`, which git does not know. */
import { join } from "node:path";

export const projectFolder = join(import.meta.dirname, "../../..");
export const outputFolder = join(projectFolder, ".output");
export const extensionDirectory = join(outputFolder, "chrome-mv3");
