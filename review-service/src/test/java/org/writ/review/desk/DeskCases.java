package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.EmergencyFacts;
import org.writ.review.Intake;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Cases as the pages' tests need them. */
final class DeskCases {

  private static final Instant UNDER_THE_SECOND_POLICY = Instant.parse("2026-11-22T10:00:00Z");

  private final Intake intake;

  DeskCases(Intake intake) {
    this.intake = intake;
  }

  /** A case whose decision rita proposed, which takes another person. */
  String proposed(String itemId, PageVisitor rita) {
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofHours(8))
                .setReceivedAt(UNDER_THE_SECOND_POLICY)
                .setProcess("EMERGENCY")
                .setCallBackPhone("+49301234567")
                .setItems(List.of(Requests.item(itemId).build()))
                .setEmergency(
                    EmergencyFacts.newBuilder()
                        .setAccountAgeDays(300)
                        .setDomainOnFile(true)
                        .setDomainAgeDays(400)
                        .setFirstOfSender(false)
                        .setEmergenciesInDay(0)
                        .setEmergenciesInMonth(0)
                        .setIdentifiersAskedByOthers(0)
                        .setInOfficeHours(true)
                        .setOrderDueAt(Instant.parse("2026-11-28T00:00:00Z"))
                        .setDomainRegistrationAgeDays(900)
                        .build()));
    Reviewer.RITA.claim(id);
    Reviewer.RITA.step(id, "verification", Reviewer.RITA.etag(id), "{\"outcome\":\"CONFIRMED\"}");
    var form = rita.get(address(id));
    var summary = rita.post(address(id) + "/decision", fields(form, "review"));
    assertThat(summary.html()).contains("Another person has to confirm it");
    var done = rita.post(address(id) + "/decision", fields(summary, "send"));
    assertThat(done.html()).contains("The decision is proposed.");
    return id;
  }

  /** A case that somebody holds, and that a finding stands against. */
  String blocked(String itemId, Reviewer holder) {
    String id =
        intake.submit(
            intake
                .sound()
                .setSuspectConfirmed(false)
                .setItems(List.of(Requests.item(itemId).build())));
    holder.claim(id).then().statusCode(200);
    return id;
  }

  /** A case that somebody refused. */
  String refused(String itemId, Reviewer reviewer) {
    String id = intake.submit(intake.sound().setItems(List.of(Requests.item(itemId).build())));
    reviewer.claim(id).then().statusCode(200);
    refuse(id, itemId, reviewer);
    return id;
  }

  /** Refuses a case that somebody holds. */
  void refuse(String id, String itemId, Reviewer holder) {
    refuse(id, itemId, holder, "OVERBROAD");
  }

  /** The same on a ground. */
  void refuse(String id, String itemId, Reviewer holder, String ground) {
    holder
        .decide(
            id,
            holder.etag(id),
            ("{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"%s\","
                    + "\"explanation\":\"too wide, says %s\"}]}")
                .formatted(itemId, ground, holder.name()))
        .then()
        .statusCode(200);
  }

  /** A document of a case that its agency handed in now. */
  String document(String id) {
    String document = UUID.randomUUID().toString();
    intake.follow(
        id,
        new DocumentReceived(
            document, "ORDER", "application/pdf", 1234L, "ab".repeat(32), "CLEAN", null),
        new DocumentDetails("order.pdf"));
    await().until(() -> Reviewer.RITA.read(id).asString().contains(document));
    return document;
  }

  /** A case that rita holds. */
  String claimed(List<String> itemIds) {
    String id =
        intake.submit(
            intake
                .sound()
                .setItems(itemIds.stream().map(item -> Requests.item(item).build()).toList()));
    Reviewer.RITA.claim(id).then().statusCode(200);
    return id;
  }

  /** Where its page is. */
  static String address(String id) {
    return "/desk/cases/" + id;
  }

  /** What a browser sends of the form of a decision. */
  static List<Map.Entry<String, String>> fields(PageVisitor.Page page, String button) {
    var fields = new ArrayList<Map.Entry<String, String>>(FormFields.of(page.html(), "/decision"));
    fields.add(Map.entry("go", button));
    return fields;
  }

  /** What somebody types there. */
  static void type(List<Map.Entry<String, String>> fields, String name, String value) {
    fields.removeIf(field -> field.getKey().equals(name));
    fields.add(Map.entry(name, value));
  }
}
