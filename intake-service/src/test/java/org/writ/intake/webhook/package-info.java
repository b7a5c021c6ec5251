/** Tests of the webhooks. */
@NullMarked
package org.writ.intake.webhook;

import org.jspecify.annotations.NullMarked;
