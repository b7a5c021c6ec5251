package org.writ.ops.demo;

import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Intake;

/**
 * What an agency works with.
 *
 * @param intake where it submits
 * @param disclosure where it fetches
 * @param reader opens its packages
 */
record AgencyDesk(Intake intake, Disclosure disclosure, PackageReader reader) {}
