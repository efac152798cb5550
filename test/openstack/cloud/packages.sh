#!/usr/bin/env bash
# Prints which Debian packages the cloud, the tools and the readers need. `packages.sh 0` leaves Horizon out.
set -euo pipefail

cloud=(python3-keystone python3-swift)
[[ ${1:-1} == 0 ]] || cloud+=(python3-django-horizon)
tools=(python3-openstackclient python3-swiftclient python3-boto3 awscli rclone s3cmd)
shells=(bash dash zsh fish)
parsers=(python3-yaml python3-dotenv)
parsers+=(golang-go golang-gopkg-ini.v1-dev golang-github-hashicorp-hcl-v2-dev golang-k8s-sigs-yaml-dev)
printf '%s\n' "${cloud[@]}" "${tools[@]}" "${shells[@]}" "${parsers[@]}"
