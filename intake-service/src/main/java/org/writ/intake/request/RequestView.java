package org.writ.intake.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestedIdentifier;

/**
 * A request as its agency sees it.
 *
 * @param id the request's id
 * @param reference the agency's own file number; null once the request is erased
 * @param status how far it has come
 * @param process the legal process that it rests on
 * @param regime the law that the process is used under
 * @param receivedAt when it was received
 * @param dueAt when it has to be answered
 * @param deadlineRule where that time comes from
 * @param channel how it came: API, PAGE or HI1
 * @param duplicateOf an earlier request with the same reference and items; absent if there is none
 * @param frozen whether the agency is suspended and nothing happens with the request
 * @param clockStoppedAt since when the deadline waits for an answer; absent if it does not
 * @param objectionUntil until when the enforcing authority may object; absent if none is notified
 * @param preservedUntil until when data is preserved; absent if none is
 * @param extensions how often the preservation was extended
 * @param itemCount number of items
 * @param items what it asks for, and what became of each; the first 1000, the rest are listed at
 *     /v1/requests/{id}/items
 * @param history when it reached which status, in order
 * @param messages what the agency and the reviewers said to each other, in order
 * @param delivery the package; absent until there is one
 */
@Schema(name = "Request")
public record RequestView(
    String id,
    @Nullable String reference,
    RequestStatus status,
    String process,
    String regime,
    Instant receivedAt,
    Instant dueAt,
    String deadlineRule,
    String channel,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duplicateOf,
    boolean frozen,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant clockStoppedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant objectionUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant preservedUntil,
    int extensions,
    int itemCount,
    List<ItemView> items,
    List<Step> history,
    List<Message> messages,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DeliveryView delivery) {

  /** As many items are in the view, at most. */
  static final int ITEMS = 1_000;

  /**
   * One account that is asked about.
   *
   * @param itemId the item's id
   * @param identifier how the agency named the account
   * @param dataTypes what is asked for
   * @param from start of the period (inclusive); null: as far back as data is held
   * @param to end of the period (exclusive); null: until the request was received
   * @param outcome what became of it; null until it is decided
   * @param grantedDataTypes what was approved, or disclosed once that is known; null until it is
   *     decided
   * @param ground why it was refused, or why there is no data; null otherwise
   */
  @Schema(name = "RequestItem")
  public record ItemView(
      String itemId,
      IdentifierView identifier,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable ItemResult outcome,
      @Nullable List<String> grantedDataTypes,
      @Nullable String ground) {}

  /**
   * How an account is named.
   *
   * @param type what sort of identifier it is
   * @param value the identifier; null once the request is erased
   */
  @Schema(name = "RequestIdentifier")
  public record IdentifierView(String type, @Nullable String value) {}

  /**
   * A step of the request.
   *
   * @param status what it reached
   * @param at when
   */
  @Schema(name = "RequestStep")
  public record Step(RequestStatus status, Instant at) {}

  /**
   * Something that was said.
   *
   * @param kind who said it what for
   * @param at when
   * @param text the words; null if there are none, or the request is erased
   */
  @Schema(name = "RequestMessage")
  public record Message(MessageKind kind, Instant at, @Nullable String text) {}

  /**
   * The package that waits for the agency, or waited.
   *
   * @param id the delivery's id, by which it is fetched
   * @param sha256 SHA-256 (hex) of the encrypted package
   * @param size of the encrypted package in bytes
   * @param expiresAt until when it can be fetched
   */
  @Schema(name = "RequestDelivery")
  public record DeliveryView(String id, String sha256, long size, Instant expiresAt) {}

  /** The view of a request; what is sealed is absent if its key is erased. */
  static RequestView of(
      RequestRow row,
      List<ItemRow> items,
      List<HistoryRow> history,
      List<Message> messages,
      Optional<RequestDetails> details) {
    return new RequestView(
        row.id,
        details.map(RequestDetails::getReference).orElse(null),
        row.status,
        row.process,
        row.regime,
        row.receivedAt,
        row.dueAt,
        row.deadlineRule,
        row.channel,
        row.duplicateOf,
        row.frozenBy != null,
        row.clockStoppedAt,
        row.objectionUntil,
        row.preservedUntil,
        row.extensions,
        row.itemCount,
        items(items, details),
        history.stream().map(step -> new Step(step.status, step.at)).toList(),
        messages,
        delivery(row));
  }

  /** The view of some items; their identifiers are absent if the request's key is erased. */
  static List<ItemView> items(List<ItemRow> items, Optional<RequestDetails> details) {
    Map<String, String> identifiers =
        details.map(RequestDetails::getIdentifiers).orElse(List.of()).stream()
            .collect(
                Collectors.toMap(RequestedIdentifier::getItemId, RequestedIdentifier::getValue));
    return items.stream().map(item -> view(item, identifiers)).toList();
  }

  private static ItemView view(ItemRow item, Map<String, String> identifiers) {
    String granted = item.grantedDataTypes;
    return new ItemView(
        item.itemId,
        new IdentifierView(item.identifierType, identifiers.get(item.itemId)),
        ItemRow.split(item.dataTypes),
        item.periodFrom,
        item.periodTo,
        item.outcome(),
        granted == null ? null : ItemRow.split(granted),
        item.ground);
  }

  private static @Nullable DeliveryView delivery(RequestRow row) {
    String id = row.deliveryId;
    String sha256 = row.deliverySha256;
    Long size = row.deliverySize;
    Instant expiresAt = row.deliveryExpiresAt;
    return id == null || sha256 == null || size == null || expiresAt == null
        ? null
        : new DeliveryView(id, sha256, size, expiresAt);
  }
}
