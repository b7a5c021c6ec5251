package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverOutcome;
import org.writ.intake.agency.Agency;
import org.writ.intake.hi1.Decision.Outcome;
import org.writ.intake.hi1.Header.Version;
import org.writ.intake.hi1.ReadObjects.Seen;
import org.writ.intake.request.RequestConflict;
import org.writ.web.problem.Problems;

/**
 * Answers a message of an agency. What it changes and that it was answered are recorded in one
 * transaction, before the answer goes out: a message that cannot be recorded is not handled.
 */
@ApplicationScoped
class AnswerMessage {

  /** Messages of one agency that come at the same moment are decided one after the other. */
  private static final int ATTEMPTS = 20;

  private final Transactions transactions;
  private final EventLog log;
  private final HandoverRows rows;
  private final ReadObjects objects;
  private final StorePapers papers;
  private final ApplyDecision apply;
  private final MessageReader reader;
  private final MessageWriter writer;
  private final Ids ids;
  private final Clock clock;
  private final EndpointId us;
  private final int maxItems;

  AnswerMessage(
      Transactions transactions,
      EventLog log,
      HandoverRows rows,
      ReadObjects objects,
      StorePapers papers,
      ApplyDecision apply,
      ObjectMapper json,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "writ.hi1.country") String country,
      @ConfigProperty(name = "writ.hi1.identifier") String identifier,
      @ConfigProperty(name = "writ.hi1.max-tasks") int maxItems) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.objects = objects;
    this.papers = papers;
    this.apply = apply;
    this.reader = new MessageReader(json);
    this.writer = new MessageWriter(json);
    this.ids = ids;
    this.clock = clock;
    this.us = new EndpointId(country, identifier);
    this.maxItems = maxItems;
  }

  /**
   * A message of an agency.
   *
   * @param agency that the caller acts for
   * @param sender the agency's registered end of the interface
   * @param sha256 of the bytes, hex
   * @param actor who called
   */
  private record Received(Agency agency, EndpointId sender, String sha256, Actor actor) {}

  /**
   * The answer to the bytes of a message.
   *
   * @param agency that the caller acts for
   * @param isXml whether the caller says that it is XML
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the agency is not the sender
   */
  byte[] answer(Agency agency, byte[] body, boolean isXml, Actor actor) {
    var registered = agency.registration().endpoint();
    if (registered == null) {
      throw Problems.forbidden(
          "No HI-1 endpoint is registered for the agency; ask the operators to register it.");
    }
    var sender = new EndpointId(registered.countryCode(), registered.uniqueIdentifier());
    var reception =
        isXml
            ? new Reception.Refused(
                null,
                null,
                null,
                ErrorCode.ENCODING_NOT_SUPPORTED.with(
                    "Only the JSON encoding is read here, not XML"))
            : reader.read(body);
    var named = reception.sender();
    if (named != null && !named.equals(sender)) {
      throw Problems.forbidden(
          "SenderIdentifier is not the HI-1 endpoint that is registered for the agency.");
    }
    var received = new Received(agency, sender, sha256(body), actor);
    return switch (reception) {
      case Reception.Refused refused ->
          refuse(received, header(refused, sender), refused.transaction(), refused.refusal());
      case Reception.Read(Message message) -> answer(received, message);
    };
  }

  /**
   * The answer to a message that cannot be recorded, or not be answered once it is. The same bytes
   * again are handled if they were not, and answered if they were.
   */
  byte[] unrecorded(byte[] body) {
    var header =
        switch (reader.read(body)) {
          case Reception.Read(Message message) -> message.header();
          case Reception.Refused refused -> header(refused, us);
        };
    return writer.refusal(
        header,
        clock.instant(),
        ErrorCode.GENERAL.with(
            "The message cannot be recorded or answered at this moment; send the same again, nothing"
                + " is done twice"));
  }

  private byte[] answer(Received received, Message message) {
    var header = message.header();
    if (!header.receiver().equals(us)) {
      return refuse(
          received,
          header,
          header.transaction(),
          ErrorCode.IMPROPER_VALUE.with("/Header/ReceiverIdentifier must be this system's"));
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(received, message);
      } catch (RequestConflict tooLate) {
        return refuse(
            received,
            header,
            header.transaction(),
            ErrorCode.FINAL_STATE.with("Nothing was applied: " + tooLate.getMessage()));
      } catch (RuntimeException failure) {
        // Another message of the agency was faster: this one is decided anew.
        if (attempt == ATTEMPTS
            || !(failure instanceof ConcurrentChange || Jdbc.isDuplicate(failure))) {
          throw failure;
        }
      }
    }
  }

  private byte[] attempt(Received received, Message message) {
    var header = message.header();
    String agency = received.agency().id();
    String transaction = header.transaction().toLowerCase(Locale.ROOT);
    // First, so that whatever is recorded after this look at the objects is noticed.
    long version = transactions.call(() -> log.version(Topic.INTAKE_HANDOVERS, agency));
    var earlier = transactions.call(() -> rows.message(agency, transaction));
    if (earlier.isPresent()) {
      return earlier.get().sha256.equals(received.sha256())
          ? again(message, earlier.get())
          : refuse(
              received,
              header,
              header.transaction(),
              ErrorCode.IMPROPER_VALUE.with(
                  "/Header/TransactionIdentifier was used for another message"));
    }
    var seen = objects.before(agency, message);
    var tooMuch = seen.tooManyNamed();
    if (tooMuch != null) {
      return refuse(received, header, header.transaction(), tooMuch);
    }
    var checked = papers.check(decided(received, message, seen));
    if (!checked.decision().orders().isEmpty()
        && !received.agency().certificate().isValid(clock.instant())) {
      return refuse(
          received,
          header,
          header.transaction(),
          ErrorCode.GENERAL.with(
              "The agency's certificate is not valid: no package could be encrypted to it"));
    }
    apply.prepare(checked.decision(), received.agency(), received.sender());
    var outcomes = checked.decision().outcomes();
    Instant at;
    try {
      at = transactions.call(() -> carryOut(received, version, transaction, checked));
    } catch (StorePapers.NotKept refused) {
      var instead = refused.refusing(checked.decision()).outcomes();
      outcomes = instead;
      at =
          transactions.call(
              () -> record(received, version, answered(received, transaction, instead)));
    }
    return checked.decision().changesNothing()
        ? written(message, outcomes, at, seen)
        : written(message, outcomes, at, objects.after(agency, message));
  }

  private Instant carryOut(
      Received received, long version, String transaction, StorePapers.Checked checked) {
    var decision = checked.decision();
    apply.apply(decision, received.agency(), received.sender(), received.actor());
    papers.keep(checked.papers(), received.agency().id(), received.actor());
    return record(received, version, answered(received, transaction, decision.outcomes()));
  }

  private Decision decided(Received received, Message message, Seen seen) {
    int actions = message.actions().size();
    return HandoverRules.decide(
        message,
        seen.named().own(),
        new HandoverRules.Context(
            received.sender(),
            us,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            fresh(actions),
            fresh(actions),
            maxItems,
            seen.named().issued(),
            seen.tooManyListed()));
  }

  private List<String> fresh(int number) {
    return Stream.generate(() -> ids.next().toString()).limit(number).toList();
  }

  /** The same message again: nothing happens, and the answer is the same. */
  private byte[] again(Message message, MessageRow earlier) {
    var outcomes =
        transactions.call(
            () ->
                rows.outcomes(earlier.agency, earlier.transactionId).stream()
                    .map(OutcomeRow::toOutcome)
                    .toList());
    // What was refused reads nothing.
    var seen =
        outcomes.stream().anyMatch(outcome -> outcome.refusal() != null)
            ? Seen.NOTHING
            : objects.after(earlier.agency, message);
    return written(message, outcomes, earlier.answeredAt, seen);
  }

  private byte[] written(Message message, List<Outcome> outcomes, Instant answeredAt, Seen seen) {
    return writer.answers(
        message.header(), answeredAt, RenderAnswers.render(message, outcomes, seen));
  }

  private byte[] refuse(
      Received received, Header header, @Nullable String transaction, Refusal refusal) {
    var event =
        HandoverMessageAnswered.newBuilder()
            .setTransaction(
                Optional.ofNullable(transaction)
                    .map(id -> id.toLowerCase(Locale.ROOT))
                    .orElse(null))
            .setSha256(received.sha256())
            .setErrorCode(refusal.code())
            .setFault(refusal.detail())
            .build();
    for (int attempt = 1; ; attempt++) {
      try {
        var at =
            transactions.call(
                () ->
                    record(
                        received,
                        log.version(Topic.INTAKE_HANDOVERS, received.agency().id()),
                        event));
        return writer.refusal(header, at, refusal);
      } catch (ConcurrentChange another) {
        if (attempt == ATTEMPTS) {
          throw another;
        }
      }
    }
  }

  private Instant record(Received received, long version, HandoverMessageAnswered event) {
    return log.append(
            Topic.INTAKE_HANDOVERS,
            received.agency().id(),
            version,
            received.actor(),
            null,
            List.of(NewEvent.open(event)))
        .getFirst()
        .envelope()
        .time();
  }

  private static HandoverMessageAnswered answered(
      Received received, String transaction, List<Outcome> outcomes) {
    return HandoverMessageAnswered.newBuilder()
        .setTransaction(transaction)
        .setSha256(received.sha256())
        .setOutcomes(outcomes.stream().map(AnswerMessage::recorded).toList())
        .build();
  }

  private static HandoverOutcome recorded(Outcome outcome) {
    var refusal = outcome.refusal();
    return HandoverOutcome.newBuilder()
        .setAction(outcome.action())
        .setVerb(outcome.verb().name())
        .setObject(outcome.object())
        .setErrorCode(refusal == null ? 0 : refusal.code())
        .setFault(refusal == null ? "" : refusal.detail())
        .build();
  }

  /** The head of an answer to a message whose own head cannot be read. */
  private Header header(Reception.Refused refused, EndpointId sender) {
    var header = refused.header();
    if (header != null) {
      return header;
    }
    String transaction = refused.transaction();
    return new Header(
        sender,
        us,
        transaction == null ? ids.next().toString() : transaction,
        new Version("V1." + MessageReader.LAST_EDITION + ".1", us.countryCode(), "v1.0"),
        null);
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
