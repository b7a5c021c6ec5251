package org.writ.review.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.EscalationStep;
import org.writ.review.casework.QueueFilter;
import org.writ.review.casework.Urgency;

/**
 * What the queue is cut down to. What is not understood counts as not asked for: a page has nothing
 * to refuse there.
 *
 * @param tab the part of the queue
 * @param country ISO 3166-1 alpha-2; null: any
 * @param urgency null: any
 * @param escalated step of escalation that the cases have come to; null: any or none
 * @param search id of a case or an agency, or part of an agency's name; empty: anything
 */
record Narrowing(
    Tab tab,
    @Nullable String country,
    @Nullable Urgency urgency,
    @Nullable EscalationStep escalated,
    String search) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern CASE_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LONGEST_SEARCH = 200;

  static Narrowing read(
      @Nullable String tab,
      @Nullable String country,
      @Nullable String urgency,
      @Nullable String escalated,
      @Nullable String search) {
    String words = search == null ? "" : search.strip();
    return new Narrowing(
        Tab.of(tab),
        Optional.ofNullable(country).filter(text -> COUNTRY.matcher(text).matches()).orElse(null),
        named(Urgency.values(), urgency),
        named(EscalationStep.values(), escalated),
        words.substring(0, Math.min(words.length(), LONGEST_SEARCH)));
  }

  private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The case that is searched for by its id. */
  Optional<String> caseId() {
    return Optional.of(search.toLowerCase(Locale.ROOT))
        .filter(text -> CASE_ID.matcher(text).matches());
  }

  QueueFilter filter(Tab part, String reviewer) {
    return part.filter(reviewer, country, urgency, escalated, search.isEmpty() ? null : search);
  }

  QueueFilter filter(String reviewer) {
    return filter(tab, reviewer);
  }

  /** Whether more than a tab is chosen. */
  public boolean narrowed() {
    return country != null || urgency != null || escalated != null || !search.isEmpty();
  }

  /** Its address with another tab. */
  String address(Tab other) {
    var address = new StringBuilder("/desk?tab=").append(other.key());
    if (country != null) {
      address.append("&country=").append(country);
    }
    if (urgency != null) {
      address.append("&urgency=").append(urgency);
    }
    if (escalated != null) {
      address.append("&escalated=").append(escalated);
    }
    if (!search.isEmpty()) {
      address.append("&q=").append(URLEncoder.encode(search, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  /** Its address. */
  public String address() {
    return address(tab);
  }
}
