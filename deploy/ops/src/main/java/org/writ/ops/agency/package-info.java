/** Agencies: puts them on file, approves, suspends and closes them. */
@NullMarked
package org.writ.ops.agency;

import org.jspecify.annotations.NullMarked;
