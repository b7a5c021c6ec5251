package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.intake.request.Identifier;
import org.writ.intake.request.Submission.DataType;
import org.writ.intake.request.Submission.Item;

/**
 * What a task asks for, in the words of a native request: {@code RequestDetails}. Pure.
 *
 * <p>Target formats: ETSI {@code InternationalE164} is a phone number without its plus sign, ETSI
 * {@code IPv4Address} and {@code IPv6Address} are addresses, and {@code writ} owns {@code Username}
 * and {@code AccountId}. Types of data follow Regulation (EU) 2023/1543, Article 3:
 *
 * <ul>
 *   <li>{@code Subscriber} (no. 9) is what the platform has of it: the phone number;
 *   <li>{@code UserIdentifying} (no. 10) is the IP address of each use;
 *   <li>{@code Traffic} (no. 11) and {@code StoredContent} (no. 12) are what they say; the platform
 *       discloses neither, which is for the reviewers to answer;
 *   <li>a task without type asks for the two that can be disclosed; {@code Other} is not served.
 * </ul>
 */
final class TaskDetails {

  /** As in native requests: until the end of today, wherever the agency is. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final String DETAILS = "task:RequestDetails";

  private final HandoverObject task;
  private final Instant now;

  private TaskDetails(HandoverObject task, Instant now) {
    this.task = task;
    this.now = now;
  }

  /** The item, or why there is none. */
  sealed interface Result {
    /** A sound one. */
    record Sound(Item item) implements Result {}

    /** A task that is refused. */
    record Faulty(Refusal refusal) implements Result {}
  }

  /** Reads a task that is sent at this time. */
  static Result read(HandoverObject task, Instant now) {
    return new TaskDetails(task, now).read();
  }

  private Result read() {
    JsonNode values = task.at(DETAILS, "task:RequestValues", "task:RequestValue");
    if (values.isEmpty()) {
      return faulty(ErrorCode.MISSING, "RequestDetails/RequestValues: whom the task is about");
    }
    if (values.size() > 1) {
      return faulty(
          ErrorCode.NOT_SUPPORTED,
          "RequestValues: one value in a task; create a task for each of several");
    }
    JsonNode format = values.get(0).path("task:FormatType");
    String value = values.get(0).path("task:Value").asText();
    var type =
        identifierType(
            format.path("task:FormatOwner").asText(), format.path("task:FormatName").asText());
    if (type.isEmpty()) {
      return faulty(
          ErrorCode.NOT_SUPPORTED,
          "FormatType: ask with GETCSPCONFIG for the formats that are served");
    }
    var identifier =
        new Identifier(
            type.get(), type.get() == Identifier.Type.PHONE_NUMBER ? "+" + value : value);
    if (!identifier.fitsItsType()
        || !family(format.path("task:FormatName").asText(), identifier.value())) {
      return faulty(ErrorCode.IMPROPER_VALUE, "RequestValue/Value: not of its format");
    }
    return dataTypes()
        .<Result>map(dataTypes -> item(identifier, dataTypes))
        .orElseGet(() -> faulty(ErrorCode.NOT_SUPPORTED, "RequestDetails/Type: not served here"));
  }

  private Result item(Identifier identifier, List<DataType> dataTypes) {
    var from = time("task:StartTime");
    var to = time("task:EndTime");
    if (from != null && from.isAfter(now)) {
      return faulty(
          ErrorCode.IMPROPER_VALUE, "RequestDetails/StartTime: must not be in the future");
    }
    if (to != null && to.isAfter(now.plus(AHEAD))) {
      return faulty(ErrorCode.IMPROPER_VALUE, "RequestDetails/EndTime: must not be in the future");
    }
    if ((from != null && from.isBefore(Instant.EPOCH))
        || (to != null && !to.isAfter(from == null ? Instant.EPOCH : from))) {
      return faulty(
          ErrorCode.IMPROPER_VALUE, "RequestDetails/EndTime: must be after StartTime and 1970");
    }
    return new Result.Sound(new Item(identifier, dataTypes, from, to));
  }

  private static Optional<Identifier.Type> identifierType(String owner, String name) {
    return switch (owner + " " + name) {
      case "ETSI InternationalE164" -> Optional.of(Identifier.Type.PHONE_NUMBER);
      case "ETSI IPv4Address", "ETSI IPv6Address" -> Optional.of(Identifier.Type.IP_ADDRESS);
      case "writ Username" -> Optional.of(Identifier.Type.USERNAME);
      case "writ AccountId" -> Optional.of(Identifier.Type.ACCOUNT_ID);
      default -> Optional.empty();
    };
  }

  /** An address must be of the family that its format names. */
  private static boolean family(String format, String value) {
    return switch (format) {
      case "IPv4Address" -> value.indexOf(':') < 0;
      case "IPv6Address" -> value.indexOf(':') >= 0;
      default -> true;
    };
  }

  /** Both spellings are in use: with and without {@code Data} at the end. */
  private Optional<List<DataType>> dataTypes() {
    var type = task.text(DETAILS, "task:Type", "common:Value").orElse("");
    return switch (type.endsWith("Data") ? type.substring(0, type.length() - 4) : type) {
      case "" -> Optional.of(List.of(DataType.PHONE_NUMBER, DataType.IP_ADDRESS));
      case "Subscriber" -> Optional.of(List.of(DataType.PHONE_NUMBER));
      case "UserIdentifying" -> Optional.of(List.of(DataType.IP_ADDRESS));
      case "Traffic" -> Optional.of(List.of(DataType.TRAFFIC));
      case "StoredContent" -> Optional.of(List.of(DataType.CONTENT));
      default -> Optional.empty();
    };
  }

  private @Nullable Instant time(String name) {
    return task.text(DETAILS, name)
        .map(text -> OffsetDateTime.parse(text).toInstant())
        // Data is held by the millisecond; a finer bound is moved to the next one.
        .map(time -> time.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS))
        .orElse(null);
  }

  private static Result faulty(ErrorCode code, String detail) {
    return new Result.Faulty(code.with(detail));
  }
}
