package org.writ.review.desk;

/**
 * What was heard of the number of appended events. The first number is news, as nobody knows which
 * pages were opened before it rose; and an event counts before it has committed, so what is news is
 * news once more the next time. Not thread-safe.
 */
final class Heard {

  private long number = -1;
  private boolean again;

  /** Whether there is something that was not told, or may have been told too early. */
  boolean isNews(long now) {
    boolean risen = now != number;
    boolean news = risen || again;
    again = risen;
    number = now;
    return news;
  }
}
