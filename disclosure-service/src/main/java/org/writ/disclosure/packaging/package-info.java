/**
 * Packages: what was collected, as files with a manifest that the platform signs, encrypted to the
 * agency's certificate. A package is
 *
 * <pre>
 *   package    = CMS EnvelopedData (RFC 5652), AES-256-CBC, one recipient, of a ZIP
 *   ZIP        = README.txt  records/&lt;item&gt;-&lt;data type&gt;.json|.csv ...  manifest.json  manifest.json.sig
 *   manifest   = what was decided, what was found, SHA-256 of every file before it
 *   .sig       = CMS SignedData (RFC 5652), detached, DER, with the platform's certificate
 * </pre>
 *
 * The ZIP without its signature is the same, byte for byte, whenever it is made from the same
 * decision, data and time.
 */
@NullMarked
package org.writ.disclosure.packaging;

import org.jspecify.annotations.NullMarked;
