package org.writ.ops.demo;

import java.util.Set;

/** What is the matter with a request, and how it must end because of that. */
enum Kind {
  /** A valid order about an account that keeps its number. */
  SOUND(57, End.ANSWERED),
  SEVERAL_ACCOUNTS(8, End.ANSWERED),
  /** Content is asked for beside what is disclosed. */
  MORE_THAN_DISCLOSED(6, End.ANSWERED),
  /** The agency's line breaks, and it sends the request again under the same key. */
  REPEATED(3, End.ANSWERED),
  /** An IP address, which may be anybody's. */
  SHARED_ADDRESS(2, End.ANSWERED),
  UNKNOWN_ACCOUNT(4, End.NO_DATA),
  NO_SUSPECT(5, End.REFUSED),
  EXPIRED_ORDER(2, End.REFUSED),
  POLICE_ORDER(3, End.REFUSED),
  SUBPOENA(1, End.REFUSED),
  EMERGENCY(1, End.REFUSED),
  /** An order to keep data. */
  PRESERVATION(1, End.PRESERVED),
  CONTENT_ONLY(2, End.REFUSED),
  TRAFFIC_ONLY(1, End.REFUSED),
  SPEECH(1, End.REFUSED),
  /** A member is missing, unknown or contradicts another. */
  FAULTY(2, End.INVALID),
  /** Cut off on the way. */
  NOT_JSON(1, End.MALFORMED);

  private static final class End {
    static final Set<String> ANSWERED = Set.of("DELIVERED", "NO_DATA");
    static final Set<String> NO_DATA = Set.of("NO_DATA");
    static final Set<String> PRESERVED = Set.of("PRESERVED", "NO_DATA");
    static final Set<String> REFUSED = Set.of("REFUSED");
    static final Set<String> INVALID = Set.of("422");
    static final Set<String> MALFORMED = Set.of("400");
  }

  private final int weight;
  private final Set<String> ends;

  Kind(int weight, Set<String> ends) {
    this.weight = weight;
    this.ends = ends;
  }

  /** Its share of the requests, in percent. */
  int weight() {
    return weight;
  }

  /** The final statuses that are right for it, or the HTTP status of its refusal. */
  Set<String> ends() {
    return ends;
  }
}
