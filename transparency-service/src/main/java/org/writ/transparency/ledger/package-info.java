/**
 * The ledger: a Merkle tree (RFC 6962) over the digests of all events, its tiles (C2SP tlog-tiles),
 * signed checkpoints (C2SP tlog-checkpoint) and receipts. What stands here can be checked by
 * anybody, with tools that are not ours.
 */
@NullMarked
package org.writ.transparency.ledger;

import org.jspecify.annotations.NullMarked;
