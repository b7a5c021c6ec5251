package org.writ.pages;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How somebody wants pages to look who looks at hard things all day, or whose keyboard types by
 * itself. Kept in a cookie; pages have it as classes of their root element.
 */
public enum Comfort {
  /** No colours. */
  GREY("grey"),
  /** Documents and images are blurred until one points at them. */
  BLUR("blur"),
  /** Single keys do nothing. */
  NO_KEYS("no-keys");

  /** Name of the cookie. */
  public static final String COOKIE = "writ_comfort";

  private static final String SEPARATOR = ".";

  private final String style;

  Comfort(String style) {
    this.style = style;
  }

  /** The class in the stylesheet, and the value in forms. */
  public String style() {
    return style;
  }

  /** What was chosen, of these values; others count for nothing. */
  public static String cookieValue(List<String> chosen) {
    return Arrays.stream(values())
        .map(Comfort::style)
        .filter(chosen::contains)
        .collect(Collectors.joining(SEPARATOR));
  }

  /** The classes that somebody has chosen, with spaces between them. */
  static String of(HttpServerRequest request) {
    Set<String> chosen =
        Optional.ofNullable(request.getCookie(COOKIE))
            .map(Cookie::getValue)
            .map(value -> Set.copyOf(Arrays.asList(value.split("\\."))))
            .orElse(Set.of());
    return Arrays.stream(values())
        .map(Comfort::style)
        .filter(chosen::contains)
        .collect(Collectors.joining(" "));
  }
}
