package org.writ.intake.hi1;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

/**
 * How far the request of an Authorisation has come.
 *
 * @param status of the request
 * @param items what became of each item, by its id; an item of which nothing is known is absent
 * @param steps when it reached which status, in order, at least one
 * @param questions what the reviewers asked, in order
 * @param delivery the package; null until there is one
 * @param preservedUntil until when data is preserved; null if none is
 */
record RequestStanding(
    RequestStatus status,
    Map<String, Item> items,
    List<Step> steps,
    List<Question> questions,
    @Nullable Package delivery,
    @Nullable Instant preservedUntil) {

  /**
   * What became of an item.
   *
   * @param result the state that it is in
   * @param ground why it was refused or nothing was found; null otherwise
   */
  record Item(ItemResult result, @Nullable String ground) {}

  /**
   * A step.
   *
   * @param status what it reached
   * @param at when
   */
  record Step(RequestStatus status, Instant at) {}

  /**
   * A question of the reviewers.
   *
   * @param at when it was asked
   * @param words what was asked; null once the request is erased
   */
  record Question(Instant at, @Nullable String words) {}

  /**
   * The package.
   *
   * @param deliveryId by which it is fetched
   * @param sha256 SHA-256 (hex) of its bytes
   * @param size in bytes
   * @param expiresAt until when it can be fetched
   */
  record Package(String deliveryId, String sha256, long size, Instant expiresAt) {}

  /** When the newest step was. */
  Instant changedAt() {
    return steps.getLast().at();
  }
}
