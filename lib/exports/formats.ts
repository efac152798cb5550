/** Every format of an export, in the order in which they are offered. A new one is a file in `formats/` and a line here. */
import type { Format } from "./format.ts";
import { awsProfile } from "./formats/aws-profile.ts";
import { boto3Python } from "./formats/boto3-python.ts";
import { cloudmonkey } from "./formats/cloudmonkey.ts";
import { cloudsYaml } from "./formats/clouds-yaml.ts";
import { cloudsYamlSecure } from "./formats/clouds-yaml-secure.ts";
import { curl } from "./formats/curl.ts";
import { dotenv } from "./formats/dotenv.ts";
import { header } from "./formats/header.ts";
import { json } from "./formats/json.ts";
import { kubernetesSecret } from "./formats/kubernetes-secret.ts";
import { openrcV2 } from "./formats/openrc-v2.ts";
import { openrcV3 } from "./formats/openrc-v3.ts";
import { openrcV3Fish } from "./formats/openrc-v3-fish.ts";
import { openrcV3Powershell } from "./formats/openrc-v3-powershell.ts";
import { rcloneS3 } from "./formats/rclone-s3.ts";
import { rcloneSwift } from "./formats/rclone-swift.ts";
import { s3cmd } from "./formats/s3cmd.ts";
import { swiftCli } from "./formats/swift-cli.ts";
import { swiftCliV2 } from "./formats/swift-cli-v2.ts";
import { swiftclientPython } from "./formats/swiftclient-python.ts";
import { terraformAws } from "./formats/terraform-aws.ts";
import { terraformCloudca } from "./formats/terraform-cloudca.ts";
import { terraformCloudstack } from "./formats/terraform-cloudstack.ts";
import { terraformOpenstack } from "./formats/terraform-openstack.ts";

export const formats: readonly Format[] = [
  header,
  curl,
  openrcV3,
  openrcV3Fish,
  openrcV3Powershell,
  openrcV2,
  cloudsYaml,
  cloudsYamlSecure,
  swiftCli,
  swiftCliV2,
  awsProfile,
  rcloneSwift,
  rcloneS3,
  s3cmd,
  cloudmonkey,
  swiftclientPython,
  boto3Python,
  terraformOpenstack,
  terraformAws,
  terraformCloudstack,
  terraformCloudca,
  dotenv,
  json,
  kubernetesSecret,
];
