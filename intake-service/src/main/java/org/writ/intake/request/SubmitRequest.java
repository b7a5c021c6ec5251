package org.writ.intake.request;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Append;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.GroupCommit;
import org.writ.eventlog.GroupCommit.Outcome;
import org.writ.eventlog.GroupCommit.Outcome.Done;
import org.writ.eventlog.GroupCommit.Outcome.Refused;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.Submitters;
import org.writ.intake.emergency.ObserveEmergency;
import org.writ.intake.emergency.ObserveEmergency.NewEmergency;
import org.writ.web.problem.Problems;

/**
 * Accepts submissions, once for each idempotency key. Those that come at the same time are accepted
 * in one transaction.
 */
@ApplicationScoped
class SubmitRequest {

  /**
   * A request with more items does not keep others waiting; an emergency, which looks up more,
   * neither.
   */
  private static final int ITEMS_IN_A_GROUP = 100;

  /** Of submissions for one order at the same moment, one comes through at each attempt. */
  private static final int ATTEMPTS = 20;

  /** What an agency submits, and who for it. */
  private record Submitted(NewRequest request, Actor actor) {

    /** Names the submission: the hash is of the agency's id too. */
    String key() {
      return request.prints().idempotencyKey();
    }

    String agency() {
      return request.agency().id();
    }
  }

  /**
   * A submission that is accepted.
   *
   * @param id the request's
   * @param event its first event
   */
  private record Accepted(String id, Submitted submitted, NewEvent event) {

    Acceptance answer() {
      var data = (RequestSubmitted) event.data();
      return new Acceptance(id, RequestStatus.RECEIVED, data.getReceivedAt(), data.getDueAt());
    }
  }

  /** The agency is no longer what the submission was read with, or no longer may submit. */
  private static final class AgencyChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Transactions transactions;
  private final EventLog log;
  private final CaseKeys keys;
  private final Submitters submitters;
  private final RequestRows rows;
  private final RegisteredAgencies agencies;
  private final ObserveEmergency observeEmergency;
  private final Ids ids;
  private final Clock clock;
  private final GroupCommit<Submitted, Acceptance> commits;

