package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Conflicts that are declared while the person is about to get a case of the agency. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConflictInTheSameMomentTest extends CaseScenario {

  /** A step of this case waits here, when everything is decided and nothing is written. */
  private static final String LOCK =
      "SELECT version FROM stream WHERE topic = 'review.cases' AND subject = ? FOR UPDATE";

  private static final String WAITING =
      "SELECT COUNT(*) FROM information_schema.innodb_trx AS t"
          + " JOIN information_schema.processlist AS p ON p.id = t.trx_mysql_thread_id"
          + " WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()";

  private final DataSource dataSource;
  private final String agency = "agency-" + UUID.randomUUID();
  private final String person = "person-" + UUID.randomUUID();
  private final String token =
      TestClient.ofThisTest().in("reviewer").claiming("person", person).token();

  ConflictInTheSameMomentTest(MovableClock clock, DataSource dataSource) {
    super(clock);
    this.dataSource = dataSource;
  }

  @Test
  void aCaseThatIsGivenToThePersonComesFree() throws Exception {
    // Given
    String id = submit();
    String seen = Reviewer.SOFIA.etag(id);

    // When
    Response given =
        whileAConflictIsDeclared(
            id,
            () ->
                Reviewer.SOFIA.step(
                    id, "assignment", seen, "{\"assignee\":\"%s\"}".formatted(person)));

    // Then
    given.then().statusCode(200);
    assertFree(id);
  }

  @Test
  void aCaseThatThePersonClaimsComesFree() throws Exception {
    // Given
    String id = submit();

    // When
    Response claimed =
        whileAConflictIsDeclared(id, () -> as(token).post("/v1/cases/{id}/claim", id));

    // Then
    claimed.then().statusCode(200);
    assertFree(id);
  }

  /** The step has found no conflict when one is declared; it ends after that, if it can. */
  private Response whileAConflictIsDeclared(String id, Callable<Response> step) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection lock = dataSource.getConnection()) {
      lock.setAutoCommit(false);
      lock(lock, id);
      Future<Response> taken = threads.submit(step);
      await().until(() -> waiting() == 1);
      Future<Response> declared = threads.submit(this::declare);
      await().until(() -> declared.isDone() || waiting() == 2);
      lock.rollback();
      declared.get().then().statusCode(200);
      return taken.get();
    }
  }

  private static void lock(Connection connection, String id) throws SQLException {
    try (var select = connection.prepareStatement(LOCK)) {
      select.setString(1, id);
      select.executeQuery().close();
    }
  }

  private int waiting() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select = connection.prepareStatement(WAITING);
              var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  private static void assertFree(String id) {
    Response read = Reviewer.RITA.read(id);
    read.then()
        .body("status", equalTo("OPEN"))
        .body("holder", nullValue())
        .body("timeline.type", hasItem("CaseReleased"));
    assertThat(read.jsonPath().<String>getList("timeline.type"))
        .containsAnyOf("CaseReassigned", "CaseClaimed");
  }

  private Response declare() {
    return Reviewer.SOFIA
        .request()
        .contentType("application/json")
        .body("{\"agency\":\"%s\",\"reviewer\":\"%s\"}".formatted(agency, person))
        .post("/v1/conflicts");
  }

  private String submit() {
    return intake.submit(
        intake.sound().setAgency(agency).setItems(List.of(Requests.item(itemId).build())));
  }

  private static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }
}
