package org.writ.eventlog.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestSubmitted;

/** Requests as one table: country, newest status, number of events, sealed part. */
@ApplicationScoped
public class SampleFold implements Fold {

  private final DataSource dataSource;

  @Inject
  SampleFold(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("sample_request");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case RequestSubmitted submitted -> insert(event, submitted);
      case RequestProgressed progressed -> update(event, progressed);
      default -> throw new IllegalArgumentException(event.envelope().type());
    }
  }

  private void insert(Event event, RequestSubmitted submitted) {
    Optional<Sealed> sealed = event.sealed();
    Jdbc.run(
        dataSource,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO sample_request VALUES (?, ?, 'RECEIVED', 1, ?, ?)")) {
            insert.setString(1, event.envelope().subject());
            insert.setString(2, submitted.getCountry());
            insert.setString(3, sealed.map(part -> part.eventId().toString()).orElse(null));
            insert.setBytes(4, sealed.map(Sealed::ciphertext).orElse(null));
            insert.executeUpdate();
          }
        });
  }

  private void update(Event event, RequestProgressed progressed) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE sample_request SET status = ?, steps = steps + 1 WHERE id = ?")) {
            update.setString(1, progressed.getStatus().name());
            update.setString(2, event.envelope().subject());
            update.executeUpdate();
          }
        });
  }

  /**
   * Status of a request and its number of events, such as {@code REFUSED 2}; empty if there is
   * none.
   */
  public Optional<String> find(String id) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT status, steps FROM sample_request WHERE id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(row.getString(1) + " " + row.getInt(2))
                  : Optional.empty();
            }
          }
        });
  }
}
