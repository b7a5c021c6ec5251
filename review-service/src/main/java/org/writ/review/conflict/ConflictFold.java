package org.writ.review.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.review.ConflictDeclared;
import org.writ.events.review.ConflictEnded;

/** How the table of conflicts follows from {@code review.conflicts}. */
@ApplicationScoped
class ConflictFold implements Fold {

  private final ConflictRows rows;

  ConflictFold(ConflictRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_CONFLICTS;
  }

  @Override
  public List<String> tables() {
    return List.of("conflict");
  }

  @Override
  public void apply(Event event) {
    String agency = event.envelope().subject();
    switch (event.data()) {
      case ConflictDeclared declared -> {
        var row = new ConflictRow();
        row.agency = agency;
        row.reviewer = declared.getReviewer();
        row.declaredBy = declared.getDeclaredBy();
        row.declaredAt = event.envelope().time();
        // At once: from here on, whoever acts upon there being none waits for this transaction.
        rows.persistAndFlush(row);
      }
      case ConflictEnded ended ->
          rows.delete(
              rows.of(agency, ended.getReviewer())
                  .orElseThrow(
                      () -> new IllegalArgumentException("A conflict ends that never began")));
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }
}
