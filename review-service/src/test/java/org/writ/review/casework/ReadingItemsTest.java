package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.ItemDecision;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Cases with more items than they show at once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReadingItemsTest extends CaseScenario {

  private static final int MANY = 1_201;

  /** Two items that a blocking finding is about: one that the case shows, and one behind. */
  private static final List<Integer> BLOCKED = List.of(5, 1_100);

  ReadingItemsTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aCaseShowsItsFirstItemsAndListsAllOfThem() {
    // Given
    String id = submitMany();

    // When
    Response shown = Reviewer.RITA.claim(id);
    List<JsonPath> pages = pages(id);

    // Then
    shown
        .then()
        .statusCode(200)
        .body("itemCount", equalTo(MANY))
        .body("items", hasSize(1_000))
        .body("items[999].itemId", equalTo("item-1000"))
        .body("findings.itemId", contains(null, "item-5"))
        .body("findings[0].facts.name", hasItem("itemCount"))
        .body("findings[0].facts.name", not(hasItem("dataTypes")))
        .body("findings[1].facts", empty());
    assertThat(pages).hasSize(7);
    assertThat(all(pages, "items.itemId")).isEqualTo(ids());
    assertThat(all(pages, "items.identifier.value"))
        .isEqualTo(Collections.nCopies(MANY, "+4915100000001"));
    assertThat(all(pages, "findings.itemId")).containsExactly("item-5", "item-1100");
    assertThat(pages.get(5).getList("findings.itemId")).containsExactly("item-1100");
    assertThat(pages.getLast().getString("nextCursor")).isNull();
    assertThat(pages.getLast().getMap("")).doesNotContainKey("decided");
  }

  @Test
  void pagesThatAreReadSoonAreOneReading() {
    // Given
    String id = submitMany();
    Reviewer.RITA.claim(id).then().statusCode(200);

    // When
    pages(id);
    page(Reviewer.SOFIA, id, null).then().statusCode(200);
    page(Reviewer.SOFIA, id, null).then().statusCode(200);
    clock.forward(Duration.ofMinutes(6));
    page(Reviewer.SOFIA, id, null).then().statusCode(200);

    // Then
    Reviewer.RAJ
        .read(id)
        .then()
        .body(
            "timeline.type",
            contains("CaseOpened", "CaseClaimed", "CaseRead", "CaseRead", "CaseRead", "CaseRead"))
        .body("timeline[2].actor", equalTo("reviewer:" + Reviewer.RITA.id()))
        .body("timeline[3].actor", equalTo("senior-reviewer:" + Reviewer.SOFIA.id()))
        .body("timeline[4].actor", equalTo("senior-reviewer:" + Reviewer.SOFIA.id()))
        .body("timeline[5].actor", equalTo("reviewer:" + Reviewer.RAJ.id()));
  }

  @Test
  void whatIsDecidedIsListedWithTheItems() {
    // Given
    String id = submitMany();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String decision =
        IntStream.rangeClosed(1, MANY)
            .mapToObj(
                i ->
                    BLOCKED.contains(i)
                        ? DecisionBodies.refuse("item-" + i, "OVERBROAD")
                        : DecisionBodies.approve("item-" + i, "IP_ADDRESS", "PHONE_NUMBER"))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));

    // When
    Response answer = Reviewer.RITA.decide(id, etag, decision);

    // Then
    answer
        .then()
        .statusCode(200)
        .body("outcome", equalTo("PARTLY_APPROVED"))
        .body("itemCount", equalTo(MANY))
        .body("items", hasSize(1_000))
        .body("items[4].outcome", equalTo("REFUSED"));
    Reviewer.RITA.read(id).then().body("decision.items", hasSize(1_000));
    List<JsonPath> pages = pages(id);
    assertThat(all(pages, "decided.itemId")).isEqualTo(ids());
    assertThat(pages.get(5).getString("decided[99].ground")).isEqualTo("OVERBROAD");
    assertThat(pages.get(5).getString("decided[100].outcome")).isEqualTo("APPROVED");
    var decided = (CaseDecided) onTopic(id, CaseDecided.class).data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.PARTLY_APPROVED);
    assertThat(decided.getItems()).extracting(ItemDecision::getItemId).isEqualTo(ids());
  }

  @Test
  void aCaseWithFewItemsIsOnePage() {
    // Given
    String id = submitWith(false);

    // When
    Response page = Reviewer.RITA.request().get("/v1/cases/{id}/items", id);

    // Then
    page.then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("items.itemId", contains(itemId))
        .body("items[0].from", notNullValue())
        .body("findings", empty())
        .body("nextCursor", nullValue());
  }

  @Test
  void whatIsNoPageIsRefused() {
    String id = submitWith(false);

    page(Reviewer.RITA, UUID.randomUUID().toString(), null).then().statusCode(404);
    page(Reviewer.RITA, id, "x").then().statusCode(422);
    Reviewer.RITA.request().get("/v1/cases/{id}/items?limit=201", id).then().statusCode(422);
  }

  private String submitMany() {
    var items = new ArrayList<>(Requests.items(MANY));
    for (int number : BLOCKED) {
      items.set(
          number - 1, Requests.item("item-" + number).setDataTypes(List.of("CONTENT")).build());
    }
    return intake.submit(intake.sound().setItems(items));
  }

  private static List<String> ids() {
    return IntStream.rangeClosed(1, MANY).mapToObj(i -> "item-" + i).toList();
  }

  private static List<JsonPath> pages(String id) {
    var pages = new ArrayList<JsonPath>();
    @Nullable String cursor = null;
    do {
      JsonPath page = page(Reviewer.RITA, id, cursor).then().statusCode(200).extract().jsonPath();
      pages.add(page);
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return pages;
  }

  private static Response page(Reviewer reviewer, String id, @Nullable String cursor) {
    var request = reviewer.request().queryParam("limit", 200);
    return (cursor == null ? request : request.queryParam("cursor", cursor))
        .get("/v1/cases/{id}/items", id);
  }

  private static List<String> all(List<JsonPath> pages, String path) {
    return pages.stream().flatMap(page -> page.<String>getList(path).stream()).toList();
  }
}
