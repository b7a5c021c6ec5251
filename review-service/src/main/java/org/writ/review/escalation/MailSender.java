package org.writ.review.escalation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.review.casework.CaseQueue;

/**
 * Sends what waits in {@link MailQueue}, at least once each: a mail whose sending was recorded is
 * never sent again, one that was taken by the mail server right before a crash, or before the
 * record of it failed, is. A mail says the case's id and due time, and nothing about persons.
 */
@ApplicationScoped
class MailSender {

  private static final Logger LOG = Logger.getLogger(MailSender.class);
  private static final String LEASE = "escalation-mail";
  private static final Duration LEASE_LENGTH = Duration.ofMinutes(5);

  private final Transactions transactions;
  private final Leases leases;
  private final MailQueue queue;
  private final CaseQueue cases;
  private final MailConfig config;
  private final Mailer mailer;
  private final String holder;

  MailSender(
      Transactions transactions,
      Leases leases,
      MailQueue queue,
      CaseQueue cases,
      MailConfig config,
      Mailer mailer,
      Ids ids) {
    this.transactions = transactions;
    this.leases = leases;
    this.queue = queue;
    this.cases = cases;
    this.config = config;
    this.mailer = mailer;
    this.holder = ids.next().toString();
  }

  @Scheduled(
      every = "{writ.escalation.check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    if (!RebuildMode.isOn() && config.mailTo().isPresent()) {
      send();
    }
  }

  /**
   * Sends what waits, one by one, but drops what is about a case that was decided or withdrawn
   * since. Stops at the first that the mail server does not take; it and the rest follow with the
   * next check.
   *
   * @return number of mails that were sent
   */
  int send() {
    int sent = 0;
    // Held anew before each, so that no other instance begins while this one waits for its server.
    while (leases.acquire(LEASE, holder, LEASE_LENGTH).isPresent()) {
      Optional<MailQueue.Notice> next = transactions.call(queue::first);
      if (next.isEmpty()) {
        break;
      }
      MailQueue.Notice notice = next.get();
      if (!cases.waits(notice.caseId())) {
        transactions.run(() -> queue.remove(notice));
        continue;
      }
      if (!sent(notice)) {
        break;
      }
      sent++;
    }
    return sent;
  }

  private boolean sent(MailQueue.Notice notice) {
    try {
      mailer.send(mail(config.mailTo().orElseThrow(), notice));
      transactions.run(() -> queue.remove(notice));
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(
          "Mail is not sent and is tried again, requestId=%s error=%s",
          notice.caseId(), failure.getClass().getName());
      return false;
    }
  }

  private static Mail mail(String to, MailQueue.Notice notice) {
    return Mail.withText(
        to,
        "Case %s is due at %s".formatted(notice.caseId(), notice.dueAt()),
        "%s of the case %s, which is due at %s.\n"
            .formatted(words(notice.step()), notice.caseId(), notice.dueAt()));
  }

  private static String words(String step) {
    return switch (step) {
      case "HALF" -> "Half of the time has passed to answer the request";
      case "FOUR_FIFTHS" -> "Four fifths of the time have passed to answer the request";
      case "LAST_HOUR" -> "The last hour has begun to answer the request";
      default -> "Time is running out to answer the request";
    };
  }
}
