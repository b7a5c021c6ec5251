package org.writ.review.desk;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What has just been done with a case. */
enum News {
  NONE,
  DECIDED,
  PROPOSED,
  CONFIRMED,
  OBJECTED,
  ASKED,
  CALLED,
  ASSIGNED,
  TAKEN,
  REOPENED;

  /** As it stands in an address; {@link #NONE} if it can be none. */
  static News of(@Nullable String name) {
    return Arrays.stream(values()).filter(news -> news.key().equals(name)).findFirst().orElse(NONE);
  }

  /** As it stands in addresses and keys of words. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a page says so. */
  URI at(URI page) {
    return this == NONE ? page : URI.create(page + "?done=" + key());
  }
}