  SubmitRequest(
      Transactions transactions,
      EventLog log,
      CaseKeys keys,
      Submitters submitters,
      RequestRows rows,
      RegisteredAgencies agencies,
      ObserveEmergency observeEmergency,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "writ.requests.group", defaultValue = "128") int group,
      @ConfigProperty(name = "writ.requests.waiting", defaultValue = "1000") int waiting) {
    this.transactions = transactions;
    this.log = log;
    this.keys = keys;
    this.submitters = submitters;
    this.rows = rows;
    this.agencies = agencies;
    this.observeEmergency = observeEmergency;
    this.ids = ids;
    this.clock = clock;
    this.commits =
        new GroupCommit<>(
            "submissions", new GroupCommit.Bounds(group, waiting), transactions, this::acceptAll);
  }

  @PreDestroy
  void stop() {
    commits.stop();
  }

  /**
   * Accepts a request; returns once it is committed. A repetition of an accepted one gets the same
   * answer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the agency used the key for another
   *     body, 409 if that can no longer be told, 503 if too many submissions wait already
   */
  Acceptance submit(NewRequest request, Actor actor) {
    if (request.isEmergency()) {
      observeEmergency.prepare(request.submission().officer().email());
    }
    try {
      return submit(new Submitted(request, actor));
    } catch (AgencyChanged since) {
      var agency = submitters.readAnew(request.agency().id());
      return submit(new Submitted(request.of(agency), actor));
    }
  }

  private Acceptance submit(Submitted submitted) {
    try {
      return submitted.request().itemIds().size() > ITEMS_IN_A_GROUP
              || submitted.request().isEmergency()
          ? commits.alone(submitted)
          : commits.together(submitted);
    } catch (GroupCommit.Overloaded overloaded) {
      throw Problems.overloaded("Too many submissions at this moment; submit this one again.");
    } catch (RuntimeException failure) {
      return again(submitted, failure);
    }
  }

  /**
   * The answer that a submission got which may not be accepted any more: its agency's certificate
   * has expired, or a day that it names has passed.
   *
   * @param key fingerprint of the agency's id and its key
   * @param bodyDigest SHA-256 (hex) of the canonical body
   * @return empty if nothing was accepted with this key, or another body, or that can no longer be
   *     told
   */
  Optional<Acceptance> answered(String key, String bodyDigest) {
    return transactions.call(
        () ->
            rows.findByKeys(List.of(key)).stream()
                .map(row -> answerAgain(row, bodyDigest))
                .flatMap(
                    outcome ->
                        outcome instanceof Done<Acceptance>(Acceptance answer)
                            ? Stream.of(answer)
                            : Stream.empty())
                .findFirst());
  }

  /**
   * Accepts a request in the current transaction, under an id that was promised before. The case
   * has its key already. If another submission for the same order commits first, the transaction
   * fails because of a duplicate (see {@link Jdbc#isDuplicate}), and is to be run again.
   */
  void submitReserved(String id, NewRequest request, Actor actor) {
    var submitted = new Submitted(request, actor);
    if (agencies.holdActive(List.of(submitted.agency())).isEmpty()) {
      throw suspended();
    }
    var accepted = accept(id, submitted, orders(List.of(submitted)));
    log.append(Topic.INTAKE_REQUESTS, id, 0, actor, null, List.of(accepted.event()));
  }

  /**
   * Two submissions with one key or for one order at the same moment, through two instances or
   * beside the group: the unique indices let one pass, and the other one finds it now.
   */
  private Acceptance again(Submitted submitted, RuntimeException first) {
    RuntimeException failure = first;
    for (int attempt = 2; Jdbc.isDuplicate(failure); attempt++) {
      if (attempt > ATTEMPTS) {
        throw Problems.overloaded(
            "This order is submitted too often at this moment; submit it again.");
      }
      try {
        return commits.alone(submitted);
      } catch (RuntimeException next) {
        failure = next;
      }
    }
    throw failure;
  }

  /** Accepts a group, in its transaction: one look-up of the keys, one append of everything. */
  private List<Outcome<Acceptance>> acceptAll(List<Submitted> group) {
    Submitters.Held held =
        submitters.hold(group.stream().map(one -> one.request().agency()).distinct().toList());
    Map<String, RequestRow> earlier = earlier(group);
    Map<String, OrderedBefore> orders = orders(group);
    var accepted = new LinkedHashMap<String, Accepted>();
    for (Submitted submitted : group) {
      if (held.active().contains(submitted.agency())
          && !held.changed().contains(submitted.agency())
          && !earlier.containsKey(submitted.key())) {
        accepted.computeIfAbsent(
            submitted.key(), key -> accept(ids.next().toString(), submitted, orders));
      }
    }
    append(accepted.values());
    return group.stream()
        .map(submitted -> outcome(submitted, held.active(), earlier, accepted))
        .toList();
  }

  private Map<String, RequestRow> earlier(List<Submitted> group) {
    return rows.findByKeys(group.stream().map(Submitted::key).distinct().toList()).stream()
        .collect(Collectors.toMap(row -> row.idempotencyKeyHash, Function.identity()));
  }

  /** What there is for each order, by its fingerprint. */
  private Map<String, OrderedBefore> orders(List<Submitted> group) {
    return rows.before(
        group.stream().map(submitted -> submitted.request().prints().order()).distinct().toList());
  }

  /**
   * One submission; what it has to look up, it looks up in the group's transaction.
   *
   * @param orders what there is for each order; this one is added
   */
  private Accepted accept(String id, Submitted submitted, Map<String, OrderedBefore> orders) {
    var receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String order = submitted.request().prints().order();
    var before = orders.getOrDefault(order, OrderedBefore.NONE);
    orders.put(order, before.and(id));
    var event =
        submitted
            .request()
            .decide(new Circumstances(receivedAt, before, emergency(submitted, receivedAt)));
    return new Accepted(id, submitted, event);
  }

  private @Nullable EmergencyFacts emergency(Submitted submitted, Instant receivedAt) {
    NewRequest request = submitted.request();
    if (!request.isEmergency()) {
      return null;
    }
    List<String> identifiers = request.prints().identifiers();
    var askedByOthers = rows.askedByOthers(request.agency().id(), identifiers);
    return observeEmergency.observe(
        new NewEmergency(
            request.agency(),
            submitted.actor().id(),
            request.submission().officer().email(),
            request.prints().sender(),
            request.submission().regime().name(),
            Math.toIntExact(identifiers.stream().filter(askedByOthers::contains).count()),
            receivedAt));
  }

  private void append(Collection<Accepted> accepted) {
    var actors = new LinkedHashMap<String, Actor>();
    accepted.forEach(one -> actors.put(one.id(), one.submitted().actor()));
    // The keys first: whoever reads a request must find its key.
    var appends = new ArrayList<Append>(keys.make(actors));
    accepted.forEach(
        one ->
            appends.add(
                Append.first(
                    Topic.INTAKE_REQUESTS, one.id(), one.submitted().actor(), one.event())));
    if (!appends.isEmpty()) {
      log.appendAll(appends);
    }
  }

  private Outcome<Acceptance> outcome(
      Submitted submitted,
      Set<String> active,
      Map<String, RequestRow> earlier,
      Map<String, Accepted> accepted) {
    RequestRow row = earlier.get(submitted.key());
    if (row != null) {
      return answerAgain(row, submitted.request().bodyDigest());
    }
    Accepted now = accepted.get(submitted.key());
    if (now == null) {
      return new Refused<>(active.contains(submitted.agency()) ? new AgencyChanged() : suspended());
    }
    return sameBody(now.submitted().request().bodyDigest(), submitted.request().bodyDigest())
        .orElseGet(() -> new Done<>(now.answer()));
  }

  /** The agency was active when it called, and is not any more. */
  private static RuntimeException suspended() {
    return Problems.forbidden("The agency is not active; ask the operators.");
  }

  private Outcome<Acceptance> answerAgain(RequestRow earlier, String bodyDigest) {
    var sealed = earlier.sealedDetails();
    var digest =
        sealed == null
            ? Optional.<String>empty()
            : keys.open(sealed, RequestDetails.class).map(RequestDetails::getBodyDigest);
    if (digest.isEmpty()) {
      return new Refused<>(
          Problems.conflict(
              "The request that was submitted with this Idempotency-Key is erased; use a new"
                  + " key."));
    }
    return sameBody(digest.get(), bodyDigest).orElseGet(() -> new Done<>(Acceptance.of(earlier)));
  }

  /** Empty if it is the same, or what the second submission is refused with. */
  private static Optional<Outcome<Acceptance>> sameBody(String earlier, String repeated) {
    return earlier.equals(repeated)
        ? Optional.empty()
        : Optional.of(
            new Refused<>(
                Problems.invalid(
                    "This Idempotency-Key was used for another body; use a new key for a new"
                        + " request.")));
  }
}
