package org.writ.intake.request;

import org.writ.web.problem.StateConflict;

/**
 * The request is not in a state in which the agency can do this. The message says so to the agency
 * and holds nothing about persons.
 */
public final class RequestConflict extends StateConflict {

  private static final long serialVersionUID = 1L;

  RequestConflict(String message) {
    super(message);
  }
}
