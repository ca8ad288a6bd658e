#!/bin/sh
# At the first start: roles, database and extensions of every service, with the passwords of the environment.
set -eu
export PGUSER=postgres
for service in equipment vehicle catalog procurement; do
  eval "password=\$QM_$(printf %s "$service" | tr '[:lower:]' '[:upper:]')_PASSWORD"
  OWNER_PASSWORD=$password APP_PASSWORD=$password SYSTEM_PASSWORD=$password sh /bootstrap.sh "$service"
done
