package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.intake.HandoverObjectDetails;
import org.writ.intake.hi1.ReadBounds.TooMuch;
import org.writ.intake.request.OwnRequests;

/** The objects of an agency: its own, and those that we issue about its requests. */
@ApplicationScoped
class KnownObjects {

  private final Transactions transactions;
  private final HandoverRows rows;
  private final CaseKeys keys;
  private final OwnRequests requests;
  private final MessageReader reader;
  private final EndpointId us;
  private final String deliveries;

  KnownObjects(
      Transactions transactions,
      HandoverRows rows,
      CaseKeys keys,
      OwnRequests requests,
      ObjectMapper json,
      @ConfigProperty(name = "writ.hi1.country") String country,
      @ConfigProperty(name = "writ.hi1.identifier") String identifier,
      @ConfigProperty(name = "writ.hi1.deliveries") String deliveries) {
    this.transactions = transactions;
    this.rows = rows;
    this.keys = keys;
    this.requests = requests;
    this.reader = new MessageReader(json);
    this.us = new EndpointId(country, identifier);
    this.deliveries = deliveries;
  }

  /**
   * Objects that a message names.
   *
   * @param own the agency's own, by id; an erased one is not known any more
   * @param issued those that we issued to the agency, by id
   */
  record Named(Map<String, Known> own, Map<String, Issued> issued) {

    static final Named NONE = new Named(Map.of(), Map.of());

    /** An object as the agency sees it; empty if there is none for it. */
    Optional<Shown> shown(String objectId) {
      var known = own.get(objectId);
      return known == null
          ? Optional.ofNullable(issued.get(objectId)).map(Issued::shown)
          : Optional.of(Shown.of(known));
    }
  }

  /**
   * The objects of these ids, of those that the agency has. The requests that they belong to are
   * loaded together.
   *
   * @throws TooMuch if more would have to be looked at than the bounds allow
   */
  Named named(String agency, Set<String> objectIds, ReadBounds bounds) throws TooMuch {
    if (objectIds.size() > bounds.named()) {
      throw new TooMuch("At most %d objects in a message".formatted(bounds.named()));
    }
    var own = transactions.call(() -> rows.requestsOf(agency, objectIds));
    var prefixes =
        objectIds.stream()
            .filter(id -> !own.containsKey(id))
            .flatMap(id -> DerivedId.parse(id).stream())
            .map(DerivedId::requestPrefix)
            .collect(Collectors.toSet());
    refuseMore(prefixes.size(), bounds);
    var about = transactions.call(() -> rows.requestsLike(agency, prefixes));
    var requestIds = new LinkedHashSet<>(own.values());
    requestIds.addAll(about);
    refuseMore(requestIds.size(), bounds);
    if (count(agency, requestIds) > bounds.objects()) {
      throw new TooMuch(
          "The requests that a message is about may have at most %d objects together"
              .formatted(bounds.objects()));
    }
    var known =
        ofRequests(agency, requestIds).stream().collect(Collectors.groupingBy(Known::requestId));
    return new Named(
        known.values().stream()
            .flatMap(List::stream)
            .filter(one -> objectIds.contains(one.object().id()))
            .collect(Collectors.toMap(one -> one.object().id(), one -> one)),
        about.stream()
            .flatMap(id -> issuedAbout(id, known.getOrDefault(id, List.of())).stream())
            .filter(issued -> objectIds.contains(issued.shown().id()))
            .collect(Collectors.toMap(issued -> issued.shown().id(), issued -> issued)));
  }

  private static void refuseMore(int requests, ReadBounds bounds) throws TooMuch {
    if (requests > bounds.requests()) {
      throw new TooMuch(
          "A message may be about at most %d requests; send several messages"
              .formatted(bounds.requests()));
    }
  }

  /** How many objects of its own the agency has in requests. */
  long count(String agency, Collection<String> requestIds) {
    return transactions.call(() -> rows.count(agency, requestIds));
  }

