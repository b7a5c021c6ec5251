package org.writ.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.AgencyStatus;
import org.writ.intake.agency.ChangeAgency;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.RegisteredAgencies.Webhook;

/** Sends one message once and records what came of it. */
@ApplicationScoped
class SendMessage {

  private static final Logger LOG = Logger.getLogger(SendMessage.class);
  private static final Actor INTAKE = Actor.service("intake");

  /** How long messages of an agency that is suspended wait before anybody looks again. */
  private static final Duration WHILE_SUSPENDED = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final MessageQueue queue;
  private final RegisteredAgencies agencies;
  private final ChangeAgency changeAgency;
  private final WebhookSecrets secrets;
  private final Receiver receiver;
  private final Clock clock;

  SendMessage(
      Transactions transactions,
      MessageQueue queue,
      RegisteredAgencies agencies,
      ChangeAgency changeAgency,
      WebhookSecrets secrets,
      Receiver receiver,
      Clock clock) {
    this.transactions = transactions;
    this.queue = queue;
    this.agencies = agencies;
    this.changeAgency = changeAgency;
    this.secrets = secrets;
    this.receiver = receiver;
    this.clock = clock;
  }

  /** Whom a message is for, as of now. */
  private record Addressee(@Nullable Webhook webhook, @Nullable AgencyStatus status) {}

  /** Sends the next message of an agency, if one is due; says whether one was. */
  boolean next(String agency) throws InterruptedException {
    var due = transactions.call(() -> queue.due(agency, now()));
    if (due.isEmpty()) {
      return false;
    }
    send(due.get());
    return true;
  }

  private void send(Message message) throws InterruptedException {
    var addressee = transactions.call(() -> addressee(message.agency()));
    if (addressee.status() == AgencyStatus.CLOSED) {
      note(message, message.abandoned("The agency is closed."));
      return;
    }
    if (addressee.status() != AgencyStatus.ACTIVE) {
      note(message, message.waiting(now().plus(WHILE_SUSPENDED)));
      return;
    }
    var webhook = addressee.webhook();
    if (webhook == null) {
      note(message, message.abandoned("The webhook was removed."));
      return;
    }
    var headers =
        Signing.headers(message, webhook, version -> secrets.of(message.agency(), version), now());
    switch (receiver.post(URI.create(webhook.url()), headers, message.body())) {
      case Receiver.Outcome.Taken _ -> note(message, message.delivered(now()));
      case Receiver.Outcome.Gone _ -> gone(message, webhook);
      case Receiver.Outcome.Failed(String error, Duration retryAfter) ->
          failed(message, error, retryAfter);
    }
  }

  private Addressee addressee(String agency) {
    return new Addressee(
        agencies.webhook(agency).orElse(null),
        agencies.find(agency).map(Agency::status).orElse(null));
  }

  private void failed(Message message, String error, Duration retryAfter) {
    var now = now();
    var next =
        RetrySchedule.next(
            message.since(),
            message.failures() + 1,
            now,
            retryAfter,
            ThreadLocalRandom.current().nextDouble());
    note(
        message,
        next.map(at -> message.failed(now, error, at.truncatedTo(ChronoUnit.MILLIS)))
            .orElseGet(() -> message.parked(now, error)));
  }

  /** Standard Webhooks, "Delivery success and failure": 410 disables the webhook. */
  private void gone(Message message, Webhook webhook) {
    note(message, message.parked(now(), "Answered with status 410; the webhook was removed."));
    boolean unchanged =
        transactions
            .call(() -> agencies.webhook(message.agency()))
            .filter(now -> now.url().equals(webhook.url()))
            .isPresent();
    if (unchanged) {
      changeAgency.removeWebhook(message.agency(), INTAKE);
      LOG.infof("Webhook removed as its receiver is gone, agency=%s", message.agency());
    }
  }

  private void note(Message before, Message after) {
    boolean recorded = transactions.call(() -> queue.change(before, after));
    LOG.debugf(
        "Webhook message, messageId=%s status=%s attempts=%d recorded=%s",
        before.id(), after.status(), after.attempts(), recorded);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
