/**
 * Deliveries: one for each request of which something was approved. Opened by the decision,
 * prepared by a worker, fetched and acknowledged by the agency, expired by the clock. The rows are
 * a fold over {@code disclosure.deliveries}; the encrypted bytes ({@link
 * org.writ.disclosure.delivery.PackageContent}) are not.
 */
@NullMarked
package org.writ.disclosure.delivery;

import org.jspecify.annotations.NullMarked;
