/** Hands a text to the user as a file, by the browser's own download. */

/** How long a browser may take to read what it was given, in milliseconds. */
const readingTime = 60_000;

export function saveFile(name: string, text: string): void {
  // a blob's address says nothing of what is in it, and nobody else can read it
  const url = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readingTime);
}
