package org.writ.disclosure.access;

import java.util.List;

/**
 * Clients that one operator put on an agency's file, and nobody approved yet.
 *
 * @param registration ce_id of the event that put them there
 * @param clients OIDC clients
 */
record Proposal(String registration, List<String> clients) {

  /** Keeps a copy. */
  Proposal {
    clients = List.copyOf(clients);
  }
}
