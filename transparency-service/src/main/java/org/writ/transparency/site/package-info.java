/**
 * The public pages: the numbers first, how to check them beside them. They read like paper: no
 * script, nothing from elsewhere.
 */
@NullMarked
package org.writ.transparency.site;

import org.jspecify.annotations.NullMarked;
