/**
 * What statistics need to know about each request, taken from the open parts of events only: this
 * service holds no case key and cannot read a sealed part.
 */
@NullMarked
package org.writ.transparency.facts;

import org.jspecify.annotations.NullMarked;
