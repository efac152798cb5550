/** What the cloud for tests hands out, as its script prints it. */
import { z } from "../../lib/schema.ts";

const Named = z.object({ id: z.string(), name: z.string() });

export const S3Key = z.object({ accessKey: z.string(), secretKey: z.string() });
export type S3Key = z.infer<typeof S3Key>;

export const CloudUser = z.object({
  ...Named.shape,
  password: z.string(),
  domain: Named,
  /** The first is the one that its S3 key is for. All are of the user's own domain. */
  projects: z.tuple([Named], Named),
  s3: S3Key,
});
export type CloudUser = z.infer<typeof CloudUser>;

export const ApplicationCredential = z.object({ ...Named.shape, secret: z.string() });
export type ApplicationCredential = z.infer<typeof ApplicationCredential>;

export const Cloud = z.object({
  /** Keystone's, with `/v3`. */
  authUrl: z.url(),
  region: z.string(),
  /** Swift's origin. */
  swift: z.url(),
  s3: z.object({ endpoint: z.url(), region: z.string() }),
  users: z.object({
    /** Has two projects, and a password with nearly every awkward character. */
    main: CloudUser,
    /**
     * Its password begins with a dash, has every character of ASCII that is no letter or digit, and ends with a
     * backslash; its S3 secret is as awkward.
     */
    dashed: CloudUser,
    /**
     * Has the name of `main` and another password, in another domain, whose name has a space and an umlaut. Its S3 secret is as
     * awkward as every format holds.
     */
    secondDomain: CloudUser,
  }),
  /** Both are of `main`, in its first project. */
  applicationCredentials: z.object({ plain: ApplicationCredential, awkward: ApplicationCredential }),
  /** Horizon's origins, one for each variant of its login form. */
  horizon: z
    .object({
      /** User name and password. */
      plain: z.url(),
      /** And a text field for the domain. */
      domain: z.url(),
      /** And a list of regions. */
      region: z.url(),
      /** A list of ways to sign in, and one of domains. */
      singleSignOn: z.url(),
    })
    .nullable(),
});
export type Cloud = z.infer<typeof Cloud>;
