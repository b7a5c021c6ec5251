package org.writ.review.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CallBackDetails;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseOpened;

/** Records a call to the agency of an emergency. Pure. */
final class CallingBack {

  private CallingBack() {}

  /**
   * The call: always to the number that was on file when the agency submitted, whatever number the
   * request names.
   *
   * @param erased whether the case's key is erased; then the note is not kept
   * @throws CaseConflict if the reviewer does not hold the case, it is frozen, decided, withdrawn
   *     or no emergency, or no number was on file
   */
  static NewEvent record(
      Standing standing,
      CaseOpened file,
      boolean erased,
      VerificationBody call,
      String reviewer,
      Instant now) {
    Claiming.requireWorkable(standing, reviewer, now);
    if (!Approving.isEmergency(file.getProcess())) {
      throw new CaseConflict("Only an emergency is verified by a call-back.");
    }
    if (file.getCallBackPhone().isEmpty()) {
      throw new CaseConflict(
          "No number to call back was on file about the agency when it submitted this emergency,"
              + " which cannot be approved. Never call the number in the request: have the operators"
              + " find one out and register it, and then the agency submit the emergency again.");
    }
    var recorded =
        new CallBackRecorded(reviewer, call.outcome().name(), file.getCallBackPhone(), null);
    @Nullable String note = call.note();
    return erased || note == null
        ? NewEvent.open(recorded)
        : NewEvent.sealed(recorded, new CallBackDetails(note));
  }
}
