/**
 * The handover interface HI-1 in the JSON encoding of ETSI TS 103 120: messages of agencies' own
 * systems that create, change and look at objects of the standard. An Authorisation with its tasks
 * is one request of the room {@code request}; what the standard has and this system does not serve
 * is refused with its code, never ignored.
 */
@NullMarked
package org.writ.intake.hi1;

import org.jspecify.annotations.NullMarked;
