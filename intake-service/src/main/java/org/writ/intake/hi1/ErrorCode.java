package org.writ.intake.hi1;

/** Error codes of ETSI TS 103 120, Annex D, as far as this system answers them. */
enum ErrorCode {
  /** Also: nothing is wrong with this action, but another one of the message was refused. */
  GENERAL(3000),
  NOT_SUPPORTED(3001),
  DUPLICATE_ACTION(3002),
  MISSING(3005),
  STATUS_SET_BY_SENDER(3006),
  IMPROPER_VALUE(3007),
  STALE_GENERATION(3008),
  IDENTIFIER_EXISTS(3010),
  UNKNOWN_IN_UPDATE(3011),
  FINAL_STATE(3012),
  UNKNOWN(3014),
  LINK_UNRESOLVED(3016),
  LINK_EXPIRED(3017),
  LINK_REFUSED(3018),
  ENCODING_NOT_SUPPORTED(3019),
  NOT_VALID(3020),
  VERSION_NOT_SUPPORTED(3021);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** The number in messages. */
  int number() {
    return number;
  }

  /** An error of this code. */
  Refusal with(String detail) {
    return new Refusal(number, detail);
  }
}
