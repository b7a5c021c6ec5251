package org.writ.review.policy;

import java.util.Set;

/** The data types that exist (architecture.md, "Words"). */
final class DataTypes {

  static final Set<String> ALL =
      Set.of("PHONE_NUMBER", "IP_ADDRESS", "DEVICE", "USERNAME_HISTORY", "CONTENT", "TRAFFIC");

  /** Those that can be asked for and that the platform never discloses, whatever a policy says. */
  static final Set<String> NEVER_DISCLOSED = Set.of("CONTENT", "TRAFFIC");

  private DataTypes() {}
}
