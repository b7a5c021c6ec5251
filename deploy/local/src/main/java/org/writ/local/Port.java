package org.writ.local;

/**
 * A TCP port of the stack, with the environment variable that moves it. All are bound to loopback.
 */
public enum Port {
  INTAKE("WRIT_INTAKE_PORT", 8081),
  REVIEW("WRIT_REVIEW_PORT", 8082),
  DISCLOSURE("WRIT_DISCLOSURE_PORT", 8083),
  TRANSPARENCY("WRIT_TRANSPARENCY_PORT", 8084),
  REGISTRY("WRIT_REGISTRY_PORT", 8085),
  REGISTRY_MANAGEMENT("WRIT_REGISTRY_MANAGEMENT_PORT", 9085),
  KEYCLOAK("WRIT_KEYCLOAK_PORT", 8180),
  KEYCLOAK_MANAGEMENT("WRIT_KEYCLOAK_MANAGEMENT_PORT", 9180),
  KAFKA("WRIT_KAFKA_PORT", 9092),
  KAFKA_CONTROLLER("WRIT_KAFKA_CONTROLLER_PORT", 9093),
  MARIADB("WRIT_MARIADB_PORT", 3307);

  private final String variable;
  private final int standard;

  Port(String variable, int standard) {
    this.variable = variable;
    this.standard = standard;
  }

  /** The environment variable that moves this port. */
  public String variable() {
    return variable;
  }

  /** The port when the variable is not set. */
  public int standard() {
    return standard;
  }
}
