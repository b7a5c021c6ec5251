package org.writ.review.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Drafts;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PolicyPageTest {

  private static final String PROPOSAL = "/desk/policy-proposal";

  private final Transactions transactions;
  private final EventLog log;
  private final MovableClock clock;

  PolicyPageTest(Transactions transactions, EventLog log, MovableClock clock) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  @Test
  void everybodySeesHowPoliciesStandAndWhatTheyGovern() {
    // When
    var page = new PageVisitor().signIn("ada", "/desk");

    // Then
    assertThat(page.address().getPath()).isEqualTo("/desk/policies");
    assertThat(page.html())
        .contains("/desk/policies/eu-e-evidence", "In force", "Superseded", "EU e-evidence")
        .doesNotContain("/desk/policy-proposal", "/desk/conflicts", "style=");
  }

  @Test
  void aPolicyShowsItsDocumentRulesAndLegalBases() {
    // When
    var page = new PageVisitor().signIn("rita", "/desk/policies/2026-11-emergencies");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("<span id=\"line-1\">", "Court order", "Blocking", "It came with the service")
        .contains("<code>country-escalated</code>")
        .doesNotContain("/backtest", "/activation");
  }

  @Test
  void oneProposesAndAnotherActivatesExactlyWhatIsShown() {
    // Given
    String id = "page-" + UUID.randomUUID();
    var sofia = visitor("sofia");
    var olga = visitor("olga");

    // When
    var proposed = sofia.post(PROPOSAL, pasted(document(id, "PY").replace("\n", "\r\n")));

    // Then
    assertThat(proposed.address().getPath()).isEqualTo("/desk/policies/" + id);
    assertThat(proposed.html())
        .contains("The policy is proposed.", "You proposed it. Another person", "Draft")
        .doesNotContain("/activation");
    assertThat(Reviewer.SOFIA.request().get("/v1/policies/" + id).<String>path("document"))
        .isEqualTo(document(id, "PY"));

    // When
    var seen = olga.get("/desk/policies/" + id);
    var activated = olga.post("/desk/policies/" + id + "/activation", digest(seen));

    // Then
    assertThat(activated.html())
        .contains("The policy is activated.", "To come", "Senior reviewer · ", "Paraguay")
        .doesNotContain("/activation");
  }

  @Test
  void aRefusedActivationSaysWhyInTheReadersLanguage() {
    // Given
    String id = "page-" + UUID.randomUUID();
    var sofia = visitor("sofia");
    sofia.read("de");
    var seen = sofia.post(PROPOSAL, pasted(document(id, "EC")));
    String activation = "/desk/policies/" + id + "/activation";
    var digest = List.of(Map.entry("digest", digestIn(seen)));

    // When
    var own = sofia.post(activation, digest);
    new Reviewer("olga")
        .request()
        .contentType("application/yaml")
        .body((document(id, "EC") + "# narrower\n").getBytes(StandardCharsets.UTF_8))
        .post("/v1/policies")
        .then()
        .statusCode(201);
    var stale = sofia.post(activation, digest);

    // Then
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.html()).contains("Sie haben das Regelwerk vorgeschlagen");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.html()).contains("ein anderes Dokument vorgeschlagen", "# narrower");
  }

  @Test
  void everyFaultIsShownAtItsLineAndWhatWasTypedIsKept() {
    // Given
    String document =
        document("page-" + UUID.randomUUID(), "PE")
            .replace("ground: A_GROUND", "ground: NO_GROUND")
            .replace("heldFor: P12M", "heldFor: <long>");

    // When
    var page = visitor("olga").post(PROPOSAL, pasted(document));

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("Faults in the document: 2")
        .contains("<a href=\"#line-4\">Line 4</a>")
        .contains("<a href=\"#line-23\">Line 23, rule draft-rule</a>")
        .contains("NO_GROUND is none of the policy&#39;s grounds", "heldFor: &lt;long&gt;")
        .doesNotContain("<long>");
  }

  @Test
  void aDraftThatIsRefusedByNowShowsItsDocumentAndFaultsAndIsNotActivated() {
    // Given
    String id = "page-" + UUID.randomUUID();
    String document = "id: " + id + "\nheldFor: <long>\n";
    transactions.run(
        () ->
            log.append(
                Topic.REVIEW_POLICIES,
                id,
                log.version(Topic.REVIEW_POLICIES, id),
                new Actor("senior-reviewer", Reviewer.SOFIA.id()),
                null,
                List.of(Drafts.proposal(document, tomorrow(), Reviewer.SOFIA.id()))));
    var olga = visitor("olga");

    // When
    var page = olga.get("/desk/policies/" + id);
    var list = olga.get("/desk/policies");
    var activated =
        olga.post(
            "/desk/policies/" + id + "/activation", List.of(Map.entry("digest", digestIn(page))));
    var tested = olga.get("/desk/policies/" + id + "/backtest?from=2061-01-01&to=2061-01-02");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("Draft", "Faults in the document:", "refuses the document")
        .contains("<a href=\"#line-2\">Line 2</a>", "/heldFor must be a period")
        .contains("heldFor: &lt;long&gt;", "Senior reviewer · ")
        .doesNotContain("/activation", "/backtest", "<long>");
    assertThat(list.status()).isEqualTo(200);
    assertThat(activated.status()).isEqualTo(409);
    assertThat(activated.html()).contains("refuses the document of this policy");
    assertThat(tested.status()).isEqualTo(409);
    assertThat(tested.html()).contains("refuses the document of this policy");
  }

  @ParameterizedTest
  @CsvSource({"'',422,Please paste a document", "id: us-sca,422,Faults in the document"})
  void whatIsNoPolicyIsNotProposed(String document, int status, String said) {
    // When
    var page = visitor("olga").post(PROPOSAL, pasted(document));

    // Then
    assertThat(page.status()).isEqualTo(status);
    assertThat(page.html()).contains(said, document);
  }

  @Test
  void anIdThatCountsAlreadyIsRefusedWithTheDocumentKept() {
    // When
    var page = visitor("olga").post(PROPOSAL, pasted(document("us-sca", "PA")));

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html()).contains("A policy with the id us-sca counts already", "[PA]");
  }

  @Test
  void aFileIsProposedByteForByte() {
    // Given
    String id = "page-" + UUID.randomUUID();
    String document = document(id, "SV").replace("\n", "\r\n");

    // When
    var page =
        visitor("olga")
            .upload(PROPOSAL + "/file", "policy.yaml", document.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(page.address().getPath()).isEqualTo("/desk/policies/" + id);
    assertThat(Reviewer.SOFIA.request().get("/v1/policies/" + id).<String>path("document"))
        .isEqualTo(document);
  }

  @Test
  void aChoiceOfTheLanguageKeepsTheDocument() {
    // When
    var page =
        visitor("olga")
            .post(PROPOSAL, List.of(Map.entry("document", "id: x"), Map.entry("language", "fr")));

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("<html lang=\"fr\"", "id: x", "Proposer une politique");
  }

  @Test
  void aProposalMayStartFromAPolicy() {
    // When
    var page = visitor("sofia").get(PROPOSAL + "?from=us-sca");

    // Then
    assertThat(page.html()).contains("id: us-sca");
  }

  @ParameterizedTest
  @CsvSource({
    "rita,/desk/policy-proposal,403",
    "ada,/desk/policy-proposal,403",
    "dora,/desk/policies,403",
    "rita,/desk/policies/us-sca/backtest,403",
    "rita,/desk/policies/no-such-policy,404",
    "rita,/desk/policies?cursor=nonsense,404"
  })
  void whoMayNotAndWhatIsNotThereIsSaid(String person, String path, int status) {
    assertThat(new PageVisitor().signIn(person, path).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "hi"})
  void pagesSpeakTheReadersLanguage(String language) {
    // Given
    var olga = visitor("olga");

    // When
    olga.read(language);

    // Then
    assertThat(olga.get("/desk/policies/us-sca").html())
        .contains("<html lang=\"" + language + "\"")
        .doesNotContain("Legal bases", "What it governs");
    assertThat(olga.get(PROPOSAL).html()).doesNotContain("Or upload");
  }

  private static PageVisitor visitor(String person) {
    var visitor = new PageVisitor();
    visitor.signIn(person, "/desk/policies");
    return visitor;
  }

  private static List<Map.Entry<String, String>> pasted(String document) {
    return List.of(Map.entry("document", document));
  }

  private static List<Map.Entry<String, String>> digest(PageVisitor.Page page) {
    return List.of(Map.entry("digest", String.valueOf(page.hidden().get("digest"))));
  }

  private static String digestIn(PageVisitor.Page page) {
    return page.html()
        .replaceAll("(?s).*<code class=\"breaks\">([0-9a-f]{64})</code></dd>.*", "$1");
  }

  private String document(String id, String country) {
    return Drafts.document(id, tomorrow().toString(), country, "offenceCategory == 'FRAUD'");
  }

  private LocalDate tomorrow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }
}
