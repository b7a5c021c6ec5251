package org.writ.intake.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.writ.intake.agency.RegisteredAgencies.Webhook;

/** The headers that a message is sent with (Standard Webhooks, "Webhook headers"). */
final class Signing {

  /** How long the secret of before still signs as well, after a rotation. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private Signing() {}

  /**
   * The headers of one attempt.
   *
   * @param webhook of the message's agency
   * @param secrets the agency's, by version
   * @param now when it is sent
   */
  static Map<String, String> headers(
      Message message, Webhook webhook, Secrets secrets, Instant now) {
    long seconds = now.getEpochSecond();
    String signature =
        secrets.of(webhook.secretVersion()).sign(message.id(), seconds, message.body());
    Instant rotatedAt = webhook.rotatedAt();
    if (rotatedAt != null && now.isBefore(rotatedAt.plus(OVERLAP))) {
      signature +=
          " " + secrets.of(webhook.secretVersion() - 1).sign(message.id(), seconds, message.body());
    }
    return Map.of(
        "content-type",
        "application/json",
        "user-agent",
        "Writ-Webhooks/1",
        "webhook-id",
        message.id(),
        "webhook-timestamp",
        Long.toString(seconds),
        "webhook-signature",
        signature);
  }

  /** An agency's secrets. */
  interface Secrets {
    /** The secret of a version, from 1. */
    WebhookSecret of(int version);
  }
}
