/**
 * Emergencies, where forgery happens: what is known about one besides what the agency says ({@link
 * org.writ.intake.emergency.EmergencyAssessment}), and whether the order that has to confirm it
 * came in time ({@link org.writ.intake.emergency.OrderFollowUp}).
 */
@NullMarked
package org.writ.intake.emergency;

import org.jspecify.annotations.NullMarked;
