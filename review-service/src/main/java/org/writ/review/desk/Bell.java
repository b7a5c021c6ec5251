package org.writ.review.desk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Transactions;
import org.writ.review.casework.CaseQueue;

/**
 * Tells pages that something has changed, whichever instance changed it: looks every second whether
 * events were appended, as long as somebody looks at a page. Thread-safe.
 */
@ApplicationScoped
class Bell {

  private static final Logger LOG = Logger.getLogger(Bell.class);

  private final OpenConnections connections;
  private final EventLog log;
  private final CaseQueue queue;
  private final Transactions transactions;
  private final Heard heard = new Heard();

  Bell(OpenConnections connections, EventLog log, CaseQueue queue, Transactions transactions) {
    this.connections = connections;
    this.log = log;
    this.queue = queue;
    this.transactions = transactions;
  }

  @Scheduled(every = "${writ.pages.live}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Set<WebSocketConnection> open =
        connections.stream()
            .filter(WebSocketConnection::isOpen)
            .collect(Collectors.toUnmodifiableSet());
    if (!open.isEmpty() && heard.isNews(transactions.call(log::appended))) {
      ring(open);
    }
  }

  /** Tells one page, if what it shows has changed already. */
  void ringAt(WebSocketConnection connection) {
    ring(Set.of(connection));
  }

  private void ring(Set<WebSocketConnection> open) {
    Map<String, Long> versions =
        queue.changedVersions(
            open.stream()
                .flatMap(connection -> LiveSocket.Seen.by(connection).stream())
                .map(LiveSocket.Seen::caseId)
                .collect(Collectors.toUnmodifiableSet()));
    open.stream()
        .filter(
            connection ->
                LiveSocket.Seen.by(connection)
                    .map(seen -> versions.getOrDefault(seen.caseId(), 0L) > seen.version())
                    .orElse(true))
        .forEach(Bell::say);
  }

  private static void say(WebSocketConnection connection) {
    connection
        .sendText(LiveSocket.CHANGED)
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.debugf("A page has gone, error=%s", failure.getClass().getName()));
  }
}
