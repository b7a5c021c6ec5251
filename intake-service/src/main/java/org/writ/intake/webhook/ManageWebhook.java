package org.writ.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.intake.agency.ChangeAgency;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.RegisteredAgencies.Webhook;
import org.writ.web.list.Page;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;

/** What an agency does with its webhook and the messages to it. */
@ApplicationScoped
class ManageWebhook {

  private final Transactions transactions;
  private final RegisteredAgencies agencies;
  private final ChangeAgency changeAgency;
  private final WebhookSecrets secrets;
  private final MessageQueue queue;
  private final Notices notices;
  private final Clock clock;

  ManageWebhook(
      Transactions transactions,
      RegisteredAgencies agencies,
      ChangeAgency changeAgency,
      WebhookSecrets secrets,
      MessageQueue queue,
      Notices notices,
      Clock clock) {
    this.transactions = transactions;
    this.agencies = agencies;
    this.changeAgency = changeAgency;
    this.secrets = secrets;
    this.queue = queue;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param created whether there was none before
   */
  record Outcome(boolean created, WebhookView webhook) {}

  /** The agency's webhook; 404 if it has none. */
  WebhookView get(String agency) {
    return WebhookView.of(required(agency), null);
  }

  /** Tells the agency at this address from now on. A new address gets a secret of its own. */
  Outcome set(String agency, URI url, Actor actor) {
    transactions.run(() -> agencies.active(agency));
    var before = transactions.call(() -> agencies.webhook(agency));
    if (before.filter(webhook -> webhook.url().equals(url.toString())).isPresent()) {
      return new Outcome(false, WebhookView.of(before.get(), null));
    }
    return new Outcome(before.isEmpty(), setWithNewSecret(agency, url.toString(), actor));
  }

  /** Gives the agency another secret for the same address; 404 if it has no webhook. */
  WebhookView rotate(String agency, Actor actor) {
    return setWithNewSecret(agency, required(agency).url(), actor);
  }

  /** Tells the agency no longer. */
  void remove(String agency, Actor actor) {
    changeAgency.removeWebhook(agency, actor);
  }

  /** Queues a message that only tests the way; 404 if there is no webhook. */
  Message ping(String agency) {
    return transactions.call(
        () -> {
          agencies.active(agency);
          required(agency);
          return notices.ping(agency);
        });
  }

  /**
   * A page of an agency's messages, newest first.
   *
   * @param status only those that have it; null: all
   * @param after the place after which the page begins; null: the first page
   * @param size most messages of the page
   */
  Page<Message> messages(
      String agency, Message.@Nullable Status status, @Nullable TimeCursor after, int size) {
    return transactions.call(
        () ->
            Page.find(
                size,
                most -> queue.newest(agency, status, after, most),
                message -> new TimeCursor(message.createdAt(), message.id()).toString()));
  }

  /** Sends a message that was delivered or parked once more; 404 if it is not the agency's. */
  Message replay(String agency, String id) {
    return transactions.call(
        () -> {
          agencies.active(agency);
          var message =
              queue
                  .findOwn(agency, id)
                  .orElseThrow(() -> Problems.unknown("You have no message with this id."));
          if (message.status() == Message.Status.PENDING) {
            throw Problems.conflict("The message is still being sent.");
          }
          var again = message.replayed(clock.instant().truncatedTo(ChronoUnit.MILLIS));
          if (!queue.change(message, again)) {
            throw Problems.conflict("The message changed at the same moment; look again.");
          }
          return again;
        });
  }

  private WebhookView setWithNewSecret(String agency, String url, Actor actor) {
    int version = transactions.call(() -> agencies.webhookSecretVersion(agency)) + 1;
    changeAgency.setWebhook(agency, url, version, actor);
    return WebhookView.of(required(agency), secrets.of(agency, version));
  }

  private Webhook required(String agency) {
    Optional<Webhook> webhook = transactions.call(() -> agencies.webhook(agency));
    return webhook.orElseThrow(() -> Problems.unknown("You have no webhook."));
  }
}
