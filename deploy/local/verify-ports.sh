# shellcheck shell=bash
# The ports and the data of deploy/verify, apart from those of deploy/up. Source it to run single tests against
# the servers of deploy/verify --backing.
export WRIT_INTAKE_PORT=18081
export WRIT_REVIEW_PORT=18082
export WRIT_DISCLOSURE_PORT=18083
export WRIT_TRANSPARENCY_PORT=18084
export WRIT_REGISTRY_PORT=18085
export WRIT_REGISTRY_MANAGEMENT_PORT=19085
export WRIT_KEYCLOAK_PORT=18180
export WRIT_KEYCLOAK_MANAGEMENT_PORT=19180
export WRIT_KAFKA_PORT=19092
export WRIT_KAFKA_CONTROLLER_PORT=19093
export WRIT_MARIADB_PORT=13307
WRIT_DATA=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/target/verify-data
export WRIT_DATA
