package org.writ.review.desk;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.review.casework.CaseQueue;
import org.writ.review.security.Reviewers;
import org.writ.web.security.Roles;

/**
 * Where pages that are looked at hear that something has changed: that of the queue of every case,
 * that of a case ({@code ?case=…&version=…}) of this one, if whoever looks may see it. Nothing else
 * is said here.
 */
@WebSocket(path = "/desk/live")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class LiveSocket {

  /** All that is ever said. */
  static final String CHANGED = "changed";

  private static final Pattern CASE = Pattern.compile("case=([0-9a-f-]{36})&version=([0-9]{1,18})");

  /** Policy violation (RFC 6455, section 7.4.1): a page that is told so does not ask again. */
  private static final CloseReason NOT_SHOWN = new CloseReason(1008);

  private final Bell bell;
  private final CaseQueue queue;
  private final Reviewers reviewers;

  LiveSocket(Bell bell, CaseQueue queue, Reviewers reviewers) {
    this.bell = bell;
    this.queue = queue;
    this.reviewers = reviewers;
  }

  /** A case as a page shows it. */
  record Seen(String caseId, long version) {

    /** What the page of a connection shows; empty: the queue. */
    static Optional<Seen> by(WebSocketConnection connection) {
      Matcher query =
          CASE.matcher(Optional.ofNullable(connection.handshakeRequest().query()).orElse(""));
      return query.matches()
          ? Optional.of(new Seen(query.group(1), Long.parseLong(query.group(2))))
          : Optional.empty();
    }
  }

  /** What changed while the page was on its way is said at once. */
  @OnOpen
  void open(WebSocketConnection connection) {
    var seen = Seen.by(connection);
    if (seen.isEmpty()) {
      return;
    }
    if (queue.isVisible(seen.get().caseId(), reviewers.signedIn())) {
      bell.ringAt(connection);
    } else {
      connection.closeAndAwait(NOT_SHOWN);
    }
  }
}
