/** `clouds.yaml` for a repository, and beside it `secure.yaml` with nothing but the secret. */
import { defineFormat } from "../format.ts";
import { openAuthOf, secretAuthOf, settingsOf, writeCloud } from "./clouds-yaml.ts";

export const cloudsYamlSecure = defineFormat({
  id: "clouds-yaml-secure",
  name: "clouds.yaml + secure.yaml",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html#splitting-secrets",
  write: (credentials, context) => [
    {
      name: "clouds.yaml",
      place: "~/.config/openstack/clouds.yaml",
      text: writeCloud(context, { auth: openAuthOf(credentials), ...settingsOf(credentials) }),
    },
    {
      name: "secure.yaml",
      place: "~/.config/openstack/secure.yaml",
      text: writeCloud(context, { auth: secretAuthOf(credentials) }),
    },
  ],
});
