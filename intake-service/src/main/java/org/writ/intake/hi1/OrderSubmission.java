package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.writ.intake.request.Submission;
import org.writ.intake.request.Submission.AuthorityType;
import org.writ.intake.request.Submission.IssuingAuthority;
import org.writ.intake.request.Submission.Item;
import org.writ.intake.request.Submission.Offence;
import org.writ.intake.request.Submission.OffenceCategory;
import org.writ.intake.request.Submission.Officer;

/**
 * An Authorisation and its tasks as a native request. Pure. What the objects do not say is not made
 * up: it is {@code UNSPECIFIED} or empty, and the reviewers have to ask. The words of the objects
 * that have no place of their own go into the description.
 */
final class OrderSubmission {

  private static final int REFERENCE = 100;
  private static final int NAME = 200;
  private static final int MAIL = 254;
  private static final int PHONE = 40;
  private static final int STATUTE = 500;
  private static final int DESCRIPTION = 10_000;

  private final Decision.Order order;
  private final String agencyName;
  private final EndpointId sender;
  private final Instant now;

  private OrderSubmission(Decision.Order order, String agencyName, EndpointId sender, Instant now) {
    this.order = order;
    this.agencyName = agencyName;
    this.sender = sender;
    this.now = now;
  }

  /**
   * The request.
   *
   * @param agencyName official name, where the objects name nobody
   * @param sender the agency's end of the interface
   * @param now when it is received
   */
  static Submission of(Decision.Order order, String agencyName, EndpointId sender, Instant now) {
    return new OrderSubmission(order, agencyName, sender, now).submission();
  }

  private Submission submission() {
    var basis = LegalBasis.of(order.authorisation(), order.tasks().getFirst().object().type());
    return new Submission(
        reference(),
        basis.process(),
        basis.regime(),
        authority(),
        issuedOn(),
        day("auth:AuthorisationTimespan", "auth:EndTime").orElse(null),
        offence(),
        LegalBasis.isSuspectConfirmed(order.authorisation()),
        items(),
        officer(),
        null);
  }

  private String reference() {
    return cut(
        text("auth:AuthorisationReference")
            .or(() -> order.tasks().getFirst().object().text("task:Reference"))
            .orElse(order.authorisation().id()),
        REFERENCE);
  }

  private List<Item> items() {
    return order.tasks().stream().map(task -> item(task.object())).toList();
  }

  private Item item(HandoverObject task) {
    return switch (TaskDetails.read(task, now)) {
      case TaskDetails.Result.Sound(Item item) -> item;
      case TaskDetails.Result.Faulty(Refusal refusal) ->
          throw new IllegalArgumentException("Expected a task that was decided on: " + refusal);
    };
  }

  private IssuingAuthority authority() {
    var name =
        textOrValue("auth:AuthorisationLegalEntity")
            .or(() -> approval("ApproverName"))
            .orElse(agencyName);
    var country =
        textOrValue("auth:AuthorisationJurisdiction")
            .filter(text -> text.matches("[A-Z]{2}"))
            .orElse(sender.countryCode());
    return new IssuingAuthority(cut(name, NAME), authorityType(), country);
  }

  /** The dictionaries of authorities' names that are ours are called for the type of authority. */
  private AuthorityType authorityType() {
    return text("auth:AuthorisationLegalEntity", "common:Owner")
        .filter(Terms.WRIT::equals)
        .flatMap(_ -> text("auth:AuthorisationLegalEntity", "common:Name"))
        .flatMap(
            name ->
                Arrays.stream(AuthorityType.values())
                    .filter(type -> type.name().equals(name))
                    .findFirst())
        .orElse(AuthorityType.UNSPECIFIED);
  }

  /** The day that comes nearest to the day of the order, of those that are there. */
  private LocalDate issuedOn() {
    return approval("ApprovalTimestamp")
        .flatMap(ApprovalRules::day)
        .or(() -> day("auth:AuthorisationCreationTimestamp"))
        .or(() -> day("auth:AuthorisationTimespan", "auth:StartTime"))
        .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private Offence offence() {
    var value = text("auth:AuthorisationTypeOfCase", "common:Value");
    var category =
        value
            .filter(
                any ->
                    text("auth:AuthorisationTypeOfCase", "common:Owner")
                        .filter(Terms.WRIT::equals)
                        .isPresent())
            .flatMap(
                term ->
                    Arrays.stream(OffenceCategory.values())
                        .filter(known -> known.name().equals(term))
                        .findFirst())
            .orElse(OffenceCategory.UNSPECIFIED);
    return new Offence(
        category,
        cut(textOrValue("auth:AuthorisationTypeOfCase").orElse(""), STATUTE),
        cut(description(), DESCRIPTION));
  }

  private String description() {
    var lines = new LinkedHashSet<String>();
    text("auth:AuthorisationManualInformation").ifPresent(lines::add);
    line("AuthorisationLegalType", order.authorisation().at("auth:AuthorisationLegalType"))
        .ifPresent(lines::add);
    line("AuthorisationPriority", order.authorisation().at("auth:AuthorisationPriority"))
        .ifPresent(lines::add);
    for (Decision.Task task : order.tasks()) {
      task.object().text("task:ManualInformation").ifPresent(lines::add);
      task.object()
          .at("task:Deadlines", "task:LDDeadline")
          .forEach(
              deadline ->
                  lines.add(
                      "Deadline: %s (%s)"
                          .formatted(
                              deadline.path("task:DateTime").asText(),
                              deadline
                                  .path("task:NatureOfDeadline")
                                  .path("common:Value")
                                  .asText())));
      task.object()
          .text("task:DesiredPreservationExpiration")
          .ifPresent(until -> lines.add("DesiredPreservationExpiration: " + until));
    }
    return String.join("\n", lines);
  }

  private static Optional<String> line(String name, JsonNode entry) {
    return entry.isObject()
        ? Optional.of(
            "%s: %s %s %s"
                .formatted(
                    name,
                    entry.path("common:Owner").asText(),
                    entry.path("common:Name").asText(),
                    entry.path("common:Value").asText()))
        : Optional.empty();
  }

  private Officer officer() {
    return new Officer(
        cut(approval("Name").or(() -> approval("ApproverName")).orElse(agencyName), NAME),
        cut(approval("EmailAddress").orElse(""), MAIL),
        cut(first(ApprovalRules::phone).orElse(""), PHONE));
  }

  /** A text anywhere in the details of the approval, of the Authorisation or of a task. */
  private Optional<String> approval(String name) {
    return first(details -> ApprovalRules.text(details, name));
  }

  private Optional<String> first(Function<JsonNode, Optional<String>> text) {
    var places = new ArrayList<JsonNode>();
    places.add(order.authorisation().at("auth:AuthorisationApprovalDetails"));
    order.tasks().forEach(task -> places.add(task.object().at("task:ApprovalDetails")));
    return places.stream().map(text).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> text(String... path) {
    return order.authorisation().text(path);
  }

  private Optional<String> textOrValue(String name) {
    return text(name).or(() -> text(name, "common:Value"));
  }

  private Optional<LocalDate> day(String... path) {
    return text(path).flatMap(ApprovalRules::day);
  }

  private static String cut(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
