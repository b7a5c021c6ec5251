package org.writ.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;

/** The refusals that a service itself gives (RFC 9457); the rest come from the framework. */
public final class Problems {

  private static final int UNPROCESSABLE_CONTENT = 422;

  private Problems() {}

  /** 400: the request cannot be understood. */
  public static HttpProblem malformed(String detail) {
    return HttpProblem.valueOf(Status.BAD_REQUEST, detail);
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

  /** 412: it has changed since the caller saw it. */
  public static HttpProblem stale(String detail) {
    return HttpProblem.valueOf(Status.PRECONDITION_FAILED, detail);
  }

  /** 413: more bytes than are read. */
  public static HttpProblem tooLarge(long maxBytes) {
    return HttpProblem.valueOf(Status.REQUEST_ENTITY_TOO_LARGE, tooLargeDetail(maxBytes));
  }

  /** 422: understood, and wrong. */
  public static HttpProblem invalid(String detail) {
    return unprocessable(detail).build();
  }

  /** 422 that names every fault. */
  public static HttpProblem invalid(List<Fault> faults) {
    return unprocessable("%d fault(s); each is named in errors.".formatted(faults.size()))
        .with("errors", faults)
        .build();
  }

  /** 428: the caller has to say which state it saw. */
  public static HttpProblem preconditionMissing(String detail) {
    return HttpProblem.valueOf(Status.PRECONDITION_REQUIRED, detail);
  }

  /** 503: more at this moment than can be done; the same may succeed in a second. */
  public static HttpProblem overloaded(String detail) {
    return HttpProblem.builder()
        .withType(URI.create("about:blank"))
        .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
        .withStatus(Status.SERVICE_UNAVAILABLE)
        .withDetail(detail)
        .withHeader(HttpHeaders.RETRY_AFTER, "1")
        .build();
  }

  /** 413: one element of an array, or everything but the array, is longer than is read. */
  static HttpProblem tooLong(long element, long rest) {
    return HttpProblem.valueOf(
        Status.REQUEST_ENTITY_TOO_LARGE,
        "At most %d characters are accepted in one element of the array, and %d in everything else."
            .formatted(element, rest));
  }

  static String tooLargeDetail(long maxBytes) {
    return "At most %d bytes are accepted here.".formatted(maxBytes);
  }

  private static HttpProblem.Builder unprocessable(String detail) {
    return HttpProblem.builder()
        .withStatus(UNPROCESSABLE_CONTENT)
        .withTitle("Unprocessable Content")
        .withDetail(detail);
  }
}
