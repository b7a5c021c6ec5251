/**
 * Documents that agencies hand in with their requests: the order itself, translations, supplements.
 *
 * <p>{@link org.writ.intake.document.ReceiveDocument} takes one in: it is encrypted with the case
 * key while it arrives, what it is is told from its bytes ({@link
 * org.writ.intake.document.DocumentType}), containers are looked into ({@link
 * org.writ.intake.document.AsicContainer}), a virus scanner is asked ({@link
 * org.writ.intake.document.ClamdScanner}). The events and the rows know a document's digest; its
 * bytes are in {@link org.writ.intake.document.DocumentContent}, which is no fold. {@link
 * org.writ.intake.document.AttachDocument} does the same with documents that come inside a message.
 */
@NullMarked
package org.writ.intake.document;

import org.jspecify.annotations.NullMarked;
