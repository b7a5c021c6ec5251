package org.writ.intake.hi1;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request that an object is about: that of the objects that it is linked to. Pure.
 *
 * @param id the request's id
 * @param standing how far it has come; null if it is not submitted yet
 */
record LinkedRequest(String id, @Nullable RequestStanding standing) {

  /** The request, or why it cannot be told. */
  sealed interface Result {
    /** It is one. */
    record Sound(LinkedRequest request) implements Result {}

    /** It is none, or several. */
    record Faulty(Refusal refusal) implements Result {}
  }

  /**
   * The request of an object.
   *
   * @param known the agency's objects that the message mentions, by id
   * @param issued mentioned objects that we issued to the agency, by id
   */
  static Result of(HandoverObject object, Map<String, Known> known, Map<String, Issued> issued) {
    List<LinkedRequest> requests =
        object.associated().stream()
            .flatMap(id -> Stream.concat(own(known.get(id)), ours(issued.get(id))))
            .toList();
    if (requests.isEmpty()) {
      return new Result.Faulty(
          ErrorCode.MISSING.with(
              "AssociatedObjects: the Authorisation, the task or the question that it belongs to"));
    }
    return requests.stream().map(LinkedRequest::id).distinct().count() == 1
        ? new Result.Sound(
            // What the message itself creates does not know how far the request is.
            requests.stream()
                .filter(request -> request.standing() != null)
                .findFirst()
                .orElseGet(requests::getFirst))
        : new Result.Faulty(
            ErrorCode.IMPROPER_VALUE.with("AssociatedObjects: of one Authorisation"));
  }

  private static Stream<LinkedRequest> own(@Nullable Known known) {
    return known == null
        ? Stream.empty()
        : Stream.of(new LinkedRequest(known.requestId(), known.standing()));
  }

  private static Stream<LinkedRequest> ours(@Nullable Issued issued) {
    return issued == null
        ? Stream.empty()
        : Stream.of(new LinkedRequest(issued.requestId(), issued.standing()));
  }
}
