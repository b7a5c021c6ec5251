package org.writ.ops.trail;

import org.writ.ops.ledger.Ledger.Proof;
import org.writ.ops.log.Logged;

/**
 * One step of a request.
 *
 * @param event where and what it is; never a tombstone
 * @param proof how it stands with the ledger
 */
public record Step(Logged event, Proof proof) {}
