/**
 * Sealing: what is about persons is encrypted with the key of its case, and the case key is wrapped
 * for each service that may read it. A sealed part is
 *
 * <pre>
 *   sealed     = nonce(12) ciphertext tag(16)           AES-256-GCM
 *   plaintext  = Avro single-object encoding            C3 01, fingerprint(8, CRC-64-AVRO of the schema), binary
 *   associated = ce_id LF ce_type LF subject            UTF-8
 * </pre>
 */
@NullMarked
package org.writ.eventlog.seal;

import org.jspecify.annotations.NullMarked;
