package org.writ.intake.agency;

/** An agency's file cannot do what was asked, and the asker can act on why. */
abstract sealed class AgencyRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private AgencyRefusal(String message) {
    super(message);
  }

  /** Not in this state, or not by this person. */
  static final class Conflict extends AgencyRefusal {
    private static final long serialVersionUID = 1L;

    Conflict(String message) {
      super(message);
    }
  }

  /** Nobody ever put it on file. */
  static final class Unknown extends AgencyRefusal {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("No such agency is registered.");
    }
  }

  /** The agency may not act. */
  static final class NotActive extends AgencyRefusal {
    private static final long serialVersionUID = 1L;

    NotActive(String message) {
      super(message);
    }
  }

  /** The caller saw an older state. */
  static final class Stale extends AgencyRefusal {
    private static final long serialVersionUID = 1L;

    Stale() {
      super("The agency's file has changed since you saw it; look at it again.");
    }
  }
}
