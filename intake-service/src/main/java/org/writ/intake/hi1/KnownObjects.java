package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.intake.HandoverObjectDetails;
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

  /** The agency's own objects among these, by id. An erased one is not known any more. */
  Map<String, Known> own(String agency, Set<String> objectIds) {
    var requestIds =
        transactions.call(
            () ->
                rows.objects(agency, objectIds).stream()
                    .map(row -> row.requestId)
                    .collect(Collectors.toSet()));
    return ofRequests(agency, requestIds).stream()
        .filter(known -> objectIds.contains(known.object().id()))
        .collect(Collectors.toMap(known -> known.object().id(), known -> known));
  }

  /** Those of these ids that are of objects that we issued to the agency. */
  Map<String, Issued> issued(String agency, Collection<String> objectIds) {
    var byRequest =
        objectIds.stream()
            .flatMap(id -> DerivedId.parse(id).stream())
            .map(DerivedId::requestPrefix)
            .distinct()
            .flatMap(prefix -> transactions.call(() -> rows.requestLike(agency, prefix)).stream())
            .toList();
    return byRequest.stream()
        .flatMap(
            requestId -> issuedAbout(requestId, ofRequests(agency, Set.of(requestId))).stream())
        .filter(issued -> objectIds.contains(issued.shown().id()))
        .collect(Collectors.toMap(issued -> issued.shown().id(), issued -> issued));
  }

  /** An object as the agency sees it; empty if there is none for it. */
  Optional<Shown> find(String agency, String objectId) {
    Known known = own(agency, Set.of(objectId)).get(objectId);
    return known == null
        ? Optional.ofNullable(issued(agency, Set.of(objectId)).get(objectId)).map(Issued::shown)
        : Optional.of(Shown.of(known));
  }

  /**
   * The agency's objects, request by request, the newest request first.
   *
   * @param maxRequests requests that are looked at, at most
   */
  List<Shown> list(String agency, int maxRequests) {
    var requestIds = transactions.call(() -> rows.newestRequests(agency, maxRequests));
    var byRequest = new LinkedHashMap<String, List<Known>>();
    requestIds.forEach(id -> byRequest.put(id, new ArrayList<>()));
    for (Known known : ofRequests(agency, requestIds)) {
      byRequest.computeIfAbsent(known.requestId(), id -> new ArrayList<>()).add(known);
    }
    var shown = new ArrayList<Shown>();
    byRequest.forEach(
        (requestId, objects) -> {
          objects.forEach(known -> shown.add(Shown.of(known)));
          issuedAbout(requestId, objects).forEach(issued -> shown.add(issued.shown()));
        });
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
    for (String requestId : requestIds) {
      requests
          .find(agency, requestId)
          .map(
              request ->
                  RequestStanding.of(
                      request,
                      said.get(requestId),
                      asides.getOrDefault(requestId, RequestStanding.Aside.NOTHING)))
          .ifPresent(standing -> standings.put(requestId, standing));
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
