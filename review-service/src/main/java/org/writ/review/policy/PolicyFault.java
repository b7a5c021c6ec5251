package org.writ.review.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a policy's document.
 *
 * @param line where, from 1
 * @param rule id of the rule that it is in; null if it is in none
 * @param detail the member, and what was expected
 */
@Schema(name = "PolicyFault")
public record PolicyFault(int line, @Nullable String rule, String detail) {

  @Override
  public String toString() {
    return (rule == null ? "line %d: %s" : "line %d, %s").formatted(line, said());
  }

  /** Without the line. */
  public String said() {
    return rule == null ? detail : "rule %s: %s".formatted(rule, detail);
  }
}
