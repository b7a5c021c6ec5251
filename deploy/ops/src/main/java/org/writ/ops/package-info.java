/** The operators' and auditors' command line, {@code deploy/writ}. */
@NullMarked
package org.writ.ops;

import org.jspecify.annotations.NullMarked;
