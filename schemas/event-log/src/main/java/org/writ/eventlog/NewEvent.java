package org.writ.eventlog;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that was decided and is not yet in the log.
 *
 * @param data the open part; its field {@code sealed}, if it has one, is null
 * @param personal the part about persons, that the log seals with the case key; null if there is
 *     none
 */
public record NewEvent(SpecificRecord data, @Nullable SpecificRecord personal) {

  /** An event without a part about persons. */
  public static NewEvent open(SpecificRecord data) {
    return new NewEvent(data, null);
  }

  /** An event with a part about persons. */
  public static NewEvent sealed(SpecificRecord data, SpecificRecord personal) {
    return new NewEvent(data, personal);
  }
}
