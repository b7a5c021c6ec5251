package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.writ.review.desk.DeskCases.address;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AssignmentPageTest {

  private final MovableClock clock;
  private Intake intake;
  private PageVisitor sofia = new PageVisitor();

  AssignmentPageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    sofia = PageVisitor.signedIn("sofia");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void seniorReviewerGivesACaseToAColleague() {
    // Given
    String id = intake.submit(intake.sound());
    Reviewer.RAJ.claim(intake.submit(intake.sound()));
    var file = sofia.get(address(id));
    var form = sofia.get(page(id));

    // When
    var done = assign(id, form, Map.of("assignee", Reviewer.RAJ.id(), "go", "give"));

    // Then
    assertThat(file.html()).contains("href=\"" + page(id) + "?seen=");
    assertThat(form.html())
        .containsPattern("<option value=\"" + Reviewer.RAJ.id() + "\">[^<]*, holds [1-9]")
        .doesNotContain("value=\"take\"");
    assertThat(done.html()).contains("The case is given to its new holder.", "Held by");
    Reviewer.SOFIA.read(id).then().body("holder", equalTo(Reviewer.RAJ.id()));
  }

  @Test
  void seniorReviewerTakesACaseFromItsHolder() {
    // Given
    String id = intake.submit(intake.sound());
    Reviewer.RITA.claim(id);
    var form = sofia.get(page(id));

    // When
    var done = assign(id, form, Map.of("assignee", "", "go", "take"));

    // Then
    assertThat(form.html()).contains("value=\"take\"");
    assertThat(done.html()).contains("It is free.", "Claim this case");
    Reviewer.SOFIA.read(id).then().body("holder", nullValue());
  }

  @Test
  void idThatIsTypedGoesBeforeThePersonThatIsChosen() {
    // Given
    String id = intake.submit(intake.sound());
    String newcomer = "person-" + UUID.randomUUID();

    // When
    assign(
        id,
        sofia.get(page(id)),
        Map.of("assignee", Reviewer.RAJ.id(), "other", " " + newcomer + " ", "go", "give"));

    // Then
    Reviewer.SOFIA.read(id).then().body("holder", equalTo(newcomer));
  }

  @ParameterizedTest
  @CsvSource({
    "'', Please choose one.",
    "raj@police.example, This is no opaque id",
    "<b>raj</b>, This is no opaque id"
  })
  void whatNamesNobodyIsSaidAtTheFieldAndKept(String typed, String fault) {
    // Given
    String id = intake.submit(intake.sound());

    // When
    var page =
        assign(id, sofia.get(page(id)), Map.of("assignee", "", "other", typed, "go", "give"));

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .containsPattern("id=\"assignee-fault\">" + fault)
        .contains(
            "There is something to correct",
            "value=\"" + typed.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;") + "\"")
        .doesNotContain("<b>");
  }

  @Test
  void whyItIsNotPossibleIsSaidInTheReadersLanguage() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String id = intake.submit(intake.sound().setAgency(agency));
    Reviewer.RITA.claim(id);
    Reviewer.RAJ.declareConflict(agency);
    var form = sofia.get(page(id));

    // When
    var holder = assign(id, form, Map.of("other", Reviewer.RITA.id(), "go", "give"));
    sofia.read("de");
    var conflict = assign(id, form, Map.of("other", Reviewer.RAJ.id(), "go", "give"));

    // Then
    assertThat(holder.status()).isEqualTo(409);
    assertThat(holder.html()).contains("This person holds the case already.");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.html())
        .contains("Interessenkonflikt", Reviewer.RAJ.id())
        .doesNotContain("Whoever is to be given");
  }

  @Test
  void whoeverSawAnEarlierStateOfTheCaseIsToldSo() {
    // Given
    String id = intake.submit(intake.sound());
    String seen =
        sofia.get(address(id)).html().replaceAll("(?s).*assignment\\?seen=([0-9]+).*", "$1");
    var form = sofia.get(page(id) + "?seen=" + seen);
    Reviewer.RITA.claim(id);

    // When
    var page = assign(id, form, Map.of("other", Reviewer.RAJ.id(), "go", "give"));

    // Then
    assertThat(page.status()).isEqualTo(412);
    Reviewer.SOFIA.read(id).then().body("holder", equalTo(Reviewer.RITA.id()));
  }

  @Test
  void othersAreNotOfferedItAndMayNot() {
    // Given
    String id = intake.submit(intake.sound());
    var rita = PageVisitor.signedIn("rita");
    var form = rita.get(address(id));

    // When
    var page =
        rita.post(
            page(id), List.of(Map.entry("seen", "1"), Map.entry("other", Reviewer.RITA.id())));

    // Then
    assertThat(form.html()).doesNotContain("/assignment");
    assertThat(page.status()).isEqualTo(403);
    Reviewer.SOFIA.read(id).then().body("holder", nullValue());
  }

  private static String page(String id) {
    return address(id) + "/assignment";
  }

  private PageVisitor.Page assign(String id, PageVisitor.Page form, Map<String, String> typed) {
    var fields = FormFields.of(form.html(), "/assignment");
    typed.forEach((name, value) -> DeskCases.type(fields, name, value));
    return sofia.post(page(id), fields);
  }
}
