/** What callers are told while something that the service needs is away. */
@NullMarked
package org.writ.intake.outage;

import org.jspecify.annotations.NullMarked;
