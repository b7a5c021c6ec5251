package org.writ.pages;

import java.util.Optional;
import org.writ.look.Words;

/**
 * Says in the reader's language why something was refused. Each service with pages has one; it is a
 * bean.
 */
public interface Reasons {

  /**
   * Why it was refused, in a sentence.
   *
   * @param said what a service says, in English
   * @return empty if there are no words for it
   */
  Optional<String> say(Words words, String said);
}
