/**
 * Who may do what here: everybody may read everything, nobody may change anything, and no page may
 * run or load what is not ours.
 */
@NullMarked
package org.writ.transparency.security;

import org.jspecify.annotations.NullMarked;
