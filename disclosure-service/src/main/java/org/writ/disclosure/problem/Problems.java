package org.writ.disclosure.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;

/** The refusals that the service itself gives (RFC 9457); the rest come from the framework. */
public final class Problems {

  private static final int UNPROCESSABLE_CONTENT = 422;

  private Problems() {}

  /** 400: the request cannot be understood. */
  public static HttpProblem malformed(String detail) {
    return HttpProblem.valueOf(Status.BAD_REQUEST, detail);
  }

  /** 401: nobody is signed in. */
  public static HttpProblem unauthenticated() {
    return HttpProblem.builder()
        .withStatus(Status.UNAUTHORIZED)
        .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
        .withType(URI.create("about:blank"))
        .withDetail("Send a valid access token of the realm in the Authorization header.")
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  /** 403: the caller is known and may not do this. */
  public static HttpProblem forbidden(String detail) {
    return HttpProblem.valueOf(Status.FORBIDDEN, detail);
  }

  /** 404: it does not exist, or it is not the caller's; the answer does not tell which. */
  public static HttpProblem unknown(String detail) {
    return HttpProblem.valueOf(Status.NOT_FOUND, detail);
  }

  /** 409: not in this state. */
  public static HttpProblem conflict(String detail) {
    return HttpProblem.valueOf(Status.CONFLICT, detail);
  }

  /** 410: no longer. */
  public static HttpProblem gone(String detail) {
    return HttpProblem.valueOf(Status.GONE, detail);
  }

  /** 422 that names every fault. */
  public static HttpProblem invalid(Fault... faults) {
    return HttpProblem.builder()
        .withStatus(UNPROCESSABLE_CONTENT)
        .withTitle("Unprocessable Content")
        .withDetail("%d fault(s); each is named in errors.".formatted(faults.length))
        .with("errors", List.of(faults))
        .build();
  }
}
