package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.error;
import static org.writ.intake.hi1.Exchange.response;
import static org.writ.intake.hi1.Exchange.send;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.request.SubmissionBody;

/** What an agency has is listed wholly, by what it asks for; or it is told to ask for less. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverListTest {

  private static final int LOOKED_AT = 500;

  /** How ids begin of requests that begin after all that this test makes. */
  private static final String OTHERS = "ffffffff";

  @Inject DataSource dataSource;

  @BeforeEach
  void registerAgencies() {
    Exchange.registerAgencies();
  }

  /** The agency is that of other tests, too, whose lists would look at them. */
  @AfterEach
  void removeRequestsWithoutObjects() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var delete =
            connection.prepareStatement("DELETE FROM handover_request WHERE request_id LIKE ?")) {
      delete.setString(1, OTHERS + "%");
      delete.executeUpdate();
    }
  }

  @Test
  void listsAreWholeOrRefused() throws Exception {
    String old = authorisationOfLongAgo();
    olderOneIsFoundByItsTime(old);
    whatAMessageCreatesIsListedInIt();
    moreThanIsLookedAtIsRefused();
    newestOfThemAreListed();
    listsOfAMessageAreBounded();
    objectsThatAMessageNamesAreBounded();
    allOthersChangeLater();
    olderOneIsFoundByItsTime(old);
  }

  private String authorisationOfLongAgo() throws Exception {
    String old = id();
    assertThat(codes(send(create(authorisation(old))))).containsExactly(0);
    return old;
  }

  private static void whatAMessageCreatesIsListedInIt() {
    // Given
    String authorisation = id();
    String task = id();

    // When
    var answer =
        send(
            create(authorisation(authorisation)),
            create(task(task, authorisation)),
            verb("LIST", filter().put("MaximumObjectCount", 20)),
            get(task));

    // Then
    assertThat(codes(answer)).containsExactly(0, 0, 0, 0);
    assertThat(ids(answer, 2)).contains(authorisation, task);
    assertThat(response(answer, 3).at("/GETResponse/HI1Object/ObjectIdentifier").asText())
        .isEqualTo(task);
  }

  /** Requests of the agency that have no objects: a list has to look at them to know. */
  private void moreThanIsLookedAtIsRefused() throws Exception {
    // Given
    try (Connection connection = dataSource.getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO handover_request (request_id, agency, changed_at) VALUES (?, ?, ?)")) {
      Instant now = Instant.now();
      for (int request = 0; request < LOOKED_AT + 1; request++) {
        insert.setString(1, OTHERS + id().substring(OTHERS.length()));
        insert.setString(2, Exchange.AGENCY);
        insert.setObject(3, utc(now.minus(Duration.ofMinutes(5 + request))));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    String authorisation = id();

    // When
    var answer = send(create(authorisation(authorisation)), verb("LIST", filter()));

    // Then
    assertThat(codes(answer)).containsExactly(3000, 3001);
    assertThat(response(answer, 1).at("/ErrorInformation/ErrorDescription").asText())
        .contains("LastChangedTimespan", "MaximumObjectCount");
    assertThat(codes(send(get(authorisation)))).containsExactly(3014);
  }

  private static void newestOfThemAreListed() {
    // When
    var answer = send(verb("LIST", filter().put("MaximumObjectCount", 2)));

    // Then
    assertThat(codes(answer)).containsExactly(0);
    assertThat(ids(answer, 0)).hasSize(2);
  }

  private void allOthersChangeLater() throws Exception {
    try (Connection connection = dataSource.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE handover_request SET changed_at = ? WHERE request_id LIKE ?")) {
      update.setObject(1, utc(Instant.now().plus(Duration.ofHours(1))));
      update.setString(2, OTHERS + "%");
      assertThat(update.executeUpdate()).isEqualTo(LOOKED_AT + 1);
    }
  }

  private static void olderOneIsFoundByItsTime(String old) {
    // Given
    String changed = Exchange.object(old).path("LastChanged").asText();
    ObjectNode span = filter();
    span.putObject("LastChangedTimespan").put("StartTime", changed).put("EndTime", changed);

    // When
    var answer = send(verb("LIST", span));

    // Then
    assertThat(codes(answer)).containsExactly(0);
    assertThat(ids(answer, 0)).contains(old);
  }

  private static void listsOfAMessageAreBounded() {
    // Given
    var lists = new ArrayList<ObjectNode>();
    for (int list = 0; list <= ReadBounds.LISTS; list++) {
      lists.add(verb("LIST", filter().put("MaximumObjectCount", 1)));
    }

    // When, then
    assertThat(codes(send(lists.toArray(ObjectNode[]::new)))).containsOnly(3001);
    assertThat(codes(send(lists.subList(1, lists.size()).toArray(ObjectNode[]::new))))
        .containsOnly(0);
  }

  private static void objectsThatAMessageNamesAreBounded() {
    // Given
    var tasks = new ArrayList<ObjectNode>();
    for (int task = 0; task < 6; task++) {
      ObjectNode one = task(id(), id());
      var links = one.putObject("AssociatedObjects").putArray("AssociatedObject");
      for (int link = 0; link < 1_000; link++) {
        links.add(id());
      }
      tasks.add(create(one));
    }

    // When, then
    assertThat(error(send(tasks.toArray(ObjectNode[]::new)))).isEqualTo(3001);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static ObjectNode filter() {
    return SubmissionBody.JSON.createObjectNode();
  }

  private static List<String> ids(Response answer, int place) {
    var ids = new ArrayList<String>();
    response(answer, place)
        .at("/LISTResponse/ListResponseRecord")
        .forEach(listed -> ids.add(listed.path("Identifier").asText()));
    return ids;
  }
}
