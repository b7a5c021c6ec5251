package org.writ.pages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.look.Language;
import org.writ.look.Moments;
import org.writ.look.Words;

/**
 * What every page needs besides its content.
 *
 * @param w the words of the reader's language
 * @param now the time that distances are counted from
 * @param person who is signed in; empty if nobody is
 * @param here which entry of the navigation is this page's; empty for none
 * @param back where choosing a language leads
 * @param form id of the form that the choice of a language is sent with
 * @param look how the reader wants pages to look ({@link Comfort}), as classes of the stylesheet
 * @param roles of whoever is signed in
 */
public record Frame(
    Words w,
    Instant now,
    String person,
    String here,
    String back,
    String form,
    String look,
    Set<String> roles) {

  /** Id of the form that does nothing but choose a language. */
  public static final String LANGUAGE_FORM = "language";

  /** A language that can be chosen. */
  public record Choice(String tag, String name, boolean current) {}

  /** Whether whoever is signed in has a role. */
  public boolean is(String role) {
    return roles.contains(role);
  }

  /** The languages that can be chosen. */
  public List<Choice> languages() {
    return Arrays.stream(Language.values())
        .map(language -> new Choice(language.tag(), language.ownName(), language == w.language()))
        .toList();
  }

  /** The page's own language. */
  public String lang() {
    return w.language().tag();
  }

  /** {@code 21 Nov 2026, 14:05 UTC}. */
  public String moment(Instant moment) {
    return new Moments(w).moment(moment);
  }

  /** {@code in 9 d 4 h}. */
  public String relative(Instant moment) {
    return new Moments(w).relative(moment, now);
  }

  /** {@code 1.4 MiB}; below a kibibyte in bytes. */
  public String size(long bytes) {
    return Sizes.of(w, bytes);
  }

  /** First and last day of a period (UTC), whose end is exclusive. */
  public String period(@Nullable Instant from, @Nullable Instant to) {
    return w.t(
        "confirm.period",
        from == null ? w.t("confirm.start") : Days.of(w, from),
        to == null ? w.t("confirm.end") : Days.of(w, to.minusNanos(1)));
  }
}
