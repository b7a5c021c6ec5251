package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import org.writ.intake.hi1.RequestStanding.Item;
import org.writ.intake.hi1.RequestStanding.Package;
import org.writ.intake.hi1.RequestStanding.Question;
import org.writ.intake.request.MessageKind;
import org.writ.intake.request.OwnRequests;
import org.writ.intake.request.RequestView;

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

  /** Which of these ids are of objects that we issued to the agency. */
  Set<String> issued(String agency, Collection<String> objectIds) {
    var issued = new HashSet<String>();
    for (String id : objectIds) {
      if (issuedObject(agency, id).isPresent()) {
        issued.add(id);
      }
    }
    return issued;
  }

  /** An object as the agency sees it; empty if there is none for it. */
  Optional<Shown> find(String agency, String objectId) {
    Known known = own(agency, Set.of(objectId)).get(objectId);
    return known == null ? issuedObject(agency, objectId) : Optional.of(Shown.of(known));
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
          issuedAbout(requestId, objects).forEach(shown::add);
        });
    return shown;
  }

  private Optional<Shown> issuedObject(String agency, String objectId) {
    return DerivedId.parse(objectId)
        .flatMap(
            derived -> transactions.call(() -> rows.requestLike(agency, derived.requestPrefix())))
        .flatMap(
            requestId ->
                issuedAbout(requestId, ofRequests(agency, Set.of(requestId))).stream()
                    .filter(shown -> shown.id().equals(objectId))
                    .findFirst());
  }

  private List<Shown> issuedAbout(String requestId, List<Known> objects) {
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
    var standings = new HashMap<String, RequestStanding>();
    for (String requestId : requestIds) {
      requests
          .find(agency, requestId)
          .map(KnownObjects::standing)
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

  private static RequestStanding standing(RequestView request) {
    var items = new HashMap<String, Item>();
    for (var item : request.items()) {
      var outcome = item.outcome();
      if (outcome != null) {
        items.put(item.itemId(), new Item(outcome, item.ground()));
      }
    }
    var delivery = request.delivery();
    return new RequestStanding(
        request.status(),
        items,
        request.history().stream()
            .map(step -> new RequestStanding.Step(step.status(), step.at()))
            .toList(),
        request.messages().stream()
            .filter(message -> message.kind() == MessageKind.QUESTION)
            .map(message -> new Question(message.at(), message.text()))
            .toList(),
        delivery == null
            ? null
            : new Package(delivery.id(), delivery.sha256(), delivery.size(), delivery.expiresAt()),
        request.preservedUntil());
  }
}
