package org.writ.review.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.AppendListener;
import org.writ.eventlog.Event;
import org.writ.eventlog.Jdbc;
import org.writ.events.Topic;
import org.writ.events.review.CaseEscalated;

/**
 * The table {@code escalation_mail}: what is to be mailed. It is filled in the transaction that
 * escalates a case and emptied by the sender; it is no fold, so that a replay tells nobody.
 */
@ApplicationScoped
class MailQueue implements AppendListener {

  private final DataSource dataSource;
  private final MailConfig config;

  MailQueue(DataSource dataSource, MailConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /**
   * What is to be said.
   *
   * @param step that the case has come to
   * @param dueAt when it has to be answered
   */
  record Notice(String caseId, String step, Instant dueAt) {}

  @Override
  public Topic topic() {
    return Topic.REVIEW_CASES;
  }

  @Override
  public void appended(Event event) {
    if (event.data() instanceof CaseEscalated escalated && config.mailTo().isPresent()) {
      add(new Notice(event.envelope().subject(), escalated.getStep(), escalated.getDueAt()));
    }
  }

  /** Adds a notice; one about the same step that still waits is due when this one is. */
  void add(Notice notice) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  // After a re-opening a step can come again while its mail still waits.
                  "INSERT INTO escalation_mail (case_id, step, due_at) VALUES (?, ?, ?)"
                      + " ON DUPLICATE KEY UPDATE due_at = VALUES(due_at)")) {
            insert.setString(1, notice.caseId());
            insert.setString(2, notice.step());
            insert.setObject(3, notice.dueAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
            insert.executeUpdate();
          }
        });
  }

  /** The notice about the case that is due first; empty if nothing is to be said. */
  Optional<Notice> first() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT case_id, step, due_at FROM escalation_mail"
                          + " ORDER BY due_at, case_id, step LIMIT 1");
              ResultSet row = select.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Notice(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                : Optional.<Notice>empty();
          }
        });
  }

  /** Forgets a notice, which was sent or is needless; one that was replaced meanwhile stays. */
  void remove(Notice notice) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM escalation_mail WHERE case_id = ? AND step = ? AND due_at = ?")) {
            delete.setString(1, notice.caseId());
            delete.setString(2, notice.step());
            delete.setObject(3, notice.dueAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
            delete.executeUpdate();
          }
        });
  }
}
