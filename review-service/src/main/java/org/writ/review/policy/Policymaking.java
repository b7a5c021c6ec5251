package org.writ.review.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.web.list.Page;
import org.writ.web.problem.Problems;

/** What people do with policies: propose, confirm, read. Each command is one transaction. */
@ApplicationScoped
public class Policymaking {

  private final Transactions transactions;
  private final EventLog log;
  private final PolicyRows rows;
  private final PolicyRegister register;
  private final ShippedPolicies shipped;
  private final Clock clock;

  /**
   * A policy as it is kept.
   *
   * @param policy as it counts; null of a draft
   */
  private record Found(
      PolicySummary summary, @Nullable Policy policy, byte[] document, List<PolicyStepRow> steps) {

    private PolicyView view(List<PolicyFault> faults) {
      return new PolicyView(summary, document, faults, steps);
    }
  }

  Policymaking(
      Transactions transactions,
      EventLog log,
      PolicyRows rows,
      PolicyRegister register,
      ShippedPolicies shipped,
      Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.register = register;
    this.shipped = shipped;
    this.clock = clock;
  }

  /**
   * Proposes a policy. Who proposes again what is proposed already, changes nothing.
   *
   * @return its id
   * @throws InvalidPolicy if the document has faults, or see {@link PolicyChanges#propose}
   * @throws PolicyConflict see {@link PolicyChanges#propose}
   */
  public String propose(byte[] document, Actor proposer) {
    Policy policy = PolicyDocument.read("proposed", document);
    transactions.run(
        () -> {
          PolicyStanding standing = locked(policy.id());
          if (standing == null
              || standing.activated()
              || !standing.digest().equals(policy.digest())) {
            append(
                policy.id(),
                proposer,
                NewEvent.open(
                    PolicyChanges.propose(
                        standing,
                        policy,
                        document,
                        register.current().all(),
                        proposer.id(),
                        today())));
          }
        });
    return policy.id();
  }

  /**
   * Confirms a policy.
   *
   * @param digest of the document that the caller has seen
   * @throws PolicyConflict see {@link PolicyChanges#activate}, if the deployment put it in force,
   *     or if this version of the service refuses its document
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none, 412 if another
   *     document is proposed meanwhile
   */
  public void activate(String id, String digest, Actor confirmer) {
    if (shipped.document(id).isPresent()) {
      throw new PolicyConflict("The policy is in force by the deployment.");
    }
    transactions.run(
        () -> {
          PolicyStanding standing = locked(id);
          if (standing == null) {
            throw unknown();
          }
          if (!standing.digest().equals(digest)) {
            throw Problems.stale("Another document is proposed since you saw it; read it again.");
          }
          Policy policy = taken(() -> PolicyDocument.read("policy " + id, rows.document(id)));
          append(
              id,
              confirmer,
              NewEvent.open(
                  PolicyChanges.activate(
                      standing, policy, register.current().all(), confirmer.id(), today())));
        });
  }

  /** A page of all policies by id: those of the deployment, and those that were proposed. */
  public Page<PolicySummary> list(@Nullable String after, int size) {
    List<PolicySummary> all =
        transactions.call(
            () -> {
              Policies current = register.current();
              var found = new ArrayList<PolicySummary>();
              for (Policy policy : current.all()) {
                found.add(
                    PolicySummary.of(
                        policy, current, shipped.document(policy.id()).isPresent(), today()));
              }
              rows.list("confirmedBy is null").stream()
                  .map(PolicySummary::draft)
                  .forEach(found::add);
              return found.stream()
                  .filter(it -> after == null || it.id().compareTo(after) > 0)
                  .sorted(Comparator.comparing(PolicySummary::id))
                  .toList();
            });
    return Page.find(size, most -> all.stream().limit(most).toList(), PolicySummary::cursor);
  }

  /**
   * A policy with its document and history.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none
   */
  public PolicyView view(String id) {
    return look(id).view();
  }

  /**
   * A policy, and what its document says.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none
   */
  public PolicyReading look(String id) {
    Found found = transactions.call(() -> find(id));
    return found.policy() == null
        ? readDraft(found)
        : new PolicyReading(found.view(List.of()), found.policy());
  }

  private Found find(String id) {
    Policies current = register.current();
    Optional<Policy> counting =
        current.all().stream().filter(policy -> policy.id().equals(id)).findFirst();
    Optional<byte[]> document = shipped.document(id);
    if (document.isPresent()) {
      Policy policy = counting.orElseThrow(Policymaking::unknown);
      return new Found(
          PolicySummary.of(policy, current, true, today()), policy, document.get(), List.of());
    }
    PolicyRow row = rows.findByIdOptional(id).orElseThrow(Policymaking::unknown);
    return new Found(
        counting
            .map(policy -> PolicySummary.of(policy, current, false, today()))
            .orElseGet(() -> PolicySummary.draft(row)),
        counting.orElse(null),
        row.document,
        rows.steps(id));
  }

  /** Reading takes a while where there are many rules, so that no transaction waits for it. */
  private static PolicyReading readDraft(Found found) {
    String source = "policy " + found.summary().id();
    try {
      Policy policy = PolicyDocument.read(source, found.document());
      return new PolicyReading(found.view(List.of()), policy);
    } catch (InvalidPolicy refused) {
      return new PolicyReading(found.view(refused.faults()), readIfHeld(source, found.document()));
    }
  }

  private static @Nullable Policy readIfHeld(String source, byte[] document) {
    try {
      return PolicyDocument.readHeld(source, document);
    } catch (InvalidPolicy _) {
      return null;
    }
  }

  /**
   * A policy of any standing, compiled.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none
   * @throws PolicyConflict if it is a draft that this version of the service cannot read
   */
  public Policy compiled(String id) {
    return register.current().all().stream()
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElseGet(
            () -> {
              byte[] document =
                  transactions.call(
                      () ->
                          rows.findByIdOptional(id)
                              .map(row -> row.document)
                              .orElseThrow(Policymaking::unknown));
              return taken(() -> PolicyDocument.readHeld("policy " + id, document));
            });
  }

  /** What is wrong with a document that was taken in before is nothing that the caller sent. */
  private static Policy taken(Supplier<Policy> reading) {
    try {
      return reading.get();
    } catch (InvalidPolicy _) {
      throw new PolicyConflict(
          "This version of the service refuses the policy's document; the policy tells its faults, and a mended document of the same id can be proposed.");
    }
  }

  private @Nullable PolicyStanding locked(String id) {
    return rows.lockAll().stream()
        .filter(row -> Objects.equals(row.id, id))
        .findFirst()
        .map(PolicyRow::standing)
        .orElse(null);
  }

  private void append(String id, Actor actor, NewEvent event) {
    long version = log.version(Topic.REVIEW_POLICIES, id);
    log.append(Topic.REVIEW_POLICIES, id, version, actor, null, List.of(event));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static RuntimeException unknown() {
    return Problems.unknown("There is no such policy.");
  }
}
