package org.writ.local;

import java.util.Locale;
import java.util.Set;

/** A process of the stack. */
public enum Part {
  MARIADB,
  KAFKA,
  REGISTRY,
  KEYCLOAK,
  INTAKE,
  REVIEW,
  DISCLOSURE,
  TRANSPARENCY;

  /** What the services stand on. */
  public static final Set<Part> BACKING = Set.of(MARIADB, KAFKA, REGISTRY, KEYCLOAK);

  /** Writ's own. */
  public static final Set<Part> SERVICES = Set.of(INTAKE, REVIEW, DISCLOSURE, TRANSPARENCY);

  /** The name on the command line, in file names and, for a service, of its database. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
