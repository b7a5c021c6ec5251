package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class QueuePageTest {

  private final MovableClock clock;
  private Intake intake;
  private PageVisitor rita = new PageVisitor();

  QueuePageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    rita = PageVisitor.signedIn("rita");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void queueShowsCasesWithWhatIsFoundAndNothingAboutPersons() {
    // Given
    String agency = "Police-" + UUID.randomUUID();
    String id = intake.submit(intake.dueIn(Duration.ofHours(1)).setAgencyName(agency));

    // When
    var page = rita.get("/desk?q=" + agency.substring(0, 20).toUpperCase(Locale.ROOT));

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("/desk/cases/" + id, "Court order", "data-row", "Claim the next case")
        .doesNotContain("+4915100000001", "Officer Example", "style=", "onclick");
  }

  @Test
  void aTabShowsOnlyItsPartAndCountsIt() {
    // Given
    String mine = intake.submit(intake.sound());
    String free = intake.submit(intake.sound());
    var sofia = PageVisitor.signedIn("sofia");
    Reviewer.SOFIA.claim(mine);

    // When
    var page = sofia.get("/desk?tab=mine");

    // Then
    assertThat(page.html()).contains("/desk/cases/" + mine).doesNotContain("/desk/cases/" + free);
    assertThat(page.html()).containsPattern("Mine <span class=\"count\">[1-9]");
  }

  @Test
  void claimingTheNextOneOpensIt() {
    // Given
    intake.submit(intake.sound());

    // When
    var page = rita.post("/desk/claims", List.of());

    // Then
    assertThat(page.address().getPath()).startsWith("/desk/cases/");
    assertThat(page.html()).contains("Claimed by you");
  }

  @Test
  void whereNoCaseIsFreeIsSaid() {
    // Given
    Reviewer.RITA.emptyQueue();

    // When
    var page = rita.post("/desk/claims", List.of());

    // Then
    assertThat(page.address().toString()).endsWith("/desk?free=none");
    assertThat(page.html()).contains("No case is free");
  }

  @Test
  void countriesOfAgenciesInConflictAreNotOffered() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    intake.submit(intake.sound().setAgency(agency).setCountry("MT"));
    var before = rita.get("/desk");

    // When
    Reviewer.RITA.declareConflict(agency);
    var after = rita.get("/desk");

    // Then
    assertThat(before.html()).contains("<option value=\"MT\"");
    assertThat(after.html()).doesNotContain("<option value=\"MT\"");
  }

  @Test
  void searchingForAnIdOpensTheCase() {
    // Given
    String id = intake.submit(intake.sound());

    // When
    var page = rita.get("/desk?q=" + id);

    // Then
    assertThat(page.address().getPath()).isEqualTo("/desk/cases/" + id);
  }

  @Test
  void searchingForAnAgencysIdFindsItsCasesAndNoneOfAnotherOfThatName() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String name = "Police-" + UUID.randomUUID();
    String own = intake.submit(intake.sound().setAgency(agency).setAgencyName(name));
    String others =
        intake.submit(intake.sound().setAgency("agency-" + UUID.randomUUID()).setAgencyName(name));

    // When
    var byId = rita.get("/desk?tab=all&q=" + agency);
    var byName = rita.get("/desk?tab=all&q=" + name);

    // Then
    assertThat(byId.html()).contains("/desk/cases/" + own).doesNotContain("/desk/cases/" + others);
    assertThat(byName.html()).contains("/desk/cases/" + own, "/desk/cases/" + others);
  }

  @Test
  void searchThatFindsNothingSaysHowToGoOn() {
    // When
    var page = rita.get("/desk?tab=all&country=DE&q=no%20such%20agency%20%3Cb%3E");

    // Then
    assertThat(page.html())
        .contains("No cases here.", "Clear the search", "no such agency &lt;b&gt;")
        .doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tab=nothing", "country=Germany", "urgency=VERY", "tab=due&country=%00", "q="})
  void whatIsNotUnderstoodIsNotAskedFor(String query) {
    assertThat(rita.get("/desk?" + query).status()).isEqualTo(200);
  }

  @Test
  void placeThatIsNoneIsAPageThatSaysSo() {
    // When
    var page = rita.get("/desk?cursor=nonsense");

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html()).contains("There is no such page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk", "/desk/cases/00000000-0000-7000-8000-000000000000"})
  void whoReviewsNothingIsToldSo(String path) {
    // When
    var page = new PageVisitor().signIn("dora", path);

    // Then
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html()).contains("You may not do this", "not as a reviewer");
  }

  @Test
  void anotherSiteClaimsNothing() {
    // When
    var page = rita.post("/desk/claims", List.of(), Map.of("Origin", "https://elsewhere.example"));

    // Then
    assertThat(page.status()).isEqualTo(403);
  }

  @Test
  void comfortIsRememberedWithoutInlineStyle() {
    // When
    rita.post(
        "/desk/comfort",
        List.of(Map.entry("look", "grey"), Map.entry("look", "blur"), Map.entry("look", "x\"y")));
    var page = rita.get("/desk");

    // Then
    assertThat(page.html()).contains("class=\"grey blur\"").doesNotContain("style=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "hi"})
  void queueSpeaksTheReadersLanguage(String language) {
    // When
    rita.read(language);

    // Then
    assertThat(rita.get("/desk").html())
        .contains("<html lang=\"" + language + "\"")
        .doesNotContain("Claim the next");
  }
}
