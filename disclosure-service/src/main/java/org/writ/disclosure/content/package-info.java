/**
 * Encrypted bytes that are kept beside the log, by their SHA-256: a spool where they wait until it
 * is known, and tables that hold them in pieces. No folds: the digest is in the log.
 */
@NullMarked
package org.writ.disclosure.content;

import org.jspecify.annotations.NullMarked;
