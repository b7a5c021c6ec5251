/** The services' APIs as their callers see them, one client for each, and how callers sign in. */
@NullMarked
package org.writ.ops.api;

import org.jspecify.annotations.NullMarked;
