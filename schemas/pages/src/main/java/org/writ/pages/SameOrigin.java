package org.writ.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from a page of ours: what another site makes a browser send changes
 * nothing here. Browsers say where a request comes from (Fetch Metadata, W3C; {@code Origin}, RFC
 * 6454); what does not say it is refused.
 *
 * @param fetchSite the header {@code Sec-Fetch-Site}
 * @param origin the header {@code Origin}
 * @param authority host and port that the request was sent to
 */
record SameOrigin(@Nullable String fetchSite, @Nullable String origin, @Nullable String authority) {

  /** What only looks. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Whether a change may pass. */
  boolean holds() {
    return fetchSite == null ? isOriginOurs() : fetchSite.equals("same-origin");
  }

  /** Whether a request could change something. */
  static boolean isChange(String method) {
    return !SAFE.contains(method);
  }

  private boolean isOriginOurs() {
    try {
      return origin != null
          && authority != null
          && authority.equals(new URI(origin).getRawAuthority());
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
