package org.writ.web.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.writ.web.problem.Problems;

/** Why an agency, or an account that acts for one, may do nothing. The same in all services. */
public enum Stop {
  /** Until two operators end it. */
  SUSPENDED("The agency is suspended; ask the operators."),

  /** For ever. */
  CLOSED("The agency is closed; ask the operators."),

  /** This account alone. */
  BARRED("This account may not act for the agency; ask the operators.");

  private final String detail;

  Stop(String detail) {
    this.detail = detail;
  }

  /** 403 that says why. */
  public HttpProblem refusal() {
    return Problems.forbidden(detail);
  }
}
