/** Which service a form asks keys for, if it asks for keys that are there already. */
import type { Kind, Question, Signs } from "./form-signs.ts";

const secrets = ["secretKey", "secretAccessKey", "secret"] as const;

export const asksForKeys: Question = (signs) => {
  if (!signs.has(...secrets, "applicationCredentialSecret", "apiKey")) return null;
  const kind = kindByKeys(signs);
  return kind !== null && givesKeys(signs) ? ["create", "makes a new key"] : kind;
};

/** Who makes keys for a user says nothing of where they are good; who connects a storage says where it is. */
function givesKeys({ has, usable, words, isAbout }: Signs): boolean {
  if (words.votes("create") >= 2) return true;
  if (has("endpointUrl", "apiUrl", "bucket", "regionName", "host", "url", "authUrl")) return false;
  const isForUser = usable.some(({ field, top }) => field.tag === "input" && top === "username");
  return words.votes("signUp") >= 2 || isForUser || words.headingIsAbout("keyHolders") || isAbout("record");
}

/** Which service a pair of keys belongs to. */
function kindByKeys({ has, isAbout, fieldsAreAbout, words, usable }: Signs): Kind | null {
  const isStrange = (words.isAbout("keyStranger") || fieldsAreAbout("keyStrangerField")) && !isAbout("storage");
  if (has("accessKeyId") && has(...secrets)) {
    return isStrange ? ["unknown", "asks for another service’s keys"] : ["s3", "asks for an access key and its secret"];
  }
  if (has("applicationCredentialId", "applicationCredentialName") && has("applicationCredentialSecret", "secret"))
    return ["openstack", "asks for an application credential"];
  const isCloudStack = isAbout("cloudstack") || usable.some(({ says }) => says.includes("/client/api"));
  if (has("apiKey") && has(...secrets)) {
    if (isAbout("s3") && !isCloudStack && has("bucket", "endpointUrl", "regionName"))
      return ["s3", "asks for an API key of object storage"];
    return isCloudStack && !isAbout("keyStrangerField") ? ["cloudstack", "asks for an API key and its secret"] : null;
  }
  if (has("key") && has(...secrets) && isAbout("s3") && !isStrange)
    return ["s3", "asks for a key and a secret of object storage"];
  // Any service may ask for an API key: it is a console's only where it says so, and asks for the console's address.
  if (has("apiKey") && !has("password") && has("apiUrl", "url", "endpointUrl") && isAbout("console"))
    return ["apiKey", "asks for an API’s address and a key"];
  return null;
}
