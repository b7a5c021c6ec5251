package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.Countries;
import org.writ.intake.request.SubmissionRules;

/**
 * What an order says of itself and of who approved it: the same rules as for a native request
 * ({@link SubmissionRules}), as it becomes one. What it does not say is no fault. Pure.
 */
final class ApprovalRules {

  private static final String APPROVAL = "auth:AuthorisationApprovalDetails";
  private static final String CREATED = "auth:AuthorisationCreationTimestamp";
  private static final String TIMESPAN = "auth:AuthorisationTimespan";
  private static final String START = "auth:StartTime";
  private static final String END = "auth:EndTime";

  private ApprovalRules() {}

  /** Why an Authorisation is refused; null if it is not. */
  static @Nullable Refusal ofAuthorisation(HandoverObject order, HandoverRules.Context context) {
    var refusal = approval(order.at(APPROVAL), APPROVAL, context);
    if (refusal == null) {
      refusal = days(order, context);
    }
    if (refusal == null) {
      refusal =
          order
              .text("auth:AuthorisationReference")
              .map(SubmissionRules::reference)
              .map(faults -> refusal("auth:AuthorisationReference", faults))
              .orElse(null);
    }
    return refusal == null ? jurisdiction(order, context.sender()) : refusal;
  }

  /** Why a task is refused; null if it is not. */
  static @Nullable Refusal ofTask(HandoverObject task, HandoverRules.Context context) {
    return approval(task.at("task:ApprovalDetails"), "task:ApprovalDetails", context);
  }

  /** A text of the details of an approval, wherever it stands in them. */
  static Optional<String> text(JsonNode details, String name) {
    JsonNode found = details.findValue("common:" + name);
    return found != null && found.isTextual() && !found.textValue().isBlank()
        ? Optional.of(found.textValue().strip())
        : Optional.empty();
  }

  /** The day of a time, where it is written; empty if it is none. */
  static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toLocalDate());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static @Nullable Refusal approval(
      JsonNode details, String place, HandoverRules.Context context) {
    var time = text(details, "ApprovalTimestamp");
    if (time.isPresent()) {
      var faults =
          day(time.get())
              .map(day -> SubmissionRules.issuedOn(day, context.now()))
              .orElse(List.of("must be a time with its offset"));
      if (!faults.isEmpty()) {
        return refusal(place + "/ApprovalTimestamp", faults);
      }
    }
    var email = text(details, "EmailAddress").map(SubmissionRules::email).orElse(List.of());
    if (!email.isEmpty()) {
      return refusal(place + "/EmailAddress", email);
    }
    var phone = phone(details).map(SubmissionRules::phone).orElse(List.of());
    return refusal(place + "/PhoneNumber", phone);
  }

  /** Both names are in use. */
  static Optional<String> phone(JsonNode details) {
    return text(details, "PhoneNumber").or(() -> text(details, "TelephoneNumber"));
  }

  private static @Nullable Refusal days(HandoverObject order, HandoverRules.Context context) {
    var start = order.text(TIMESPAN, START).flatMap(ApprovalRules::day);
    var created = order.text(CREATED).flatMap(ApprovalRules::day);
    var issuedOn =
        text(order.at(APPROVAL), "ApprovalTimestamp")
            .flatMap(ApprovalRules::day)
            .or(() -> created)
            .or(() -> start);
    // An order that is not in force yet would be handled as if it were.
    if (start.isPresent()) {
      var faults = SubmissionRules.issuedOn(start.get(), context.now());
      if (!faults.isEmpty()) {
        return refusal(TIMESPAN + "/" + START, faults);
      }
    }
    if (created.isPresent()) {
      var faults = SubmissionRules.issuedOn(created.get(), context.now());
      if (!faults.isEmpty()) {
        return refusal(CREATED, faults);
      }
    }
    return order
        .text(TIMESPAN, END)
        .flatMap(ApprovalRules::day)
        .map(end -> SubmissionRules.validUntil(end, issuedOn.orElse(null), context.now()))
        .map(faults -> refusal(TIMESPAN + "/" + END, faults))
        .orElse(null);
  }

  /** The country of who issued the order; a national name of a jurisdiction says none. */
  private static @Nullable Refusal jurisdiction(HandoverObject order, EndpointId sender) {
    String name = "auth:AuthorisationJurisdiction";
    return order
        .text(name)
        .or(() -> order.text(name, "common:Value"))
        .filter(country -> country.matches("[A-Z]{2}"))
        .filter(country -> !Countries.isAssigned(country) && !country.equals(sender.countryCode()))
        .map(
            country ->
                ErrorCode.IMPROPER_VALUE.with(
                    name + ": must be a country code of ISO 3166-1 alpha-2, such as DE"))
        .orElse(null);
  }

  private static @Nullable Refusal refusal(String name, List<String> faults) {
    return faults.isEmpty()
        ? null
        : ErrorCode.IMPROPER_VALUE.with(name + ": " + String.join("; ", faults));
  }
}
