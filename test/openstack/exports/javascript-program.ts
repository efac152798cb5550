/** A program that says nothing of whose storage it is or where: it stores a file in a new bucket, and prints it again. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// from a folder without packages of its own
const sdk = pathToFileURL(createRequire(import.meta.url).resolve("@aws-sdk/client-s3")).href;

export const javascriptProgram = `
import { readFile } from "node:fs/promises";
import sdk from ${JSON.stringify(sdk)};

const [Bucket, Key] = process.argv.slice(2);
const client = new sdk.S3Client({ forcePathStyle: true });
await client.send(new sdk.CreateBucketCommand({ Bucket }));
await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: await readFile(Key) }));
const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }));
process.stdout.write(await Body.transformToString());
`;
