/**
 * What the deployment does before a service starts, and what a service checks when it does: topics
 * with their settings, schemas with their compatibility rule.
 */
@NullMarked
package org.writ.eventlog.setup;

import org.jspecify.annotations.NullMarked;
