package org.writ.review.desk;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.web.security.Roles;

/**
 * Where pages that are looked at hear that something has changed: that of the queue of every case,
 * that of a case ({@code ?case=…&version=…}) of this one. Nothing else is said here.
 */
@WebSocket(path = "/desk/live")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class LiveSocket {

  /** All that is ever said. */
  static final String CHANGED = "changed";

  private static final Pattern CASE = Pattern.compile("case=([0-9a-f-]{36})&version=([0-9]{1,18})");

  private final Bell bell;

  LiveSocket(Bell bell) {
    this.bell = bell;
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
    if (Seen.by(connection).isPresent()) {
      bell.ringAt(connection);
    }
  }
}
