package org.writ.review.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.review.quality.Disagreements.Disagreement;
import org.writ.review.quality.Quality.Waiting;

/**
 * The second reviews as their list shows them.
 *
 * @param f the frame
 * @param waiting for whoever looks
 * @param disagreements that wait to be settled
 * @param senior whether whoever looks settles such
 * @param done what has just been done; null: nothing
 * @param notice why something is not possible; empty: nothing was tried
 * @param typed what whoever looks typed about a decision that could not be sent, in their own words
 */
record ReviewList(
    Frame f,
    List<Waiting> waiting,
    List<Disagreement> disagreements,
    boolean senior,
    ReviewListPage.@Nullable Done done,
    String notice,
    List<String> typed) {

  /** Name of a country in the reader's language. */
  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(f.w().language().locale());
  }

  /** What has just been done, in a sentence; empty: nothing. */
  public String news() {
    return done == null ? "" : f.w().of("review.done", done);
  }

  /** Whether what has just been done came to what was wanted. */
  public boolean good() {
    return done != ReviewListPage.Done.NONE_FREE;
  }

  /** An outcome's shape and colour. */
  public String style(@Nullable String outcome) {
    return outcome == null ? "still" : Summary.style(outcome);
  }
}
