package org.writ.intake.document;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.DocumentScanned;

/**
 * Scans the documents that were accepted while the scanner did not answer, each in its turn: what
 * cannot be scanned is put off, what never can be is said to be so.
 */
@ApplicationScoped
class ScanHeldDocuments {

  private static final Logger LOG = Logger.getLogger(ScanHeldDocuments.class);
  private static final Actor SELF = Actor.service("intake");
  private static final String LEASE = "scan-held-documents";
  private static final Duration LEASE_LENGTH = Duration.ofMinutes(10);
  private static final int BATCH = 100;

  private final Transactions transactions;
  private final Leases leases;
  private final EventLog log;
  private final CaseKeys keys;
  private final DocumentRows rows;
  private final HeldDocuments waiting;
  private final DocumentContent content;
  private final ScanDocument scanner;
  private final Clock clock;
  private final String holder;

  ScanHeldDocuments(
      Transactions transactions,
      Leases leases,
      EventLog log,
      CaseKeys keys,
      DocumentRows rows,
      HeldDocuments waiting,
      DocumentContent content,
      ScanDocument scanner,
      Clock clock,
      Ids ids) {
    this.transactions = transactions;
    this.leases = leases;
    this.log = log;
    this.keys = keys;
    this.rows = rows;
    this.waiting = waiting;
    this.content = content;
    this.scanner = scanner;
    this.clock = clock;
    this.holder = ids.next().toString();
  }

  @Scheduled(
      every = "{writ.scanner.retry}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    if (RebuildMode.isOn() || !scanner.isConfigured()) {
      return;
    }
    // Twice would do no harm but that the scanner works twice.
    if (leases.acquire(LEASE, holder, LEASE_LENGTH).isPresent()) {
      scanHeld();
    }
  }

  /** Scans each document whose turn has come, until the scanner does not answer. */
  void scanHeld() {
    for (DocumentRow held : transactions.call(() -> waiting.due(clock.instant(), BATCH))) {
      try {
        if (scan(held) instanceof Verdict.Unreachable) {
          return;
        }
      } catch (ConcurrentChange _) {
        LOG.debugf("Request changed and its document is scanned again, documentId=%s", held.id);
      } catch (IOException | RuntimeException failure) {
        putOff(held);
        LOG.errorf(
            "Document cannot be scanned and is tried again, documentId=%s error=%s",
            held.id, failure.getClass().getName());
      }
    }
  }

  private Verdict scan(DocumentRow held) throws IOException {
    var opened =
        keys.decrypting(held.requestId, SpooledDocument.associated(held.id), content.open(held.id));
    if (opened.isEmpty()) {
      putOff(held);
      return new Verdict.NotScanned("the request is erased");
    }
    try (InputStream bytes = opened.get()) {
      Verdict verdict = scanner.scan(held.id, bytes);
      switch (verdict) {
        case Verdict.Clean _ -> transactions.run(() -> record(held, Scan.CLEAN));
        case Verdict.Infected _ -> transactions.run(() -> record(held, Scan.INFECTED));
        case Verdict.TooLarge _ -> transactions.run(() -> record(held, Scan.UNSCANNABLE));
        // It may be the document that keeps the scanner from answering.
        case Verdict.Unreachable _, Verdict.NotScanned _ -> putOff(held);
      }
      return verdict;
    }
  }

  private void putOff(DocumentRow held) {
    transactions.run(() -> waiting.putOff(held.id, clock.instant()));
  }

  private void record(DocumentRow held, Scan scan) {
    waiting.forget(held.id);
    DocumentRow row = rows.findById(held.id);
    if (row == null || !row.scan.equals(Scan.UNSCANNED.name())) {
      return;
    }
    log.append(
        Topic.INTAKE_REQUESTS,
        held.requestId,
        log.version(Topic.INTAKE_REQUESTS, held.requestId),
        SELF,
        null,
        List.of(NewEvent.open(new DocumentScanned(held.id, scan.name()))));
    if (scan == Scan.INFECTED) {
      content.delete(held.id);
    }
  }
}
