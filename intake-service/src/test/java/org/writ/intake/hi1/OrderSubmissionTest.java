package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.intake.request.Submission;
import org.writ.intake.request.Submission.AuthorityType;
import org.writ.intake.request.Submission.DataType;
import org.writ.intake.request.Submission.OffenceCategory;
import org.writ.intake.request.Submission.Process;
import org.writ.intake.request.Submission.Regime;

class OrderSubmissionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String AUTHORISATION = "7dbbc880-8750-4d3c-abe7-ea4a17646045";
  private static final String TASK = "2b36a78b-b628-416d-bd22-404e68a0cd36";

  @Test
  void whatTheMessageDoesNotSayIsNotMadeUp() {
    // When
    var submission =
        submission(Messages.authorisation(AUTHORISATION), Messages.task(TASK, AUTHORISATION));

    // Then
    assertThat(submission.process()).isEqualTo(Process.UNSPECIFIED);
    assertThat(submission.offence().category()).isEqualTo(OffenceCategory.UNSPECIFIED);
    assertThat(submission.offence().statute()).isEmpty();
    assertThat(submission.issuingAuthority().type()).isEqualTo(AuthorityType.UNSPECIFIED);
    assertThat(submission.issuingAuthority().name()).isEqualTo("Demo Police");
    assertThat(submission.suspectConfirmed()).isFalse();
    assertThat(submission.officer().name()).isEqualTo("Demo Police");
    assertThat(submission.officer().email()).isEmpty();
    assertThat(submission.userNotice()).isNull();
  }

  @Test
  void whatTheMessageSaysIsTaken() {
    // Given
    ObjectNode authorisation = Messages.authorisation(AUTHORISATION);
    authorisation.set(
        "auth:AuthorisationLegalType", Terms.entry("writ", "LegalType", "COURT_ORDER"));
    authorisation.set(
        "auth:AuthorisationTypeOfCase", Terms.entry("writ", "OffenceCategory", "FRAUD"));
    authorisation.set("auth:AuthorisationLegalEntity", Terms.entry("writ", "COURT", "Court of XX"));
    authorisation
        .putObject("auth:AuthorisationFlags")
        .set(
            "auth:AuthorisationFlag", Terms.entry("writ", "AuthorisationFlag", "SuspectConfirmed"));
    authorisation.put("auth:AuthorisationManualInformation", "In the matter of …");
    var approval = authorisation.putObject("auth:AuthorisationApprovalDetails");
    approval.put("common:ApprovalTimestamp", "2026-11-19T08:00:00Z");
    approval
        .putObject("common:ApproverDetails")
        .put("common:ApproverName", "Judge")
        .putObject("common:ApproverContactDetails")
        .put("common:Name", "Clerk")
        .put("common:EmailAddress", "clerk@court.example");

    // When
    var submission = submission(authorisation, Messages.task(TASK, AUTHORISATION));

    // Then
    assertThat(submission.reference()).isEqualTo("AZ 2026/77");
    assertThat(submission.process()).isEqualTo(Process.COURT_ORDER);
    assertThat(submission.offence().category()).isEqualTo(OffenceCategory.FRAUD);
    assertThat(submission.issuingAuthority().name()).isEqualTo("Court of XX");
    assertThat(submission.issuingAuthority().type()).isEqualTo(AuthorityType.COURT);
    assertThat(submission.issuingAuthority().country()).isEqualTo("XX");
    assertThat(submission.suspectConfirmed()).isTrue();
    assertThat(submission.issuedOn()).isEqualTo(LocalDate.parse("2026-11-19"));
    assertThat(submission.validUntil()).isEqualTo(LocalDate.parse("2027-02-20"));
    assertThat(submission.officer().name()).isEqualTo("Clerk");
    assertThat(submission.officer().email()).isEqualTo("clerk@court.example");
    assertThat(submission.offence().description())
        .contains("In the matter of …")
        .contains("COURT_ORDER");
    assertThat(submission.items().getFirst().identifier().value()).isEqualTo("+4915100000001");
  }

  @ParameterizedTest
  @CsvSource({"XX,COURT", "writ,CHAMBER", "ETSI,COURT"})
  void typeOfAuthorityIsTakenFromOurOwnDictionariesOnly(String owner, String name) {
    // Given
    ObjectNode authorisation = Messages.authorisation(AUTHORISATION);
    authorisation.set("auth:AuthorisationLegalEntity", Terms.entry(owner, name, "Court of XX"));

    // When
    var authority =
        submission(authorisation, Messages.task(TASK, AUTHORISATION)).issuingAuthority();

    // Then
    assertThat(authority.type()).isEqualTo(AuthorityType.UNSPECIFIED);
    assertThat(authority.name()).isEqualTo("Court of XX");
  }

  @ParameterizedTest
  @CsvSource({
    "Subscriber,PHONE_NUMBER",
    "SubscriberData,PHONE_NUMBER",
    "UserIdentifying,IP_ADDRESS",
    "Traffic,TRAFFIC",
    "StoredContent,CONTENT"
  })
  void typeOfDataIsTranslated(String type, DataType expected) {
    // Given
    ObjectNode task = Messages.task(TASK, AUTHORISATION);
    ((ObjectNode) task.get("task:RequestDetails"))
        .set("task:Type", Terms.entry("ETSI", "RequestType", type));

    // When
    var submission = submission(Messages.authorisation(AUTHORISATION), task);

    // Then
    assertThat(submission.items().getFirst().dataTypes()).containsExactly(expected);
  }

  @Test
  void taskWithoutTypeAsksForWhatCanBeDisclosed() {
    // When
    var submission =
        submission(Messages.authorisation(AUTHORISATION), Messages.task(TASK, AUTHORISATION));

    // Then
    assertThat(submission.items().getFirst().dataTypes())
        .containsExactly(DataType.PHONE_NUMBER, DataType.IP_ADDRESS);
  }

  @Test
  void emergencyIsOne() {
    // Given
    ObjectNode authorisation = Messages.authorisation(AUTHORISATION);
    authorisation
        .putObject("auth:AuthorisationFlags")
        .putArray("auth:AuthorisationFlag")
        .add(Terms.entry("ETSI", "AuthorisationFlag", "IsEmergency"));

    // When
    var submission = submission(authorisation, Messages.task(TASK, AUTHORISATION));

    // Then
    assertThat(submission.process()).isEqualTo(Process.EMERGENCY);
  }

  @Test
  void europeanOrdersAreUnderTheirRegulation() {
    // Given
    ObjectNode production = Messages.authorisation(AUTHORISATION);
    production.set("auth:AuthorisationLegalType", Terms.entry("ETSI", "EPOCLegalType", "EPOC"));
    ObjectNode preservation = Messages.authorisation(AUTHORISATION);
    preservation.set("auth:AuthorisationLegalType", Terms.entry("ETSI", "EPOCLegalType", "EPOCPR"));

    // When
    var produced = submission(production, Messages.task(TASK, AUTHORISATION));
    var preserved =
        submission(
            preservation,
            Messages.task(ObjectType.LP_TASK, TASK, AUTHORISATION, "writ", "AccountId", "1000001"));

    // Then
    assertThat(produced.process()).isEqualTo(Process.PRODUCTION_ORDER);
    assertThat(produced.regime()).isEqualTo(Regime.EU_E_EVIDENCE);
    assertThat(preserved.process()).isEqualTo(Process.PRESERVATION_ORDER);
    assertThat(preserved.regime()).isEqualTo(Regime.EU_E_EVIDENCE);
  }

  @Test
  void longTextsAreCutToWhatARequestHolds() {
    // Given
    ObjectNode authorisation = Messages.authorisation(AUTHORISATION);
    authorisation.put("auth:AuthorisationReference", "🧾".repeat(120));

    // When
    var submission = submission(authorisation, Messages.task(TASK, AUTHORISATION));

    // Then
    assertThat(submission.reference()).isEqualTo("🧾".repeat(100));
  }

  private static Submission submission(ObjectNode authorisation, ObjectNode task) {
    return OrderSubmission.of(
        new Decision.Order(
            "01936f00-0000-7000-8000-000000000001",
            new HandoverObject(ObjectType.AUTHORISATION, authorisation),
            List.of(
                new Decision.Task(
                    "01936f00-0000-7000-8000-000000000002",
                    new HandoverObject(
                        ObjectType.ofXsiType(task.get("@xsi:type").asText()).orElseThrow(),
                        task)))),
        "Demo Police",
        Messages.SENDER,
        NOW);
  }
}
