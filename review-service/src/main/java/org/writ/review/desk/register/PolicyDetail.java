package org.writ.review.desk.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.writ.eventlog.Actor;
import org.writ.look.Moments;
import org.writ.pages.Frame;
import org.writ.review.desk.People;
import org.writ.review.policy.Ground;
import org.writ.review.policy.LegalBasis;
import org.writ.review.policy.Policy;
import org.writ.review.policy.PolicyFault;
import org.writ.review.policy.PolicyReading;
import org.writ.review.policy.PolicySummary;
import org.writ.review.policy.PolicyView;
import org.writ.review.policy.Rule;

/**
 * A policy as its page shows it.
 *
 * @param f the frame
 * @param reader opaque id of whoever looks
 * @param reading the policy
 * @param refusal why the reader could not activate it
 * @param done what was done just now: proposed, activated; empty: nothing
 */
record PolicyDetail(Frame f, String reader, PolicyReading reading, Refusal refusal, String done) {

  private static final String PROPOSED = "PolicyProposed";

  /** A legal basis in words. */
  record Basis(
      String process,
      String law,
      List<String> issuers,
      String discloses,
      String bars,
      List<String> mustContain,
      String answerWithin,
      boolean twoPersons) {}

  /** A rule in words. */
  record RuleLine(
      String id, String severity, String style, String sentence, String citation, String ground) {}

  /** A step of its history. */
  record StepLine(String word, String actor, String moment, String digest) {}

  /** The policy. */
  public PolicyView view() {
    return reading.view();
  }

  /** How it stands. */
  public PolicyLine line() {
    return new PolicyLine(f.w(), view().policy());
  }

  /** Whether anything can be told of what its document says. */
  public boolean readable() {
    return reading.policy() != null;
  }

  /** Whether its document has faults, so that nobody can activate it. */
  public boolean refused() {
    return !view().faults().isEmpty();
  }

  /** What is judged under it, or would be. */
  public String governs() {
    Policy policy = reading.policy();
    return PolicyLine.governs(f.w(), policy == null ? view().policy().governs() : policy.governs());
  }

  /** Its document, line by line. */
  public List<DocumentLine> lines() {
    return DocumentLine.of(view().document(), view().faults());
  }

  /** Where a link to a fault leads. */
  public int place(PolicyFault fault) {
    return DocumentLine.place(view().document(), fault);
  }

  /** What it says about each process. */
  public List<Basis> bases() {
    Policy policy = reading.policy();
    return policy == null ? List.of() : policy.legalBases().stream().map(this::basis).toList();
  }

  private Basis basis(LegalBasis basis) {
    var w = f.w();
    return new Basis(
        w.of("process", basis.process()),
        basis.basis(),
        basis.issuers().entrySet().stream()
            .map(
                issuer ->
                    w.of("authority", issuer.getKey())
                        + ": "
                        + Names.list(w, "dataType", issuer.getValue().stream().sorted().toList()))
            .sorted()
            .toList(),
        Names.list(w, "dataType", basis.approvable().stream().sorted().toList()),
        Names.list(w, "dataType", basis.bars().stream().sorted().toList()),
        basis.mustContain(),
        new Moments(w).length(basis.answerWithin()),
        basis.twoPersons());
  }

  /** Its rules, in the order of the document. */
  public List<RuleLine> rules() {
    Policy policy = reading.policy();
    return policy == null
        ? List.of()
        : policy.rules().stream().map(rule -> rule(policy, rule)).toList();
  }

  private RuleLine rule(Policy policy, Rule rule) {
    return new RuleLine(
        rule.id(),
        f.w().of("severity", rule.severity()),
        mark(rule.severity().name()),
        rule.sentence(),
        rule.citation(),
        rule.ground() == null ? "" : ground(policy, rule.ground()));
  }

  /** The vocabulary's words for a ground, or else the policy's own. */
  private String ground(Policy policy, String name) {
    String words = f.w().of("ground", name);
    Ground ground = policy.grounds().get(name);
    return words.equals(name) && ground != null ? ground.wording() : words;
  }

  /** Shape and colour of a finding of this weight. */
  static String mark(String severity) {
    return switch (severity) {
      case "BLOCKING" -> "blocking";
      case "SECOND_PERSON" -> "second";
      default -> "note";
    };
  }

  /** Who proposed and activated it, when; empty of one that came with the deployment. */
  public List<StepLine> history() {
    return view().history().stream()
        .map(
            step ->
                new StepLine(
                    f.w().of("event", step.type()),
                    People.actor(f.w(), reader, step.actor()),
                    f.moment(step.at()),
                    step.digest()))
        .toList();
  }

  /** Whether it waits for a second person. */
  public boolean draft() {
    return view().policy().status() == PolicySummary.Status.DRAFT;
  }

  /** Whether the reader may put policies in force. */
  public boolean makesPolicies() {
    return f.is("senior-reviewer") || f.is("ops");
  }

  /** Whether the reader may back-test it. */
  public boolean tests() {
    return makesPolicies() || f.is("auditor");
  }

  /** Whether it was the reader who proposed it, so that somebody else has to activate it. */
  public boolean own() {
    Optional<String> proposer =
        view().history().stream()
            .filter(step -> step.type().equals(PROPOSED))
            .reduce((_, last) -> last)
            .map(PolicyView.Step::actor);
    return proposer.filter(actor -> Actor.parse(actor).id().equals(reader)).isPresent();
  }

  /** Key of the words for what was done. */
  public String doneKey() {
    return "policy.done." + done;
  }

  static String known(String done) {
    return Stream.of("proposed", "activated").filter(done::equals).findFirst().orElse("");
  }
}