  /**
   * Requests of which something changed, the newest change first.
   *
   * @param since at this time or later; null: whenever
   * @param begunUntil and that there were at this time; null: all
   */
  List<ListReading.Changed> changed(
      String agency, @Nullable Instant since, @Nullable Instant begunUntil, int limit) {
    String lastId = begunUntil == null ? null : lastIdOf(begunUntil);
    return transactions.call(() -> rows.changed(agency, since, lastId, limit));
  }

  /** Ids of requests begin with the millisecond that they were made in (RFC 9562, version 7). */
  private static String lastIdOf(Instant time) {
    String millis = "%012x".formatted(Math.clamp(time.toEpochMilli(), 0, (1L << 48) - 1));
    return millis.substring(0, 8) + "-" + millis.substring(8) + "-ffff-ffff-ffffffffffff";
  }

  /** The objects of requests, the agency's own and ours, by the requests' ids. */
  Map<String, List<Shown>> shown(String agency, Collection<String> requestIds) {
    var known =
        ofRequests(agency, requestIds).stream().collect(Collectors.groupingBy(Known::requestId));
    var shown = new HashMap<String, List<Shown>>();
    known.forEach(
        (requestId, objects) ->
            shown.put(
                requestId,
                Stream.concat(
                        objects.stream().map(Shown::of),
                        issuedAbout(requestId, objects).stream().map(Issued::shown))
                    .toList()));
    return shown;
  }

  /** What we issued about the request that these objects make; nothing until it is submitted. */
  private List<Issued> issuedAbout(String requestId, List<Known> objects) {
    var standing =
        objects.stream().map(Known::standing).filter(one -> one != null).findFirst().orElse(null);
    if (standing == null) {
      return List.of();
    }
    var about =
        objects.stream()
            .filter(
                known ->
                    known.object().type() == ObjectType.AUTHORISATION
                        || known.object().type().isTask())
            .toList();
    return new IssuedObjects(
            requestId,
            standing,
            about.stream().map(known -> known.object().id()).toList(),
            reference(about),
            us,
            deliveries)
        .all();
  }

  private static @Nullable String reference(List<Known> objects) {
    var tasks = objects.stream().filter(known -> known.object().type().isTask()).toList();
    Optional<String> ofTask =
        tasks.size() == 1 ? tasks.getFirst().object().text("task:Reference") : Optional.empty();
    return ofTask
        .or(
            () ->
                objects.stream()
                    .map(known -> known.object().text("auth:AuthorisationReference"))
                    .flatMap(Optional::stream)
                    .findFirst())
        .orElse(null);
  }

  private List<Known> ofRequests(String agency, Collection<String> requestIds) {
    var found = transactions.call(() -> rows.ofRequests(agency, requestIds));
    var said =
        transactions.call(
            () ->
                rows.acknowledgements(requestIds).stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.requestId, AcknowledgementRow::toAcknowledgement)));
    var asides =
        transactions.call(
            () ->
                rows.progress(requestIds).stream()
                    .collect(Collectors.toMap(row -> row.requestId, ProgressRow::toAside)));
    var standings = new HashMap<String, RequestStanding>();
    for (var request : requests.findAll(agency, requestIds)) {
      standings.put(
          request.id(),
          RequestStanding.of(
              request,
              said.get(request.id()),
              asides.getOrDefault(request.id(), RequestStanding.Aside.NOTHING)));
    }
    var tasks =
        found.stream()
            .filter(row -> row.itemId != null)
            .collect(Collectors.groupingBy(row -> row.requestId, Collectors.counting()));
    return found.stream()
        .map(row -> known(row, standings.get(row.requestId), tasks.getOrDefault(row.requestId, 0L)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Known> known(ObjectRow row, @Nullable RequestStanding standing, long tasks) {
    var sealed = row.sealedDetails();
    var type = ObjectType.ofTerm(row.objectType);
    if (sealed == null || type.isEmpty()) {
      return Optional.empty();
    }
    return keys.open(sealed, HandoverObjectDetails.class)
        .map(
            details ->
                new Known(
                    reader.kept(type.get(), details.getJson()),
                    row.requestId,
                    row.itemId,
                    row.generation,
                    row.changedAt,
                    standing,
                    Math.toIntExact(tasks)));
  }
}
