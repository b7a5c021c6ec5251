package org.writ.web.list;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param rows what is on it
 * @param nextCursor where the next page begins; null on the last one
 * @param <R> what the list is of
 */
public record Page<R>(List<R> rows, @Nullable String nextCursor) {

  /**
   * Looks a page up.
   *
   * @param size most rows of the page
   * @param rows gives the rows from the page's first one on, as many as it is told at most
   * @param place the cursor of the place after a row
   */
  public static <R> Page<R> find(
      int size, IntFunction<List<R>> rows, Function<? super R, String> place) {
    // One more than asked for tells whether there is a next page.
    List<R> found = rows.apply(size + 1);
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<R> shown = found.subList(0, size);
    return new Page<>(shown, place.apply(shown.getLast()));
  }

  /** The rows as they are shown. */
  public <T> List<T> map(Function<? super R, T> shown) {
    return rows.stream().map(shown).toList();
  }
}
