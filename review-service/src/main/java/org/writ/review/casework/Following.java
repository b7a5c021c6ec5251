package org.writ.review.casework;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Withdrawn;

/**
 * What an event of the request means for its case. Pure.
 *
 * <p>The two can cross: while a withdrawal, an answer or a suspension travels from intake, a
 * reviewer may decide. Nothing of it is refused then, because nobody could be told. A withdrawal
 * after a decision says so ({@code wasDecided}), and disclosure, which reads both in this order,
 * stops what it began; what comes twice, or lifts a suspension that is over, changes nothing.
 */
final class Following {

  private Following() {}

  /**
   * The open part of what follows.
   *
   * @return empty if nothing does
   * @throws IllegalArgumentException if the event is of no type that is followed
   */
  static Optional<SpecificRecord> decide(Standing standing, SpecificRecord input) {
    return switch (input) {
      case ClarificationAnswered answer ->
          Optional.of(new ClarificationReceived(answer.getQuestion(), answer.getDueAt(), null));
      case RequestSupplemented _ -> Optional.of(new CaseSupplemented((java.nio.ByteBuffer) null));
      case RequestWithdrawn _ ->
          standing.state() instanceof Withdrawn
              ? Optional.empty()
              : Optional.of(new CaseWithdrawn(standing.state() instanceof Decided));
      case RequestFrozen frozen ->
          frozen.getSuspension().equals(standing.matter().suspension())
              ? Optional.empty()
              : Optional.of(new CaseFrozen(frozen.getSuspension()));
      case RequestUnfrozen unfrozen ->
          unfrozen.getSuspension().equals(standing.matter().suspension())
              ? Optional.of(new CaseUnfrozen(unfrozen.getSuspension()))
              : Optional.empty();
      case DocumentReceived document ->
          Optional.of(
              new CaseDocumentAdded(
                  document.getDocumentId(),
                  document.getKind(),
                  document.getMediaType(),
                  document.getSize(),
                  document.getSha256(),
                  document.getScan(),
                  null));
      case DocumentScanned scanned ->
          Optional.of(new CaseDocumentScanned(scanned.getDocumentId(), scanned.getScan()));
      case OrderOverdue overdue -> Optional.of(new EmergencyOrderOverdue(overdue.getOrderDueAt()));
      default ->
          throw new IllegalArgumentException(
              "Unknown type " + input.getSchema().getFullName() + " of a request");
    };
  }
}
