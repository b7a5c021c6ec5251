package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class NewRequestTest {

  private static final String SCRIPT = "\"'><script>alert(1)</script>";

  private PageVisitor dora = new PageVisitor();

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
    dora = PageVisitor.signedIn("dora");
  }

  @Test
  void officerSubmitsInFourStepsWithoutScripts() {
    // Given
    var summary = NewForm.sound("AZ desk 1").toSummary(dora);
    assertThat(summary.html()).contains("AZ desk 1", "§ 29a BtMG", "+4915100000001");

    // When
    var page = NewForm.press(dora, summary, "send");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("The request is received.", "AZ desk 1", "+4915100000001");
    Intake.request("agency-de", id(page))
        .then()
        .statusCode(200)
        .body("reference", equalTo("AZ desk 1"))
        .body("channel", equalTo("PAGE"))
        .body("items[0].from", equalTo("2026-05-01T00:00:00Z"))
        .body("items[0].to", equalTo("2026-11-01T00:00:00Z"));
    assertThat(dora.get("/desk").html()).contains("AZ desk 1");
  }

  @Test
  void secondClickIsTheSameRequest() {
    // Given
    var summary = NewForm.sound("AZ desk twice").toSummary(dora);
    var first = NewForm.press(dora, summary, "send");

    // When
    var second = NewForm.press(dora, summary, "send");

    // Then
    assertThat(id(second)).isEqualTo(id(first));
  }

  @Test
  void formThatWasSentAndChangedIsNotSentAgain() {
    // Given
    var summary = NewForm.sound("AZ desk once").toSummary(dora);
    NewForm.press(dora, summary, "send");
    var changed = new ArrayList<>(summary.hidden().entrySet());
    changed.replaceAll(
        field -> field.getKey().equals("/reference") ? Map.entry("/reference", "AZ other") : field);
    changed.add(Map.entry("go", "send"));

    // When
    var page = dora.post("/desk/requests/new", List.copyOf(changed));

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html()).contains("This form was sent before, with other content.");
    assertThat(dora.get("/desk").html()).doesNotContain("AZ other");
  }

  @Test
  void stepWithFaultsIsShownAgainWithWhatWasTyped() {
    // Given
    var form =
        NewForm.sound("AZ typed").with("/issuedOn", "2099-01-01").with("/officer/email", "x");
    var blank = dora.get("/desk/requests/new");

    // When
    var page = form.fill(dora, blank, Step.ORDER, "next");

    // Then
    assertThat(page.html())
        .contains(
            "There is something to correct",
            "href=\"#f-issuedOn\"",
            "href=\"#f-officer-email\"",
            "value=\"AZ typed\"",
            "value=\"2099-01-01\"",
            "aria-invalid=\"true\"");
    assertThat(page.hidden()).containsEntry("step", "ORDER");
  }

  @Test
  void formThatWasSkippedThroughIsRefusedAtItsFirstFault() {
    // Given
    var blank = dora.get("/desk/requests/new");

    // When
    var page = NewForm.press(dora, blank, "send");

    // Then
    assertThat(page.hidden()).containsEntry("step", "ORDER");
    assertThat(page.html()).contains("href=\"#f-reference\"");
  }

  @Test
  void accountsAreAddedAndRemovedByButtons() {
    // Given
    var form = NewForm.sound("AZ accounts").with("/items/0/identifier/value", "+4915100000077");
    var blank = dora.get("/desk/requests/new");
    var offence = form.fill(dora, blank, Step.ORDER, "next");
    var accounts = form.fill(dora, offence, Step.OFFENCE, "next");

    // When
    var two = form.fill(dora, accounts, Step.ACCOUNTS, "add");
    var one = form.fill(dora, two, Step.ACCOUNTS, "remove:0");

    // Then
    assertThat(two.html()).contains("name=\"/items/1/identifier/value\"", "+4915100000077");
    assertThat(two.hidden()).containsEntry("accounts", "2");
    assertThat(one.hidden()).containsEntry("accounts", "1");
    assertThat(one.html()).doesNotContain("name=\"/items/1/", "+4915100000077");
  }

  @Test
  void whatIsWrongIsToldToScriptsWhileSomebodyTypes() {
    // Given
    var blank = dora.get("/desk/requests/new");
    var fields = new ArrayList<>(blank.hidden().entrySet());
    fields.add(Map.entry("/reference", "x".repeat(101)));

    // When
    var answer = dora.post("/desk/requests/new/validation", List.copyOf(fields));

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.html())
        .contains("\"/reference\":\"At most 100 characters.\"")
        .doesNotContain("/offence");
  }

  @Test
  void scriptInAnyFieldIsShownAsText() {
    // Given
    var form = new NewForm();
    NewForm.sound("x");
    for (String field :
        List.of(
            "/reference",
            "/issuingAuthority/name",
            "/officer/name",
            "/offence/statute",
            "/offence/description")) {
      form.with(field, SCRIPT);
    }
    var everywhere = new NewForm();
    for (String field :
        List.of(
            "/reference",
            "/process",
            "/issuedOn",
            "/validUntil",
            "/officer/email",
            "/officer/phone")) {
      everywhere.with(field, SCRIPT);
    }

    // When
    var faulty = everywhere.fill(dora, dora.get("/desk/requests/new"), Step.ORDER, "next");
    var summary = form.toSummary(dora);
    var page = NewForm.press(dora, summary, "send");

    // Then
    assertThat(page.html()).contains("The request is received.");
    assertThat(List.of(faulty.html(), summary.html(), page.html(), dora.get("/desk").html()))
        .allSatisfy(
            html ->
                assertThat(html)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert"));
  }

  @Test
  void languageIsChosenWithoutLosingWhatWasTyped() {
    // Given
    var blank = dora.get("/desk/requests/new");
    var fields = new ArrayList<>(blank.hidden().entrySet());
    fields.add(Map.entry("/reference", "AZ sprache"));
    fields.add(Map.entry("language", "de"));

    // When
    var german = dora.post("/desk/requests/new", List.copyOf(fields));
    var list = dora.get("/desk");

    // Then
    assertThat(german.html()).contains("<html lang=\"de\">", "Ihr Aktenzeichen", "AZ sprache");
    assertThat(list.html()).contains("<html lang=\"de\">", "Meine Anfragen");
  }

  private static String id(PageVisitor.Page page) {
    return page.address().getPath().substring("/desk/requests/".length());
  }
}
