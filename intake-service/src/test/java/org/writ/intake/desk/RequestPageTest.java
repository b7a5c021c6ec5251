package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RequestPageTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  private final TestEvents others = new TestEvents();
  private PageVisitor dora = new PageVisitor();
  private String id = "";
  private String item = "";

  @BeforeEach
  void submit() {
    Intake.registerAgencies();
    dora = PageVisitor.signedIn("dora");
    id = Intake.submitted("agency-de", SubmissionBody.sound());
    item = Intake.request("agency-de", id).path("items[0].itemId");
  }

  @AfterEach
  void closeEvents() {
    others.close();
  }

  @Test
  void officerAnswersAQuestionOfTheReviewers() {
    // Given
    others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(item));
    others.publish(Topic.REVIEW_CASES, id, OtherServices.question(null));
    Intake.awaitStatus("agency-de", id, "CLARIFICATION_REQUESTED");
    var asked = dora.get(path(""));
    assertThat(asked.html()).contains("Question for you", "id=\"answer\"");

    // When
    var answered = dora.post(path("/clarification"), List.of(Map.entry("answer", SCRIPT)));

    // Then
    assertThat(answered.html())
        .contains("You answered", "&lt;script&gt;alert(1)", "Under review")
        .doesNotContain(SCRIPT, "id=\"answer\"");
  }

  @Test
  void emptyMessageIsAskedForAgain() {
    // Given a request under review

    // When
    var page = dora.post(path("/supplement"), List.of(Map.entry("supplement", " ")));

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("There is something to correct", "href=\"#supplement\"", "Please fill this in.");
  }

  @Test
  void withdrawalSaysWhatWillHappenAndIsFinal() {
    // Given
    var question = dora.get(path("/withdrawal"));
    assertThat(question.html()).contains("Withdraw this request?", "This cannot be undone");
    Intake.awaitStatus("agency-de", id, "RECEIVED");

    // When
    var page = dora.post(path("/withdrawal"), List.of(Map.entry("reason", "A mistake")));

    // Then
    assertThat(page.html()).contains("Withdrawn", "A mistake", "Nothing more can be changed.");
    assertThat(dora.get(path("/withdrawal")).status()).isEqualTo(409);
    assertThat(dora.post(path("/supplement"), List.of(Map.entry("supplement", "x"))).html())
        .contains("This is not possible now");
  }

  @Test
  void documentIsHandedInWithAForm() {
    // Given
    byte[] order = Documents.pdf("order");

    // When
    var page = dora.upload(path("/documents"), "Beschluss <b>.pdf", order);

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("Beschluss &lt;b&gt;.pdf", "The order");
  }

  @Test
  void fileOfAnEmergencyIsNotItsOrderUnlessSomebodySaysSo() {
    // Given
    var emergency = SubmissionBody.sound().with("/process", "\"EMERGENCY\"");
    String request = Intake.submitted("agency-de", emergency);

    // When
    var page = dora.get("/desk/requests/" + request);

    // Then
    assertThat(page.html())
        .contains("<select id=\"kind\" name=\"kind\"><option value=\"SUPPLEMENT\">")
        .contains("<option value=\"ORDER\">");
  }

  @Test
  void fileThatIsNoDocumentIsRefusedWithTheReason() {
    // Given
    byte[] program = Documents.latin1("MZ this is no order");

    // When
    var page = dora.upload(path("/documents"), "order.pdf", program);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("There is something to correct", "href=\"#file\"", "this file is something else");
  }

  @Test
  void refusalOfAFileIsSaidInTheReadersLanguage() {
    // Given
    dora.upload(path("/documents"), "order.pdf", Documents.pdf("order"));
    dora.read("de");

    // When
    var program = dora.upload(path("/documents"), "x.pdf", Documents.latin1("MZ no order"));
    var sameName = dora.upload(path("/documents"), "order.pdf", Documents.pdf("another"));

    // Then
    assertThat(program.html())
        .contains("Angenommen werden PDF, JPEG, PNG, TIFF und ASiC")
        .doesNotContain("are taken");
    assertThat(sameName.status()).isEqualTo(422);
    assertThat(sameName.html())
        .contains("schon ein anderes Dokument dieses Namens")
        .doesNotContain("give it a new one");
  }

  @Test
  void refusalOfAStepIsSaidInTheReadersLanguage() {
    // Given
    dora.post(path("/withdrawal"), List.of());
    dora.read("fr");

    // When
    var page = dora.post(path("/supplement"), List.of(Map.entry("supplement", "x")));

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html())
        .contains("La demande est terminée.")
        .doesNotContain("The request is at its end");
  }

  @Test
  void receiptPageSaysWhatIsProvedAndWaitsForTheLedger() {
    // Given no ledger

    // When
    var page = dora.get(path("/receipt"));
    var file = dora.get(path("/receipt.json"));

    // Then
    assertThat(page.html())
        .contains("What it does not prove", "does not hold your submission yet")
        .contains("/v1/ledger/key\"", "/checkpoint\"")
        .contains("java -jar writ-receipt.jar verify receipt-" + id + ".json --key ledger.key");
    assertThat(file.status()).isEqualTo(404);
  }

  @Test
  void listIsCutDownToAStatus() {
    // Given
    dora.post(path("/withdrawal"), List.of());

    // When
    var withdrawn = dora.get("/desk?status=WITHDRAWN");
    var refused = dora.get("/desk?status=REFUSED");

    // Then
    assertThat(withdrawn.html()).contains("/desk/requests/" + id);
    assertThat(refused.html()).doesNotContain("/desk/requests/" + id);
  }

  private String path(String rest) {
    return "/desk/requests/" + id + rest;
  }
}
