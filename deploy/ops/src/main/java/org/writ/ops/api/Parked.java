package org.writ.ops.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The parked events of one service, as an operator sees them. Thread-safe. */
public final class Parked {

  private final Api api;

  /** A caller at the address of any of the four services. */
  public Parked(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** All parked events. */
  public Answer list() {
    return api.get("/v1/parked");
  }

  /** Handles a subject's parked events again. */
  public Answer retry(String topic, String subject) {
    return api.post(path(topic, subject) + "/retry", Map.of());
  }

  /** Gives up a subject's oldest parked event. */
  public Answer drop(String topic, String subject) {
    return api.post(path(topic, subject) + "/drop", Map.of());
  }

  private static String path(String topic, String subject) {
    return "/v1/parked/" + encode(topic) + "/" + encode(subject);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
