/**
 * Sealing: what is about persons is encrypted with the key of its case, and the case key is wrapped
 * for each service that may read it. A sealed part is
 *
 * <pre>
 *   sealed     = nonce(12) ciphertext tag(16)           AES-256-GCM
 *   plaintext  = Avro single-object encoding            C3 01, fingerprint(8, CRC-64-AVRO of the schema), binary
 *   associated = ce_id LF ce_type LF subject            UTF-8
 * </pre>
 *
 * <p>Bytes that are kept beside the log, such as documents, are encrypted with a key that is
 * derived from the case key (Tink's AES256-GCM-HKDF streaming AEAD, RFC 5869 with a random salt):
 *
 * <pre>
 *   stream     = 40 salt(32) prefix(7) segment*         a segment is 64 KiB with its tag, the last one may be shorter
 *   segment    = ciphertext tag(16)                     nonce = prefix, number(4), 1 if it is the last one
 *   associated = what they belong to LF subject         UTF-8
 * </pre>
 */
@NullMarked
package org.writ.eventlog.seal;

import org.jspecify.annotations.NullMarked;
