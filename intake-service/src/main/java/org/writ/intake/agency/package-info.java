/**
 * Agencies: who may submit requests, and the certificate that packages are encrypted to. Other
 * rooms ask {@link org.writ.intake.agency.RegisteredAgencies}.
 */
@NullMarked
package org.writ.intake.agency;

import org.jspecify.annotations.NullMarked;
